package nl.steunpunt.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import nl.steunpunt.demo.Story.Asked;
import nl.steunpunt.demo.Story.Joined;
import nl.steunpunt.demo.Story.Kept;
import nl.steunpunt.demo.Story.Known;
import nl.steunpunt.demo.Story.Said;
import nl.steunpunt.support.SuggestionKind;
import nl.steunpunt.support.WrittenAnswer;

/**
 * What the network has learnt: answers kept from the story's conversations, five of six of those in
 * {@code answers.txt} (the rest stays unknown, so that there is something left to ask), and a
 * quarter of its issues.
 */
final class Shelf {

  private static final int LEFT_OUT = 6;
  private static final int ISSUES_TAKEN = 4;
  private static final List<String> SEVERITIES = List.of("hinders", "minor", "serious");
  private static final List<String> STATUSES =
      List.of("confirmed", "in_progress", "reported", "fix_planned", "resolved");

  private final Organisation novum;
  private final Weeks weeks;
  private final List<Employee> extras;
  private final RandomGenerator random;
  private final List<WrittenAnswer> written = Tables.answers();

  Shelf(Organisation novum, Weeks weeks, List<Employee> extras, RandomGenerator random) {
    this.novum = novum;
    this.weeks = weeks;
    this.extras = extras;
    this.random = random;
  }

  Stream<Known> issues() {
    var all = of(SuggestionKind.ISSUE);
    return Stream.iterate(0, n -> n < all.size(), n -> n + ISSUES_TAKEN)
        .map(n ->
            known(
                all.get(n),
                STATUSES.get(n / ISSUES_TAKEN % STATUSES.size()),
                SEVERITIES.get(n / ISSUES_TAKEN % SEVERITIES.size())));
  }

  private Known known(WrittenAnswer issue, String status, String severity) {
    var at = weeks.busyMoment(issue.topic(), 60);
    var changed = status.equals("reported") ? at : weeks.after(at, 30);
    var expert = Names.one(experts(issue.topic()), random);
    return new Known(
        issue.key(),
        issue.topic(),
        status,
        expert,
        issue.title(),
        issue.answer(),
        null,
        status.equals("reported") ? null : severity,
        status.equals("fix_planned") ? "Nova 24.2" : null,
        at,
        changed,
        joined(
            Set.of(expert.topDepartment()),
            random.nextInt(4),
            at,
            status.equals("resolved") ? changed : weeks.ahead(0)),
        List.of(),
        List.of());
  }

  List<Kept> answers(List<Asked> questions) {
    var kept = new ArrayList<Kept>();
    questions.stream().filter(Asked::kept).map(this::fromConversation).forEach(kept::add);
    var all = of(SuggestionKind.ANSWER);
    for (var n = 0; n < all.size(); n++) {
      if (n % LEFT_OUT != LEFT_OUT - 1) {
        kept.add(fromFile(all.get(n)));
      }
    }
    kept.sort(Comparator.comparing(Kept::at));
    return List.copyOf(kept);
  }

  private Kept fromConversation(Asked asked) {
    var answer = said(asked, "answer");
    return new Kept(
        answer.author(),
        asked,
        asked.topic(),
        title(asked.text()),
        answer.text(),
        asked.conversation().stream()
            .filter(said -> said.kind().equals("why"))
            .map(Said::text)
            .findFirst()
            .orElse(""),
        answer.at(),
        joined(
            Set.of(asked.asker().topDepartment()),
            1 + random.nextInt(3),
            answer.at(),
            weeks.ahead(0)));
  }

  private Kept fromFile(WrittenAnswer answer) {
    var author = Names.one(experts(answer.topic()), random);
    var at = weeks.busyMoment(answer.topic(), 0);
    return new Kept(
        author,
        null,
        answer.topic(),
        answer.title(),
        answer.answer(),
        Objects.requireNonNullElse(answer.why(), ""),
        at,
        joined(Set.of(author.topDepartment()), random.nextInt(3), at, weeks.ahead(0)));
  }

  /** So many of these departments, each at a moment between. */
  List<Joined> joined(Collection<String> departments, int people, Instant from, Instant to) {
    var candidates =
        new ArrayList<>(
            extras.stream().filter(e -> departments.contains(e.topDepartment())).toList());
    Collections.shuffle(candidates, random);
    return candidates.stream()
        .limit(people)
        .map(who -> new Joined(who, weeks.between(from, to)))
        .toList();
  }

  /** Power users who know the topic. */
  private List<Employee> experts(String topic) {
    return novum.powerUsers().stream()
        .filter(p -> p.topics().contains(topic))
        .map(PowerUser::employee)
        .toList();
  }

  private List<WrittenAnswer> of(SuggestionKind kind) {
    return written.stream().filter(w -> w.kind() == kind).toList();
  }

  /** The sentence that asks, or else the first. */
  private static String title(String text) {
    var sentences = List.of(text.replace('\n', ' ').split("(?<=[.?!]) "));
    return sentences.stream().filter(s -> s.endsWith("?")).findFirst().orElse(sentences.getFirst());
  }

  private static Said said(Asked asked, String kind) {
    return asked.conversation().stream()
        .filter(said -> said.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
