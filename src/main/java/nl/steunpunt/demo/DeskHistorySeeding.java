package nl.steunpunt.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import nl.steunpunt.helpdesk.HistoryLoading;
import nl.steunpunt.network.Systems;
import nl.steunpunt.platform.time.OrganisationCalendar;
import org.springframework.stereotype.Component;

/**
 * What Novum's helpdesk did before and since, as its own system exports it: quiet, a flood after
 * going live, then less of what is easy.
 */
@Component
class DeskHistorySeeding {
  private static final int WEEKS_BEFORE = 13;
  private static final int USUAL = 110;
  private static final int FLOOD = 90;
  private static final int EBB = 14;
  private static final List<String> KINDS =
      List.of(
          "Inloggen", "Autorisaties", "Facturen boeken", "Maandafsluiting", "Printen", "Overig");
  private static final int[] MINUTES = {8, 14, 26, 40, 11, 18};
  private static final List<String> PLACES = List.of("Utrecht", "Zwolle", "Rotterdam");

  private final HistoryLoading history;
  private final Systems systems;
  private final OrganisationCalendar calendar;
  private final Random random = new Random(Organisation.SEED);

  DeskHistorySeeding(HistoryLoading history, Systems systems, OrganisationCalendar calendar) {
    this.history = history;
    this.systems = systems;
    this.calendar = calendar;
  }

  void seed(Instant now) {
    var liveOn = systems.byKey(NetworkSeeding.NOVA).orElseThrow().liveOn();
    if (liveOn == null || !history.isEmpty()) {
      return;
    }
    var live = monday(liveOn);
    var last = monday(LocalDate.ofInstant(now, calendar.current().zone())).minusWeeks(1);
    var text =
        new StringBuilder(
            "Meldingnummer;Aangemeld op;Opgelost op;Categorie;Locatie;Bestede tijd;Doorgezet\n");
    int number = 260_000;
    for (var week = live.minusWeeks(WEEKS_BEFORE); !week.isAfter(last); week = week.plusWeeks(1)) {
      int since = (int) java.time.temporal.ChronoUnit.WEEKS.between(live, week);
      int many =
          USUAL + random.nextInt(21) - 10 + (since < 0 ? 0 : Math.max(0, FLOOD - since * EBB));
      for (int i = 0; i < many; i++) {
        ticket(text, number++, week, since);
      }
    }
    var file = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    history.load("servicedesk-novum.csv", file, live);
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private void ticket(StringBuilder text, int number, LocalDate week, int since) {
    int kind = kind(since);
    var opened = week.plusDays(random.nextInt(5)).atTime(8, 0).plusMinutes(random.nextInt(9 * 60));
    int worked = Math.max(2, (int) (MINUTES[kind] * Math.exp(0.6 * random.nextGaussian())));
    var solved = opened.plusMinutes(worked + (long) (180 * Math.exp(random.nextGaussian())));
    text.append(
        "M%d;%s;%s;%s;%s;%d;%d%n"
            .formatted(
                number,
                opened,
                solved,
                KINDS.get(kind),
                PLACES.get(random.nextInt(PLACES.size())),
                worked,
                random.nextInt(5) == 0 ? 1 : 0));
  }

  /** After a while power users take what is easy, and the month's end comes to the desk. */
  private int kind(int since) {
    int easy = since < 2 ? 45 : 25;
    int dice = random.nextInt(100);
    if (dice < easy) {
      return dice % 2;
    }
    return since < 0 ? 2 + random.nextInt(4) : 2 + Math.min(random.nextInt(4), random.nextInt(4));
  }
}
