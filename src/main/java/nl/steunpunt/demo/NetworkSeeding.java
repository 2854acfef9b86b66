package nl.steunpunt.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.steunpunt.network.Absences;
import nl.steunpunt.network.Constituencies;
import nl.steunpunt.network.ConstituencyRule;
import nl.steunpunt.network.ConstituencyRule.Kind;
import nl.steunpunt.network.Grant;
import nl.steunpunt.network.ItSystem;
import nl.steunpunt.network.Mandates;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.Systems;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.network.Topics;
import nl.steunpunt.platform.time.OrganisationClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Nova ERP, live for six weeks, with its topics and its power users. */
@Component
class NetworkSeeding {

  static final String NOVA = "erp";
  static final Duration SIX_WEEKS = Duration.ofDays(42);

  private final Systems systems;
  private final Topics topics;
  private final Mandates mandates;
  private final Constituencies constituencies;
  private final Absences absences;
  private final Colleagues colleagues;
  private final MandateSeeding agreements;
  private final ProfileSeeding profiles;
  private final FloorPlanSeeding plans;

  NetworkSeeding(
      Systems systems,
      Topics topics,
      Mandates mandates,
      Constituencies constituencies,
      Absences absences,
      Colleagues colleagues,
      MandateSeeding agreements,
      ProfileSeeding profiles,
      FloorPlanSeeding plans) {
    this.systems = systems;
    this.topics = topics;
    this.mandates = mandates;
    this.constituencies = constituencies;
    this.absences = absences;
    this.colleagues = colleagues;
    this.agreements = agreements;
    this.profiles = profiles;
    this.plans = plans;
  }

  @Transactional
  void seed(Collection<PowerUser> powerUsers, Instant now) {
    var liveOn = now.minus(SIX_WEEKS);
    var nova = nova(day(liveOn));
    var known = topics(nova);
    var people = colleagues.people();
    var departments = colleagues.departments();
    var locations = colleagues.locations();
    for (var powerUser : powerUsers) {
      var rules = new HashSet<ConstituencyRule>();
      powerUser
          .departments()
          .forEach(path -> rules.add(new ConstituencyRule(Kind.DEPARTMENT, departments.id(path))));
      powerUser
          .locations()
          .forEach(path -> rules.add(new ConstituencyRule(Kind.LOCATION, locations.id(path))));
      var knows =
          powerUser.topics().stream()
              .map(known::get)
              .map(Objects::requireNonNull)
              .collect(Collectors.toSet());
      var mandate =
          mandates.grant(
              new Grant(
                  people.person(powerUser.employee()),
                  nova,
                  powerUser.sharePercent(),
                  rules,
                  knows),
              liveOn,
              powerUser.weeks() == null ? null : day(liveOn).plusWeeks(powerUser.weeks()));
      agreements.tell(mandate, powerUser, people, now);
    }
    profiles.seed(powerUsers, people);
    constituencies.recompute();
  }

  /** What power users show to who is not signed in, and how to reach them. */
  @Transactional
  void open(Collection<PowerUser> powerUsers) {
    profiles.open(powerUsers, colleagues.people());
    plans.seed(powerUsers, colleagues.people(), colleagues.locations());
  }

  /** Someone is away today, and someone will be: for the lead's board, and for routing to show. */
  @Transactional
  void away(Organisation novum, Instant now) {
    var people = colleagues.people();
    var yvonne = people.person(novum.named("Yvonne Timmermans"));
    var karin = people.person(novum.named("Karin Verhoeven"));
    var today =
        now.atZone(OrganisationClock.ZONE).toLocalDate().atStartOfDay(OrganisationClock.ZONE);
    absences.plan(yvonne, today.toInstant(), today.plusDays(3).toInstant());
    absences.plan(karin, today.plusDays(7).toInstant(), today.plusDays(14).toInstant());
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, OrganisationClock.ZONE);
  }

  private SystemId nova(LocalDate liveOn) {
    return systems
        .byKey(NOVA)
        .map(ItSystem::id)
        .orElseGet(() -> systems.create(NOVA, "Nova ERP", liveOn));
  }

  private Map<String, TopicId> topics(SystemId nova) {
    var known = new HashMap<String, TopicId>();
    topics.all(nova).forEach(topic -> known.put(topic.key(), topic.id()));
    for (var row : Tables.rows("topics.csv")) {
      known.computeIfAbsent(
          row.get("key"), key -> topics.create(nova, key, row.get("name_nl"), row.get("name_en")));
    }
    return known;
  }
}
