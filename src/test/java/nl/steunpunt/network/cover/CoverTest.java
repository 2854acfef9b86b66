package nl.steunpunt.network.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.network.Absences;
import nl.steunpunt.network.Candidacies;
import nl.steunpunt.network.Mandates;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.i18n.Moments;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SteunpuntTest
class CoverTest {
  private static final String COVER = "/network/cover";
  private static final String TARGET = "/network/cover/target";

  @Autowired World world;
  @Autowired Mandates mandates;
  @Autowired Candidacies candidacies;
  @Autowired Absences absences;
  @Autowired HelpCounting counting;
  @Autowired Clock clock;
  @Autowired JdbcClient sql;
  Browser lead;
  String nova;

  @BeforeEach
  void signIn() {
    lead = world.as(world.marieke());
    nova = world.nova().toString();
  }

  private long number(String query, Object... values) {
    var statement = sql.sql(query);
    for (var value : values) {
      statement = statement.param(value);
    }
    return statement.query(Long.class).single();
  }

  private long department(Colleague colleague) {
    return number(
        "select department_id from people.pub_person where id = ?", colleague.id().value());
  }

  private long mandate(Colleague colleague) {
    return mandates.of(colleague.id(), world.nova()).orElseThrow().id().value();
  }

  private Element hole(String where) {
    return lead.page(COVER).select(".cover-hole").stream()
        .filter(hole -> hole.expectFirst(".cover-hole-where").text().equals(where))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Element page, String need) {
    return Objects.requireNonNull(page.expectFirst("#need-" + need).closest("section")).text();
  }

  @ParameterizedTest
  @CsvSource({
    "nl, Power users en collega’s, Net live, Per plek, Geen power user",
    "en, Power users and colleagues, Just gone live, By place, No power user"
  })
  void speaksTheLeadsLanguage(
      String language, String ratio, String phase, String place, String need) {
    sql.sql("update people.person set language = ? where id = ?")
        .param(language)
        .param(world.marieke().id().value())
        .update();
    var page = lead.page(COVER);
    assertThat(page.expectFirst(".cover-ratio h2").text()).isEqualTo(ratio);
    assertThat(page.expectFirst(".cover-ratio").text()).contains(phase, "1");
    assertThat(page.select(".cover-where nav a").eachText()).contains(place);
    assertThat(page.expectFirst("#need-holes").text()).startsWith(need);
  }

  @Test
  void theNumbersAreThoseOfThePeople() {
    var users =
        number(
            """
            select count(*) from people.pub_person p where p.active
               and not exists (select from network.pub_power_user u where u.person_id = p.id and u.system_id = ?)
            """,
            world.nova().value());
    var unserved =
        number(
            """
            select count(*) from people.pub_person p where p.active
               and not exists (select from network.pub_power_user u where u.person_id = p.id and u.system_id = ?)
               and not exists (select from network.constituency c
                                where c.person_id = p.id and c.system_id = ? and c.rank = 0)
            """,
            world.nova().value(),
            world.nova().value());
    var page = lead.page(COVER);
    assertThat(page.select(".cover-numbers .tile-number").get(1).text()).isEqualTo("" + unserved);
    assertThat(page.expectFirst(".cover-ratio").text()).contains(users + " collega’s");
    for (var by : List.of("department", "location")) {
      var rows = lead.page(COVER + "?by=" + by).select(".cover-places tbody tr:not(.board-child)");
      assertThat(
              rows.stream().mapToLong(row -> Long.parseLong(row.select("td").get(0).text())).sum())
          .as(by)
          .isEqualTo(users);
    }
  }

  /** Who leaves the directory's active people is no user any more. */
  @Test
  void onlyActivePeopleCount() {
    var before = sums(COVER);
    sql.sql("update people.person set active = false where id = ?")
        .param(world.lotte().id().value())
        .update();
    assertThat(sums(COVER)).as("nothing was counted anew").isEqualTo(before);
    counting.fireDue(clock.instant().plus(Duration.ofDays(2)));
    assertThat(sums(COVER)).isEqualTo(before - 1);
  }

  private int sums(String address) {
    return lead.page(address).select(".cover-places tbody tr:not(.board-child)").stream()
        .mapToInt(row -> Integer.parseInt(row.select("td").get(0).text()))
        .sum();
  }

  @Test
  void eachTileLeadsToItsPlaceAndSaysInWordsWhatItShows() {
    var page = lead.page(COVER);
    var tile =
        page.select(".map-desk .map-tile").stream()
            .filter(one -> one.attr("aria-label").startsWith("Transport,"))
            .findFirst()
            .orElseThrow();
    assertThat(tile.attr("aria-label")).contains("zonder power user", "zonder vervanger");
    assertThat(tile.select("rect[fill^=url(#lines]"))
        .as("a pattern beside the colour")
        .isNotEmpty();
    var there = lead.page(tile.attr("href"));
    assertThat(there.select(".cover-above strong").text()).isEqualTo("Transport");
    assertThat(there.select(".cover-hole-where").eachText())
        .containsExactly("Logistiek · Transport");
    assertThat(there.select(".map-tile")).isEmpty();
    assertThat(page.select(".cover-map a")).allMatch(link -> !link.attr("href").isEmpty());
  }

  @Test
  void aHoleOffersWhoWantsToAndWhoIsNear() {
    candidacies.volunteer(
        world.lotte().id(), world.nova(), "Ze vragen mij toch al", clock.instant());
    var hole = hole("Logistiek · Transport");
    assertThat(hole.select(".offers li")).hasSizeBetween(1, 3);
    var first = hole.expectFirst(".offers li");
    assertThat(first.text()).contains(world.lotte().name(), "Wil zelf");
    assertThat(first.select("a").attr("href")).endsWith("&person=" + world.lotte().id());
    assertThat(hole.text()).contains("werkt dichtbij", "heeft plek voor");

    var offer = hole.expectFirst(".offers a[href*=who=]").attr("href");
    var form = lead.page(offer);
    assertThat(form.select("input[name=who][checked]")).hasSize(1);
    var find = lead.page(hole.expectFirst(".cover-more a").attr("href"));
    assertThat(find.select("#candidates strong").eachText()).contains(world.lotte().name());
    assertThat(find.select(".find-place").text()).contains("Logistiek · Transport");
  }

  @Test
  void whoseManagerSaidNoCanBeAskedOnceMore() {
    sql.sql(
            """
            insert into network.mandate (person_id, system_id, state, stage, share_percent)
            values (?, ?, 'waiting', 'declined', 10)
            """)
        .param(world.lotte().id().value())
        .param(world.nova().value())
        .update();
    var offer = hole("Logistiek · Transport").expectFirst(".offers li");
    assertThat(offer.text())
        .contains(world.lotte().name(), "Niet akkoord", "leidinggevende opnieuw");
    assertThat(lead.get(offer.select("a").attr("href"))).hasStatusOk();
  }

  @Test
  void fewerNamesThanFiveAreNotShown() {
    var others =
        sql.sql("select id from people.pub_person where active and id <> ? order by id limit 4")
            .param(world.lotte().id().value())
            .query(nl.steunpunt.people.PersonId.class)
            .list();
    others.forEach(
        one -> candidacies.nominate(one, world.nova(), world.lotte().id(), clock.instant()));
    assertThat(hole("Logistiek · Transport").text()).doesNotContain(world.lotte().name());
  }

  @Test
  void whoIsAwayForLongOrEndsSoonIsNamedWithWhatItMeans() {
    var now = clock.instant();
    absences.plan(world.liam().id(), now.minusSeconds(60), now.plus(Duration.ofDays(30)));
    sql.sql("update network.mandate set ends_on = ? where id = ?")
        .param(java.time.LocalDate.ofInstant(now, java.time.ZoneOffset.UTC).plusDays(20))
        .param(mandate(world.joost()))
        .update();
    var page = lead.page(COVER);
    assertThat(text(page, "inactive")).contains(world.liam().name(), "Weg tot");
    assertThat(text(page, "leaving")).contains(world.joost().name(), "Loopt af op");
  }

  @Test
  void whoLeavesIsNamedInTimeAndSomebodyElseCanBeFound() {
    var today = java.time.LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    sql.sql("update people.person set last_day = ? where id = ?")
        .param(today.plusDays(70))
        .param(world.joost().id().value())
        .update();
    assertThat(lead.page(COVER).select("#needs").text()).doesNotContain("gaat weg");
    sql.sql("update people.person set last_day = ? where id = ?")
        .param(today.plusDays(30))
        .param(world.joost().id().value())
        .update();
    var section =
        Objects.requireNonNull(lead.page(COVER).expectFirst("#need-leaving").closest("section"));
    assertThat(section.text()).contains(world.joost().name(), "gaat weg", "Werkt hier tot en met");
    var next = section.expectFirst("a[href*=department=" + department(world.joost()) + "]");
    assertThat(lead.get(next.attr("href"))).hasStatusOk();
    var joost = world.as(world.fatima()).page("/who-helps?person=" + world.joost().id());
    assertThat(joost.select("main").text())
        .as("colleagues see him and are told nothing of it")
        .contains(world.joost().name())
        .doesNotContain("gaat weg", "Werkt hier tot")
        .doesNotContain(dutch(today.plusDays(30)));
  }

  /**
   * Until the file says more: whoever works here by it, and should not, is nobody who leaves soon.
   */
  @Test
  void aLastDayThatHasPassedIsSaidToHavePassed() {
    var today = LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE);
    for (var day : List.of(today, today.minusDays(1))) {
      sql.sql("update people.person set last_day = ? where id = ?")
          .param(day)
          .param(world.joost().id().value())
          .update();
      var line =
          lead.page(COVER).select("section[aria-labelledby=need-leaving] li").stream()
              .filter(one -> one.text().contains(world.joost().name()))
              .findFirst()
              .orElseThrow();
      if (day.isBefore(today)) {
        assertThat(line.text())
            .contains("laatste dag is voorbij", "Werkte hier tot en met ", dutch(day))
            .doesNotContain("gaat weg", "Werkt hier");
      } else {
        assertThat(line.text()).contains("gaat weg", "Werkt hier tot en met ", dutch(day));
      }
      assertThat(line.select("a[href*=department=" + department(world.joost()) + "]")).hasSize(1);
    }
    assertThat(lead.page(COVER).select("main").text()).doesNotContain("binnenkort");
  }

  private static String dutch(LocalDate day) {
    return Moments.written("d MMM", Messages.DUTCH).format(day);
  }

  /** Whoever closes more of a hole stands first; with as much the nearer one. */
  @Test
  void amongThoseNearTheOneWithRoomForMostStandsFirst() {
    var differed = false;
    for (var most = 4; most <= 40; most += 4) {
      sql.sql("delete from network.cover_target").update();
      sql.sql(
              """
              insert into network.cover_target (system_id, phase, go_live_from, go_live_up_to, settling_from, settling_up_to,
                                                stable_up_to, knowers)
              values (?, 'go_live', 1, ?, 1, 100, 100, 2)
              """)
          .param(world.nova().value())
          .param(most)
          .update();
      for (var hole : lead.page(COVER).select(".cover-hole")) {
        var room =
            hole.select(".offers .small").eachText().stream()
                .filter(text -> text.startsWith("heeft plek voor"))
                .map(text -> Integer.valueOf(text.replaceAll("\\D+(\\d+).*", "$1")))
                .toList();
        assertThat(room).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        differed |= room.stream().distinct().count() > 1;
      }
    }
    assertThat(differed).as("there was something to sort").isTrue();
  }

  /** By what the histories tell, whatever the state says today. */
  @Test
  void theWeeksTellHowManyHadAnAgreementThen() {
    var before = week(2);
    var now = week(0);
    var joost = mandates.of(world.joost().id(), world.nova()).orElseThrow();
    assertThat(lead.post("/network/power-users/" + joost.id() + "/ending")).hasStatus(303);
    assertThat(week(2)).as("what was, was").isEqualTo(before);
    assertThat(week(0)).isEqualTo(List.of(now.get(0) - 1, now.get(1) - 1));
    assertThat(week(0))
        .isEqualTo(
            List.of(
                (int)
                    number(
                        "select count(*) from network.pub_power_user where system_id = ?",
                        world.nova().value()),
                (int)
                    number(
                        "select count(*) from network.pub_power_user where state = 'active' and system_id = ?",
                        world.nova().value())));
  }

  /** Power users and those with an agreement, so many weeks back. */
  private List<Integer> week(int back) {
    var rows = lead.page(COVER).select("section[aria-labelledby=path] tbody tr");
    var numbers = rows.get(rows.size() - 1 - back).select("td");
    return List.of(
        Integer.parseInt(numbers.get(0).text()), Integer.parseInt(numbers.get(1).text()));
  }

  @Test
  void aWeekThatNobodyCountedSaysSoAndTheStepsLeadOn() {
    counting.fireDue(clock.instant().plus(Duration.ofDays(2)));
    var path = lead.page(COVER).expectFirst("section[aria-labelledby=path]");
    assertThat(path.text()).contains("niet geteld");
    assertThat(path.select("ol a").eachText())
        .anyMatch(step -> step.startsWith("Krijg antwoord van"))
        .anyMatch(step -> step.startsWith("Vraag de leidinggevenden van 3"));
    assertThat(path.select("ol p.quiet").eachText()).anyMatch(then -> then.contains("van de 20"));
    assertThat(
            lead.page(COVER + "?at=" + department(world.lotte())).select("[aria-labelledby=path]"))
        .as("of the whole organisation")
        .isEmpty();
  }

  @Test
  void topicsThatTooFewKnowAndWhichAreCritical() {
    var topic =
        number(
            "select min(id) from network.topic where system_id = ? and active",
            world.nova().value());
    sql.sql("delete from network.topic_knowledge where topic_id = ?").param(topic).update();
    var page = lead.page(COVER);
    var name =
        sql.sql("select name_nl from network.topic where id = ?")
            .param(topic)
            .query(String.class)
            .single();
    assertThat(text(page, "topics")).contains(name, "Niemand kent het goed");
    assertThat(lead.page(COVER + "?by=topic").select(".cover-places th").eachText()).contains(name);

    var form = lead.page(TARGET + "?system=" + nova);
    var fields = fields(form, "phase", "stable", "goLiveUpTo", "25");
    var without = new ArrayList<String>();
    for (var i = 0; i < fields.size(); i += 2) {
      if (!(fields.get(i).equals("critical") && fields.get(i + 1).equals("" + topic))) {
        without.addAll(fields.subList(i, i + 2));
      }
    }
    assertThat(lead.post(TARGET, without.toArray(String[]::new))).hasStatus(303);
    var after = lead.page(COVER);
    assertThat(after.expectFirst(".cover-ratio").text()).contains("hoogstens 1 op 100");
    assertThat(after.select("#needs").text()).doesNotContain("Niemand kent het goed");
    assertThat(number("select count(*) from platform.audit where what = 'cover_target_changed'"))
        .isEqualTo(1);
  }

  private static List<String> fields(Element page, String... changed) {
    var fields = new ArrayList<String>();
    page.select("main form input").stream()
        .filter(input ->
            !List.of("radio", "checkbox").contains(input.attr("type")) || input.hasAttr("checked"))
        .forEach(input -> {
          fields.add(input.attr("name"));
          fields.add(input.val());
        });
    for (var i = 0; i < changed.length; i += 2) {
      var at = fields.indexOf(changed[i]);
      fields.set(at + 1, changed[i + 1]);
    }
    return fields;
  }

  @Test
  void aTargetThatCannotBeComesBackWithWhatWasTyped() {
    var form = lead.page(TARGET + "?system=" + nova);
    var refused =
        lead.post(
            TARGET,
            fields(form, "goLiveFrom", "30", "goLiveUpTo", "20", "stableUpTo", "veel", "phase", "x")
                .toArray(String[]::new));
    assertThat(refused).hasStatus(422);
    var page = Browser.html(refused);
    assertThat(page.select(".error-summary a").eachAttr("href"))
        .containsExactly("#phase", "#goLiveUpTo", "#stableUpTo");
    assertThat(page.expectFirst("#stableUpTo").val()).isEqualTo("veel");
    assertThat(lead.page(TARGET + "?system=" + nova).expectFirst("#goLiveUpTo").val())
        .isEqualTo("20");
    assertThat(lead.get(TARGET + "?system=987654")).hasStatus(404);
  }

  @Test
  void aTeamThatOnlyCallsTheHelpdeskIsSeenAndNoLongerWhenItAsks() {
    var five =
        sql.sql(
                """
                select p.department_id, d.path from people.pub_person p
                  join people.pub_department d on d.id = p.department_id
                 where p.active group by 1, 2 having count(*) >= 5 order by 1 limit 1
                """)
            .query((row, n) -> List.of(row.getLong(1), row.getString(2)))
            .single();
    var caller =
        sql.sql("select min(id) from people.pub_person where active and department_id = ?")
            .param(five.getFirst())
            .query(Long.class)
            .single();
    for (var i = 0; i < 3; i++) {
      asked(caller, "desk_first");
    }
    count();
    var path = five.getLast().toString().replace("/", " · ");
    assertThat(text(lead.page(COVER), "calling")).contains(path, "3 keer");
    asked(caller, "asked");
    count();
    assertThat(lead.page(COVER).select("#need-calling")).isEmpty();
  }

  private void count() {
    sql.sql("delete from network.cover_counted").update();
    assertThat(counting.fireDue(clock.instant())).hasSize(1);
    assertThat(counting.fireDue(clock.instant())).as("once a day").isEmpty();
  }

  private void asked(long asker, String origin) {
    sql.sql(
            """
            insert into support.question (asker_id, filed_by_id, system_id, text, status, asked_at, changed_at, origin)
            values (:asker, :asker, :system, 'Nova', 'closed', :now, :now, :origin)
            """)
        .param("asker", asker)
        .param("system", world.nova())
        .param("now", clock.instant())
        .param("origin", origin)
        .update();
  }

  @Test
  void oneListAloneGoesOnInPages() {
    var page = lead.page(COVER + "?only=alone");
    assertThat(page.select("#needs section")).hasSize(1);
    assertThat(page.select(".cover-map")).isEmpty();
    assertThat(lead.page(COVER + "?only=nonsense&by=nonsense&from=-3").select(".cover-map"))
        .hasSize(2);
  }

  @Test
  void isForTheNetworkLeadAndAPlaceThatIsNotThereIsNowhere() {
    for (var other : List.of(world.fatima(), world.willemijn(), world.pieter(), world.noor())) {
      assertThat(world.as(other).get(COVER)).hasStatus(404);
      assertThat(world.as(other).get(TARGET + "?system=" + nova)).hasStatus(404);
      assertThat(world.as(other).post(TARGET, "system", nova)).hasStatus(404);
    }
    assertThat(lead.get(COVER + "?at=987654321")).hasStatus(404);
    assertThat(lead.get(COVER + "?by=location&at=" + department(world.lotte()) * 1000))
        .hasStatus(404);
  }
}
