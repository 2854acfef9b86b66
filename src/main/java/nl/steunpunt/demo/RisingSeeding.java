package nl.steunpunt.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import nl.steunpunt.issues.IssueHistory;
import nl.steunpunt.issues.PastIssue;
import nl.steunpunt.issues.PastIssue.Hit;
import nl.steunpunt.network.Systems;
import nl.steunpunt.network.Topics;
import nl.steunpunt.platform.time.OrganisationCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One topic that rises beyond its usual week: heard of now and then since Nova was tested, which
 * makes the usual week, and by many in the last five working days.
 */
@Component
class RisingSeeding {
  /** Working days before today on which somebody was hit now and then; the first is the last. */
  private static final int TESTED_FROM = 90;

  private static final int TESTED_UNTIL = 11;
  private static final int NOW_AND_THEN = 3;
  private static final int LATELY = 5;
  private static final int EACH_DAY_LATELY = 5;
  private static final int MINUTES_OF_A_DAY = 420;

  private final IssueHistory history;
  private final Systems systems;
  private final Topics topics;
  private final OrganisationCalendar calendar;
  private final Colleagues colleagues;
  private final JdbcClient sql;
  private final Random random = new Random(Organisation.SEED);

  RisingSeeding(
      IssueHistory history,
      Systems systems,
      Topics topics,
      OrganisationCalendar calendar,
      Colleagues colleagues,
      JdbcClient sql) {
    this.history = history;
    this.systems = systems;
    this.topics = topics;
    this.calendar = calendar;
    this.colleagues = colleagues;
    this.sql = sql;
  }

  void seed(Organisation novum, Instant now) {
    var scene = Script.rising();
    var lines = List.of(scene.text().split("\n", 2));
    if (isThere(lines.getFirst())) {
      return;
    }
    var nova = systems.byKey(NetworkSeeding.NOVA).orElseThrow().id();
    var topic = topics.byKey(nova, scene.head().get(1)).orElseThrow().id();
    var people = colleagues.people();
    var reporter = people.person(novum.named(scene.head().get(3)));
    var moments = moments(now);
    var hit = hit(novum);
    var hits = new ArrayList<Hit>();
    for (int i = 0; i < moments.size(); i++) {
      hits.add(new Hit(people.person(hit.get(i)), null, moments.get(i), true));
    }
    history.addAll(
        List.of(
            new PastIssue(
                nova,
                topic,
                scene.head().get(2),
                lines.get(0),
                lines.get(1),
                scene.line("workaround").orElseThrow(),
                scene.flag("severity").orElse(null),
                null,
                reporter,
                reporter,
                moments.getFirst(),
                moments.getLast(),
                hits)));
  }

  private boolean isThere(String title) {
    return sql.sql("select exists (select from issues.pub_issue where title = :title)")
        .param("title", title)
        .query(Boolean.class)
        .single();
  }

  /** The oldest first. */
  private List<Instant> moments(Instant now) {
    var moments = new ArrayList<Instant>();
    var day = LocalDate.ofInstant(now, calendar.current().zone()).minusDays(1);
    for (int before = 1; before <= TESTED_FROM; day = day.minusDays(1)) {
      if (calendar.current().isWorkingDay(day)) {
        int many = before <= LATELY ? EACH_DAY_LATELY : 0;
        if (before >= TESTED_UNTIL && before % NOW_AND_THEN == 0) {
          many = 1;
        }
        for (int i = 0; i < many; i++) {
          moments.add(at(day));
        }
        before++;
      }
    }
    Collections.sort(moments);
    return moments;
  }

  private Instant at(LocalDate day) {
    var current = calendar.current();
    var opens = current.nextWorkingMoment(day.atStartOfDay(current.zone()).toInstant());
    return current.plusWorkingMinutes(opens, random.nextInt(MINUTES_OF_A_DAY));
  }

  /** People who have no part of their own in the story. */
  private List<Employee> hit(Organisation novum) {
    var principals = Cast.ALL.stream().map(novum::member).collect(Collectors.toSet());
    novum.powerUsers().forEach(one -> principals.add(one.employee()));
    var extras =
        new ArrayList<>(
            novum.employees().stream()
                .filter(one -> one.managerNumber() != null && !principals.contains(one))
                .toList());
    Collections.shuffle(extras, random);
    return extras;
  }
}
