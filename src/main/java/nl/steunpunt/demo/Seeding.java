package nl.steunpunt.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import nl.steunpunt.demo.Seeding.Mark.State;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.time.OrganisationClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Fills an empty database with Novum, before the server takes its first request: nobody sees half
 * an organisation. Each part leaves alone what is there already, so a start that was cut off is
 * taken up by the next; a database with people of its own is never touched. With {@code
 * steunpunt.demo.seed=false} the demo begins empty, for a client that brings its own people.
 */
@Component
@ConditionalOnProperty("steunpunt.demo")
@ConditionalOnProperty(value = "steunpunt.demo.seed", matchIfMissing = true)
class Seeding implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Seeding.class);
  private static final String MARK = "demo-seed";

  record Mark(State state) {
    enum State {
      ABSENT,
      BEGUN,
      DONE
    }
  }

  private final OneNode oneNode;
  private final Settings settings;
  private final BrandSeeding brand;
  private final PeopleSeeding people;
  private final NetworkSeeding network;
  private final MandateSeeding mandates;
  private final SupportSeeding support;
  private final RisingSeeding rising;
  private final RoundSeeding rounds;
  private final CalendarSeeding calendars;
  private final ToldSeeding told;
  private final CampaignSeeding campaign;
  private final DeskHistorySeeding deskHistory;
  private final PaperSeeding paper;
  private final OrganisationCalendar calendar;
  private final Clock clock;
  private volatile boolean running;

  Seeding(
      OneNode oneNode,
      Settings settings,
      BrandSeeding brand,
      PeopleSeeding people,
      NetworkSeeding network,
      MandateSeeding mandates,
      SupportSeeding support,
      RisingSeeding rising,
      RoundSeeding rounds,
      CalendarSeeding calendars,
      ToldSeeding told,
      CampaignSeeding campaign,
      DeskHistorySeeding deskHistory,
      PaperSeeding paper,
      OrganisationCalendar calendar,
      Clock clock) {
    this.oneNode = oneNode;
    this.settings = settings;
    this.brand = brand;
    this.people = people;
    this.network = network;
    this.mandates = mandates;
    this.support = support;
    this.rising = rising;
    this.rounds = rounds;
    this.calendars = calendars;
    this.told = told;
    this.campaign = campaign;
    this.deskHistory = deskHistory;
    this.paper = paper;
    this.calendar = calendar;
    this.clock = clock;
  }

  @Override
  public void start() {
    oneNode.during(this::seed);
    running = true;
  }

  private void seed() {
    var mark = settings.get(MARK, Mark.class, new Mark(State.ABSENT));
    if (mark.state == State.DONE || (mark.state == State.ABSENT && !people.isEmpty())) {
      return;
    }
    var started = System.nanoTime();
    settings.remember(MARK, new Mark(State.BEGUN));
    var novum = Organisation.novum();
    var now = clock.instant();
    brand.seed();
    people.seed(novum.employees(), leaving(novum, now));
    network.seed(novum.powerUsers(), now);
    told.listen();
    var telling = new Telling(novum, calendar.current(), now);
    support.seed(telling.story(), telling.earlier(), novum.powerUsers(), now);
    rising.seed(novum, now);
    rounds.seed(novum.powerUsers(), now);
    calendars.seed(novum.powerUsers(), now);
    told.seed(novum.powerUsers());
    campaign.seed(now);
    deskHistory.seed(now);
    paper.seed(now);
    network.away(novum, now);
    network.open(novum.powerUsers());
    mandates.candidates(novum, now);
    settings.remember(MARK, new Mark(State.DONE));
    LOG.info(
        "The demo organisation was made in {} ms",
        Duration.ofNanos(System.nanoTime() - started).toMillis());
  }

  /** One of those whose agreement has no end in sight, so that it shows beside those that end. */
  private static Map<Employee, LocalDate> leaving(Organisation novum, Instant now) {
    var today = LocalDate.ofInstant(now, OrganisationClock.ZONE);
    return novum.powerUsers().stream()
        .filter(one -> one.agreed().equals("yes") && one.weeks() == null)
        .map(PowerUser::employee)
        .filter(one -> Cast.ALL.stream().noneMatch(cast -> cast.name().equals(one.name())))
        .limit(1)
        .collect(Collectors.toMap(one -> one, one -> today.plusWeeks(5)));
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server, and before the timers. */
  @Override
  public int getPhase() {
    return 0;
  }
}
