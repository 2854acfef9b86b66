package nl.steunpunt.issues.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever happens in whatever order: nobody hears the same news twice, and in the end everyone who
 * is hit has heard how it stands. From seeds, so that what fails can be seen again.
 */
@SteunpuntTest
class HeardOnceTest {
  private static final int ACTS = 40;
  private static final List<String> STATUSES =
      List.of("reported", "confirmed", "in_progress", "fix_planned", "resolved", "wont_fix");

  @Autowired World world;
  @Autowired IssueWorld issues;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  private final List<String> did = new ArrayList<>();

  /** By person: which news they heard, by mail or from their power user. */
  private final Map<Colleague, List<String>> heard = new HashMap<>();

  /** Who read the issue themselves or knows it because they said so. */
  private final Map<Colleague, Set<String>> know = new HashMap<>();

  private Instant now = Instant.EPOCH;
  private long issue;
  private long mailsSeen;

  @RepeatedTest(25)
  void everyoneHearsOnceAndNobodyTwice(org.junit.jupiter.api.RepetitionInfo repetition) {
    var seed = repetition.getCurrentRepetition();
    var random = new Random(seed);
    now = clock.instant();
    sql.sql("delete from notify.pending").update();
    var people = List.of(world.sanne(), world.emma(), world.noor(), world.lotte(), world.ahmet());
    issue = issues.issue();
    mailsSeen = newestMail();
    for (var act = 0; act < ACTS; act++) {
      act(random, people);
      noteMails();
    }
    pass(Duration.ofDays(30));
    var newest =
        sql.sql("select max(id) from issues.news where issue_id = :i")
            .param("i", issue)
            .query(Long.class)
            .optional();
    for (var who : people) {
      var news = heard.getOrDefault(who, List.of());
      assertThat(news).as("seed %d, %s, %s", seed, who.name(), did).doesNotHaveDuplicates();
      var state = issues.state(issue, who);
      assertThat(state).as("seed %d, %s, %s", seed, who.name(), did).isNotEqualTo("to_tell");
      if (newest.isPresent() && !state.isEmpty()) {
        var last = newest.get().toString();
        assertThat(news.contains(last) || know.getOrDefault(who, Set.of()).contains(last))
            .as("seed %d, %s, %s, %s", seed, who.name(), state, did)
            .isTrue();
      }
    }
  }

  private void act(Random random, List<Colleague> people) {
    var who = people.get(random.nextInt(people.size()));
    var powerUser = List.of(world.fatima(), world.liam(), world.joost()).get(random.nextInt(3));
    switch (random.nextInt(12)) {
      case 0, 1 -> {
        did.add("joins " + who.name());
        world.as(who).post("/issues/" + issue + "/me-too");
      }
      case 2 -> {
        did.add("leaves " + who.name());
        world.as(who).post("/issues/" + issue + "/leaving");
      }
      case 3, 4 -> {
        var status = STATUSES.get(random.nextInt(STATUSES.size()));
        did.add(status);
        issues.change(issue, status, random.nextBoolean() ? "Druk F" + random.nextInt(12) : "");
      }
      case 5 -> tell(powerUser, random.nextBoolean());
      case 6 -> {
        did.add("reads " + who.name());
        var before = issues.state(issue, who);
        world.as(who).page("/issues/" + issue);
        if (!before.isEmpty()) {
          know.computeIfAbsent(who, _ -> new HashSet<>()).add(issues.news(issue));
        }
      }
      case 7 -> dispute(powerUser, people);
      case 8 -> {
        did.add("away " + powerUser.name());
        sql.sql("delete from network.absence").update();
        if (random.nextBoolean()) {
          issues.away(powerUser);
        }
      }
      case 9 -> {
        did.add("release");
        issues.release(issue);
      }
      case 10 -> {
        var says = random.nextBoolean() ? "yes" : "no";
        did.add(who.name() + " answers " + says);
        world.as(who).post("/issues/" + issue + "/works", "works", says);
        whoSaidSoKnows(people);
      }
      default -> pass(Duration.ofMinutes(1 + random.nextInt(3_000)));
    }
  }

  private void tell(Colleague powerUser, boolean some) {
    var page = world.as(powerUser).page("/notices");
    var card = page.selectFirst(".telling-card#issue-" + issue);
    if (card == null) {
      return;
    }
    var names = card.select(".telling-names li").eachText();
    var fields = new ArrayList<>(List.of("news", issues.news(issue)));
    var told = names;
    if (some) {
      told = names.subList(0, 1);
      var id =
          sql.sql("select id from people.person where name = :name and active")
              .param("name", told.getFirst())
              .query(Long.class)
              .single();
      fields.addAll(List.of("part", "true", "person", id.toString()));
    }
    did.add(powerUser.name() + " tells " + told);
    assertThat(
            world
                .as(powerUser)
                .post("/notices/" + issue + "/receipt", fields.toArray(String[]::new)))
        .hasStatus(303);
    for (var name : told) {
      hears(name, issues.news(issue));
    }
  }

  private void dispute(Colleague powerUser, List<Colleague> people) {
    var reply =
        world
            .as(powerUser)
            .post("/notices/" + issue + "/dispute", "news", newsOrNone(), "text", "Niet waar");
    if (reply.getResponse().getStatus() == 303) {
      did.add(powerUser.name() + " says it is not so");
      whoSaidSoKnows(people);
    }
  }

  /** That it is open again because of it. */
  private void whoSaidSoKnows(List<Colleague> people) {
    for (var who : people) {
      if (issues.state(issue, who).equals("disputed")) {
        know.computeIfAbsent(who, _ -> new HashSet<>()).add(issues.news(issue));
      }
    }
  }

  private String newsOrNone() {
    return sql.sql("select coalesce(max(id), 1) from issues.news where issue_id = :issue")
        .param("issue", issue)
        .query(Long.class)
        .single()
        .toString();
  }

  private void pass(Duration time) {
    now = now.plus(time);
    did.add("passes " + time);
    issues.until(now);
    noteMails();
  }

  private long newestMail() {
    return sql.sql("select coalesce(max(id), 0) from platform.mail").query(Long.class).single();
  }

  /** A mail says how it stands when it is written: the newest news. */
  private void noteMails() {
    var names =
        sql.sql(
                """
                select p.name from platform.mail m join people.person p on p.email::text = m.recipient and p.active
                 where m.id > :seen and (m.text_body like :link or m.text_body like '%/works-now/%') order by m.id
                """)
            .param("seen", mailsSeen)
            .param("link", "%/issues/" + issue + "%")
            .query(String.class)
            .list();
    names.forEach(name -> hears(name, issues.news(issue)));
    mailsSeen = newestMail();
  }

  private void hears(String name, String news) {
    for (var who :
        List.of(world.sanne(), world.emma(), world.noor(), world.lotte(), world.ahmet())) {
      if (who.name().equals(name)) {
        heard.computeIfAbsent(who, _ -> new ArrayList<>()).add(news);
      }
    }
  }
}
