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
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.merging.Merging;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Issues become one, and two, and back, while news about them goes round: no notice and no receipt
 * is lost or doubled. From seeds, so that what fails can be seen again.
 */
@SteunpuntTest
class CarriedTest {
  private static final int ACTS = 45;
  private static final List<String> STATUSES =
      List.of("reported", "confirmed", "confirmed", "in_progress", "wont_fix");
  private static final Pattern ISSUE = Pattern.compile("/issues/(\\d+)");

  @Autowired World world;
  @Autowired IssueWorld issues;
  @Autowired Merging merging;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  private Me desk() {
    var pieter = world.pieter();
    return new Me(pieter.id(), pieter.name(), pieter.email(), "nl", List.of("helpdesk"), 0);
  }

  private void merge(long gone, long kept) {
    merging.merge(desk(), new IssueId(gone), new IssueId(kept));
  }

  private void undo(long gone) {
    merging.undo(desk(), new IssueId(gone));
  }

  @Test
  void whoComesToAnIssueThatStandsOtherwiseHearsHowItStands() {
    var gone = issues.issue(world.sanne());
    var kept = issues.issue(world.emma());
    issues.change(kept, "in_progress", "Druk op F5");
    issues.twoWeeksLater();
    merge(gone, kept);
    assertThat(issues.state(kept, world.sanne())).isEqualTo("to_tell");
    assertThat(issues.state(kept, world.emma())).as("knows it").isEqualTo("heard");
    assertThat(world.as(world.fatima()).page("/notices").select("#issue-" + kept).text())
        .contains(world.sanne().name(), "Druk op F5");
  }

  @Test
  void aReceiptComesBackOutOfAMerger() {
    var gone = issues.issue(world.sanne(), world.emma());
    issues.change(gone, "confirmed", "");
    tell(world.fatima(), gone);
    var kept = issues.issue(world.noor());
    issues.change(kept, "confirmed", "");
    merge(gone, kept);
    assertThat(issues.state(kept, world.sanne())).as("the same is known").isEqualTo("told");
    assertThat(issues.state(kept, world.emma())).isEqualTo("to_tell");
    tell(world.liam(), kept);
    undo(gone);
    assertThat(issues.state(gone, world.sanne())).isEqualTo("told");
    assertThat(issues.state(gone, world.emma())).as("heard of both at once").isEqualTo("told");
    assertThat(issues.state(kept, world.emma())).isEmpty();
    assertThat(issues.state(kept, world.noor())).isNotEmpty();
  }

  @Test
  void aNameIsSaidOfAnIssueOnlyWhileTheOtherIsInIt() {
    var gone = issues.issue(world.sanne());
    var kept = issues.issue();
    sql.sql(
            "insert into issues.me_too (issue_id, person_id, at) select id, :sanne, created_at from issues.issue where id = :id")
        .param("sanne", world.sanne().id())
        .param("id", kept)
        .update();
    merge(gone, kept);
    assertThat(named(kept)).isTrue();
    undo(gone);
    assertThat(named(kept)).isFalse();
    assertThat(named(gone)).isTrue();
  }

  private boolean named(long issue) {
    return sql.sql("select named from issues.me_too where issue_id = :id and person_id = :sanne")
        .param("id", issue)
        .param("sanne", world.sanne().id())
        .query(Boolean.class)
        .single();
  }

  private void tell(Colleague powerUser, long issue) {
    assertThat(
            world.as(powerUser).post("/notices/" + issue + "/receipt", "news", issues.news(issue)))
        .hasStatus(303);
  }

  // ---- for any sequence

  /** An issue that is in another one. */
  private record In(long kept, long news, Map<Colleague, Long> passed) {}

  private final List<String> did = new ArrayList<>();
  private final Map<Colleague, Set<Long>> known = new HashMap<>();
  private final Map<Long, In> gone = new HashMap<>();
  private final List<Long> all = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private long mailsSeen;

  private List<Colleague> people() {
    return List.of(world.sanne(), world.emma(), world.noor(), world.lotte(), world.ahmet());
  }

  @RepeatedTest(30)
  void nothingIsLostOrDoubledByAnySequence(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    did.add("seed " + repetition.getCurrentRepetition());
    now = clock.instant();
    sql.sql("delete from notify.pending").update();
    for (var n = 0; n < 4; n++) {
      all.add(issues.issue());
    }
    for (var n = 0; n < 6; n++) {
      asked(one(all, random), List.of(world.sanne(), world.emma()).get(n % 2));
    }
    mailsSeen = newestMail();
    for (var act = 0; act < ACTS; act++) {
      act(random);
      noteMails();
      nobodyIsToBeToldWhatTheyKnow();
    }
    pass(Duration.ofDays(30));
    for (var issue : visible()) {
      var news = newest(issue);
      for (var who : people()) {
        assertThat(issues.state(issue, who)).as("%s %s", who.name(), did).isNotEqualTo("to_tell");
        if (news != 0 && follows(issue, who) && !isCarried(news)) {
          assertThat(known(who)).as("%s of %s: %s", who.name(), issue, did).contains(news);
        }
      }
    }
  }

  private void act(Random random) {
    var who = one(people(), random);
    var issue = one(visible(), random);
    switch (random.nextInt(12)) {
      case 0, 1 -> {
        var before = follows(issue, who);
        did.add(who.name() + " joins " + issue);
        world.as(who).post("/issues/" + issue + "/me-too");
        if (!before && follows(issue, who)) {
          known(who).add(newest(issue));
        }
      }
      case 2 -> {
        did.add(who.name() + " leaves " + issue);
        world.as(who).post("/issues/" + issue + "/leaving");
        if (!follows(issue, who)) {
          inside(issue).forEach(one -> Objects.requireNonNull(gone.get(one)).passed.remove(who));
        }
      }
      case 3, 4 -> {
        var status = one(STATUSES, random);
        did.add(issue + " " + status);
        issues.change(issue, status, random.nextInt(3) == 0 ? "Druk F" + random.nextInt(3) : "");
      }
      case 5 -> told(one(List.of(world.fatima(), world.liam(), world.joost()), random));
      case 6 -> {
        did.add(who.name() + " reads " + issue);
        var waits = !issues.state(issue, who).isEmpty();
        world.as(who).page("/issues/" + issue);
        if (waits) {
          knows(who, issue, newest(issue));
        }
      }
      case 7, 8 -> {
        var other = one(visible(), random);
        if (!other.equals(issue)) {
          merged(issue, other, random);
        }
      }
      case 9 -> {
        if (!gone.isEmpty()) {
          var back = one(List.copyOf(gone.keySet()).stream().sorted().toList(), random);
          try {
            undo(back);
            did.add("undo " + back);
            gone.remove(back);
          } catch (Refusal notInOrder) {
            assertThat(notInOrder).isNotNull();
          }
        }
      }
      case 10 -> split(issue, random);
      default -> pass(Duration.ofMinutes(1 + random.nextInt(3_000)));
    }
  }

  private void merged(long issue, long kept, Random random) {
    did.add("merge " + issue + " into " + kept);
    var same = standing(issue).equals(standing(kept));
    var news = newest(issue);
    var before = newest(kept);
    var own = before != 0 && !isCarried(before);
    var mailed = allIsMailed(issue);
    var begun = hearings(issue, kept);
    var come = people().stream().filter(p -> follows(issue, p) && !follows(kept, p)).toList();
    merge(issue, kept);
    if (mailed && random.nextBoolean()) {
      undo(issue);
      assertThat(hearings(issue, kept)).as("as it was: %s", did).isEqualTo(begun);
      merge(issue, kept);
    }
    var after = newest(kept);
    var passed = new HashMap<Colleague, Long>();
    for (var who : people()) {
      var waits =
          begun.contains(issue + " " + who.name() + " to_tell") || unsentOf(who, issue, news);
      if (come.contains(who) && (same || !own) && !waits) {
        known(who).add(after);
      }
      if (same && waits && issues.state(kept, who).equals("to_tell")) {
        passed.put(who, after);
      }
    }
    gone.put(issue, new In(kept, news, passed));
  }

  /** The product told, and the mail has not gone. */
  private boolean unsentOf(Colleague who, long issue, long news) {
    return follows(issue, who)
        && news != 0
        && !known(who).contains(news)
        && restsUntold(issue, who);
  }

  private boolean restsUntold(long issue, Colleague who) {
    return sql.sql(
            "select exists (select from issues.hearing_at_rest where issue_id = :id and person_id = :who and state = 'to_tell')")
        .param("id", issue)
        .param("who", who.id())
        .query(Boolean.class)
        .single();
  }

  /** All who are said to have heard of it have: no mail of it waits. */
  private boolean allIsMailed(long issue) {
    return sql.sql("select count(*) from notify.pending where conversation = :it")
            .param("it", "issue-" + issue)
            .query(Integer.class)
            .single()
        == 0;
  }

  private void split(long issue, Random random) {
    var questions =
        sql.sql("select question_id from issues.linked_question where issue_id = :id order by 1")
            .param("id", issue)
            .query(Long.class)
            .list();
    if (questions.isEmpty()) {
      return;
    }
    var some = questions.subList(0, 1 + random.nextInt(questions.size()));
    var waited = people().stream().filter(p -> issues.state(issue, p).equals("to_tell")).toList();
    var to = merging.split(desk(), new IssueId(issue), "Deel", some).value();
    did.add("split " + to + " off " + issue);
    all.add(to);
    for (var who : people()) {
      if (!follows(issue, who)) {
        inside(issue).forEach(one -> Objects.requireNonNull(gone.get(one)).passed.remove(who));
        if (follows(to, who) && !waited.contains(who) && !issues.state(to, who).equals("to_tell")) {
          known(who).add(newest(to));
        }
      }
    }
  }

  private void told(Colleague powerUser) {
    for (var card : world.as(powerUser).page("/notices").select(".telling-card")) {
      var issue = Long.parseLong(card.id().substring("issue-".length()));
      var names = card.select(".telling-names li").eachText();
      did.add(powerUser.name() + " tells of " + issue + " " + names);
      tell(powerUser, issue);
      names.forEach(name -> hears(name, issue));
    }
  }

  private void nobodyIsToBeToldWhatTheyKnow() {
    for (var issue : visible()) {
      for (var who : people()) {
        if (issues.state(issue, who).equals("to_tell")) {
          assertThat(known(who))
              .as("%s is told of %s again: %s", who.name(), issue, did)
              .doesNotContain(newest(issue));
        }
      }
    }
  }

  private void pass(Duration time) {
    now = now.plus(time);
    did.add("passes " + time);
    issues.until(now);
    noteMails();
  }

  private void noteMails() {
    record Mail(String name, String text) {}
    var mails =
        sql.sql(
                """
                select p.name, m.text_body as text
                  from platform.mail m join people.person p on p.email::text = m.recipient and p.active
                 where m.id > :seen order by m.id
                """)
            .param("seen", mailsSeen)
            .query(Mail.class)
            .list();
    mailsSeen = newestMail();
    for (var mail : mails) {
      var about = ISSUE.matcher(mail.text);
      if (about.find()) {
        did.add("mail to " + mail.name + " of " + about.group(1));
        hears(mail.name, Long.parseLong(about.group(1)));
      }
    }
  }

  private void hears(String name, long issue) {
    for (var who : people()) {
      if (who.name().equals(name)) {
        var news = newest(issue);
        assertThat(known(who)).as("%s hears twice: %s", name, did).doesNotContain(news);
        knows(who, issue, news);
      }
    }
  }

  /** And so what they were to hear of issues that are in it. */
  private void knows(Colleague who, long issue, long news) {
    known(who).add(news);
    gone.forEach((id, in) -> {
      var passed = in.passed.get(who);
      if (in.kept == issue && passed != null && news >= passed) {
        knows(who, id, in.news);
      }
    });
  }

  // ---- how it stands

  private Set<Long> known(Colleague who) {
    return known.computeIfAbsent(who, _ -> new HashSet<>());
  }

  private static <T> T one(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private List<Long> visible() {
    return all.stream().filter(issue -> !gone.containsKey(issue)).toList();
  }

  private List<Long> inside(long issue) {
    var inside = new ArrayList<Long>();
    gone.forEach((id, in) -> {
      if (in.kept == issue) {
        inside.add(id);
        inside.addAll(inside(id));
      }
    });
    return inside;
  }

  /** 0: none yet. */
  private long newest(long issue) {
    return sql.sql("select coalesce(max(id), 0) from issues.news where issue_id = :id")
        .param("id", issue)
        .query(Long.class)
        .single();
  }

  private boolean isCarried(long news) {
    return sql.sql("select carried from issues.news where id = :id")
        .param("id", news)
        .query(Boolean.class)
        .single();
  }

  private boolean follows(long issue, Colleague who) {
    return sql.sql(
            "select exists (select from issues.me_too where issue_id = :id and person_id = :who)")
        .param("id", issue)
        .param("who", who.id())
        .query(Boolean.class)
        .single();
  }

  private String standing(long issue) {
    return sql.sql("select status || coalesce(workaround, '') from issues.issue where id = :id")
        .param("id", issue)
        .query(String.class)
        .single();
  }

  private Set<String> hearings(long one, long other) {
    return new HashSet<>(
        sql.sql(
                """
                select h.issue_id || ' ' || p.name || ' ' || h.state
                  from issues.hearing h join people.person p on p.id = h.person_id
                 where h.issue_id in (:one, :other)
                """)
            .param("one", one)
            .param("other", other)
            .query(String.class)
            .list());
  }

  private long newestMail() {
    return sql.sql("select coalesce(max(id), 0) from platform.mail").query(Long.class).single();
  }

  private void asked(long issue, Colleague who) {
    var reply =
        world
            .as(who)
            .post("/questions", "system", world.nova().toString(), "text", "Wespendief is weg");
    var address = Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
    @Nullable Long question = Long.valueOf(address.substring(address.lastIndexOf('/') + 1));
    sql.sql(
            """
            with linked as (insert into issues.linked_question (issue_id, question_id) values (:issue, :question))
            insert into issues.me_too as m (issue_id, person_id, question_id, at, named)
            select id, :who, :question::bigint, created_at, true from issues.issue where id = :issue
            on conflict (issue_id, person_id) do nothing
            """)
        .param("issue", issue)
        .param("who", who.id())
        .param("question", question)
        .update();
  }
}
