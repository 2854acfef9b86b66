package nl.steunpunt.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.steunpunt.demo.Story.Asked;
import nl.steunpunt.demo.Story.Known;
import nl.steunpunt.issues.IssueHistory;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.PastIssue;
import nl.steunpunt.issues.PastIssue.Hit;
import nl.steunpunt.issues.PastPointer;
import nl.steunpunt.issues.PastPost;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.support.QuestionId;
import org.springframework.stereotype.Component;

/** The register of known issues: who asked about them, and who said "me too". */
@Component
class IssueSeeding {
  /** Who reported it sees to it, where they are of the helpdesk or decide about the system. */
  private static final Set<String> OWNERS =
      Set.of(Cast.PIETER.name(), Cast.CHANTAL.name(), Cast.DAAN.name());

  /** What changed just now: power users still have it to tell, and one is asked of all. */
  private static final List<String> NEWS =
      List.of(
          "code-twice",
          "approval-again",
          "vat-number-lost",
          "open-items-slow",
          "confirmation-twice");

  /** What changed a week ago: some power users told it, the others left it to the product. */
  private static final List<String> TOLD =
      List.of(
          "hours-lost-offline",
          "drafts-without-list",
          "negative-after-return",
          "rights-after-move");

  private static final Set<String> TELLERS =
      Set.of("Joost Bakker", "Wiebe Zijlstra", "Yvonne Timmermans", "Jelle Dijkstra");

  private static final Duration A_WEEK = Duration.ofDays(7);

  private final IssueHistory history;

  IssueSeeding(IssueHistory history) {
    this.history = history;
  }

  /** The numbers of the issues by their keys. */
  Map<String, IssueId> seed(
      Story story,
      Map<Asked, QuestionId> asked,
      List<PowerUser> powerUsers,
      Stage stage,
      Instant now) {
    var issues = story.issues();
    var ids =
        history.addAll(issues.stream().map(issue -> past(issue, story, asked, stage)).toList());
    var byKey = new HashMap<String, IssueId>();
    for (var i = 0; i < issues.size(); i++) {
      byKey.put(issues.get(i).key(), ids.get(i));
    }
    history.sayAll(posts(issues, byKey, stage));
    history.pointAll(pointers(issues, byKey, stage));
    var tellers =
        powerUsers.stream()
            .map(PowerUser::employee)
            .filter(employee -> TELLERS.contains(employee.name()))
            .map(stage::person)
            .toList();
    makeNews(TOLD, byKey, now.minus(A_WEEK), tellers);
    makeNews(NEWS, byKey, now, List.of());
    return byKey;
  }

  private void makeNews(
      List<String> keys, Map<String, IssueId> byKey, Instant at, List<PersonId> tellers) {
    keys.forEach(key -> history.makeNews(Objects.requireNonNull(byKey.get(key), key), at, tellers));
  }

  /** Each line of the script that somebody said, by its key. */
  private static List<PastPost> posts(List<Known> issues, Map<String, IssueId> byKey, Stage stage) {
    return issues.stream()
        .flatMap(issue ->
            issue.said().stream()
                .map(said ->
                    new PastPost(
                        Objects.requireNonNull(byKey.get(issue.key())),
                        stage.person(said.author()),
                        said.kind(),
                        said.text(),
                        said.at())))
        .toList();
  }

  private static List<PastPointer> pointers(
      List<Known> issues, Map<String, IssueId> byKey, Stage stage) {
    return issues.stream()
        .flatMap(issue ->
            issue.pointers().stream()
                .map(one ->
                    new PastPointer(
                        Objects.requireNonNull(byKey.get(issue.key())),
                        stage.person(issue.reporter()),
                        one.kind(),
                        one.title(),
                        one.address(),
                        issue.changedAt())))
        .toList();
  }

  private static PastIssue past(
      Known issue, Story story, Map<Asked, QuestionId> asked, Stage stage) {
    return new PastIssue(
        stage.nova(),
        stage.topic(issue.topic()),
        issue.status(),
        issue.title(),
        issue.description(),
        issue.workaround(),
        issue.severity(),
        issue.release(),
        OWNERS.contains(issue.reporter().name()) ? stage.person(issue.reporter()) : null,
        stage.person(issue.reporter()),
        issue.at(),
        issue.changedAt(),
        hits(issue, story, asked, stage));
  }

  private static List<Hit> hits(
      Known issue, Story story, Map<Asked, QuestionId> asked, Stage stage) {
    var hits = new ArrayList<Hit>();
    story.questions().stream()
        .filter(question -> issue.key().equals(question.issue()))
        .map(question ->
            new Hit(stage.person(question.asker()), asked.get(question), question.at(), true))
        .forEach(hits::add);
    story.signals().stream()
        .filter(signal -> issue.key().equals(signal.issue()))
        .map(signal -> new Hit(stage.person(signal.sender()), null, signal.changedAt(), false))
        .forEach(hits::add);
    issue.meToo().stream()
        .map(joined -> new Hit(stage.person(joined.who()), null, joined.at(), true))
        .forEach(hits::add);
    return hits;
  }
}
