package nl.steunpunt.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.steunpunt.demo.Story.Asked;
import nl.steunpunt.demo.Story.Joined;
import nl.steunpunt.demo.Story.Kept;
import nl.steunpunt.demo.Story.Known;
import nl.steunpunt.demo.Story.Said;
import nl.steunpunt.demo.Story.SignalState;
import nl.steunpunt.demo.Story.Vented;
import nl.steunpunt.platform.time.CalendarSettings;
import nl.steunpunt.platform.time.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryTest {

  private static final Organisation NOVUM = Organisation.novum();
  private static final WorkingCalendar CALENDAR = new WorkingCalendar(CalendarSettings.USUAL);
  private static final Instant NOW = Instant.parse("2026-11-05T10:20:00Z");
  private static final Story STORY = told(NOW);

  private static Story told(Instant now) {
    return new Telling(NOVUM, CALENDAR, now).story();
  }

  @Test
  void isTheSameEachTime() {
    assertThat(told(NOW)).isEqualTo(STORY);
  }

  @Test
  void isLongEnoughAndNeverRepeatsItself() {
    assertThat(STORY.questions())
        .hasSizeGreaterThanOrEqualTo(120)
        .extracting(Asked::text)
        .doesNotHaveDuplicates();
    assertThat(STORY.signals())
        .hasSizeGreaterThanOrEqualTo(40)
        .extracting(Vented::text)
        .doesNotHaveDuplicates();
    assertThat(STORY.issues()).hasSize(27).extracting(Known::key).doesNotHaveDuplicates();
    assertThat(STORY.answers())
        .hasSizeGreaterThan(200)
        .extracting(Kept::title)
        .doesNotHaveDuplicates();
    var english = STORY.questions().stream().filter(q -> q.asker().language().equals("en")).count();
    assertThat(english * 100 / STORY.questions().size()).isBetween(14L, 25L);
  }

  @Test
  void isWrittenAndNotFilledIn() {
    assertThat(everyText())
        .allSatisfy(text ->
            assertThat(text)
                .isNotBlank()
                .doesNotContainIgnoringCase("lorem")
                .doesNotContainIgnoringCase("todo")
                .doesNotContain("  ", "{", "|"));
  }

  @Test
  void speaksOfTopicsAndIssuesThatExist() {
    var topics =
        Tables.rows("topics.csv").stream().map(t -> t.get("key")).collect(Collectors.toSet());
    var told =
        Stream.of(
                STORY.questions().stream().map(Asked::topic),
                    STORY.signals().stream().map(Vented::topic),
                STORY.issues().stream().map(Known::topic),
                    STORY.helpMoments().stream().map(Story.Helped::topic))
            .flatMap(t -> t)
            .collect(Collectors.toSet());
    assertThat(told).isEqualTo(topics);
    var issues = STORY.issues().stream().map(Known::key).collect(Collectors.toSet());
    var meant =
        Stream.concat(
                STORY.questions().stream().map(Asked::issue),
                STORY.signals().stream().map(Vented::issue))
            .flatMap(Stream::ofNullable)
            .collect(Collectors.toSet());
    assertThat(issues).containsAll(meant);
    assertThat(Script.load().issues())
        .allSatisfy(issue -> assertThat(meant).contains(issue.head().getFirst()));
    assertThat(STORY.issues())
        .extracting(Known::status)
        .isSubsetOf(
            "reported",
            "confirmed",
            "in_progress",
            "fix_planned",
            "resolved",
            "works_now",
            "wont_fix");
  }

  @Test
  void everyHeadNamesAPersonOrATeamWithSomeoneOfThatLanguage() {
    var script = Script.load();
    var scenes = new ArrayList<>(script.questions());
    scenes.addAll(script.signals());
    for (var scene : scenes) {
      var language = scene.head().get(1);
      var who = scene.head().get(2);
      assertThat(NOVUM.employees())
          .as(scene.text())
          .anyMatch(e -> (e.worksIn(who) || e.name().equals(who)) && e.language().equals(language));
      assertThat(scene.flags()).allMatch(f -> f.matches("kept|stuck|due=\\d+|named|issue=[a-z-]+"));
    }
  }

  @Test
  void theLastWordFitsTheOutcome() {
    for (var question : STORY.questions()) {
      var said = question.conversation();
      var kinds = said.stream().map(Said::kind).toList();
      var last = said.isEmpty() ? question.asker() : said.getLast().author();
      var desk = Set.of(NOVUM.member(Cast.PIETER), NOVUM.member(Cast.CHANTAL));
      switch (question.outcome()) {
        case CONFIRMED -> assertThat(kinds).as(question.text()).contains("answer");
        case POTENTIAL, ANSWERED -> {
          assertThat(last).as(question.text()).isEqualTo(question.helper());
          assertThat(kinds.getLast()).isIn("answer", "why");
        }
        case DISPUTED -> {
          assertThat(last).as(question.text()).isEqualTo(question.asker());
          assertThat(kinds).contains("answer");
        }
        case WAITING, WITHDRAWN -> {
          assertThat(last).as(question.text()).isEqualTo(question.asker());
          assertThat(kinds).doesNotContain("answer", "tried");
        }
        case ASKED_BACK -> {
          assertThat(last).as(question.text()).isEqualTo(question.helper());
          assertThat(kinds).doesNotContain("answer", "tried");
        }
        case WITH_HELPDESK -> assertThat(kinds.getLast()).as(question.text()).isEqualTo("tried");
        case DESK_SOLVED -> {
          assertThat(kinds).as(question.text()).containsSubsequence("tried", "answer");
          assertThat(desk).contains(said.get(kinds.indexOf("answer")).author());
          assertThat(last).isNotEqualTo(question.helper());
        }
      }
      assertThat(question.asker()).isNotEqualTo(question.helper());
      if (kinds.contains("why")) {
        assertThat(kinds).containsSubsequence("answer", "why");
      }
      if (question.kept()) {
        assertThat(kinds).contains("answer");
      }
    }
  }

  @Test
  void aSignalHasAReplyWhenItsStateSaysSo() {
    assertThat(STORY.signals())
        .allSatisfy(signal -> {
          var replied =
              Set.of(SignalState.ANSWERED, SignalState.BECAME_QUESTION, SignalState.LEFT)
                  .contains(signal.state());
          assertThat(signal.reply() != null).as(signal.text()).isEqualTo(replied);
          assertThat(signal.issue() != null)
              .as(signal.text())
              .isEqualTo(signal.state() == SignalState.BECAME_ISSUE);
        });
  }

  @Test
  void nobodyIsHitByAnIssueBeforeItIsKnownOrOnceItIsResolved() {
    for (var issue : STORY.issues()) {
      for (var hit : issue.meToo()) {
        assertThat(hit.at()).as(issue.title()).isAfterOrEqualTo(issue.at());
        if (List.of("resolved", "works_now").contains(issue.status())) {
          assertThat(hit.at()).as(issue.title()).isBeforeOrEqualTo(issue.changedAt());
        }
      }
    }
    assertThat(STORY.issues().stream().mapToInt(i -> i.meToo().size()).sum()).isBetween(60, 150);
  }

  @Test
  void whoKeepsAnAnswerKnowsItsTopicOrGaveIt() {
    for (var kept : STORY.answers()) {
      var knows =
          NOVUM.powerUsers().stream()
              .anyMatch(
                  p -> p.employee().equals(kept.author()) && p.topics().contains(kept.topic()));
      assertThat(knows || kept.from() != null).as(kept.title()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-05T10:20:00Z", // a Thursday morning
        "2026-11-02T07:31:00Z", // one minute after opening on Monday
        "2026-11-07T23:00:00Z", // Saturday night
        "2027-01-04T06:00:00Z", // before opening, after the holidays
        "2026-04-07T12:00:00Z", // after Easter Monday
        "2026-03-31T15:30:00Z" // after the change to summer time, at the end of a month
      })
  void happensInWorkingTimeAndUpToNow(String moment) {
    var now = Instant.parse(moment);
    var story = told(now);
    assertThat(moments(story))
        .allSatisfy(at -> {
          assertThat(at).isBefore(now).isAfter(now.minus(Duration.ofDays(40)));
          assertThat(CALENDAR.isWorking(at)).as("%s is working time", at).isTrue();
        });
    assertThat(story.questions()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    for (var question : story.questions()) {
      var at = question.at();
      for (var said : question.conversation()) {
        assertThat(said.at()).isAfterOrEqualTo(at);
        at = said.at();
      }
      if (question.outcome() == Outcome.WAITING) {
        assertThat(CALENDAR.workingMinutesBetween(question.at(), now)).isLessThan(300);
      }
    }
  }

  @Test
  void mondayMorningIsBusierThanFridayAfternoon() {
    var closed =
        STORY.questions().stream()
            .filter(q -> !q.outcome().open())
            .map(q -> q.at().atZone(CALENDAR.zone()))
            .toList();
    var monday =
        closed.stream()
            .filter(t -> t.getDayOfWeek() == DayOfWeek.MONDAY && t.getHour() < 12)
            .count();
    var friday =
        closed.stream()
            .filter(t -> t.getDayOfWeek() == DayOfWeek.FRIDAY && t.getHour() >= 12)
            .count();
    assertThat(monday).isGreaterThan(2 * friday);
  }

  private static List<Instant> moments(Story story) {
    return Stream.of(
            story.questions().stream().map(Asked::at),
            story.questions().stream().flatMap(q -> q.conversation().stream()).map(Said::at),
            story.signals().stream().flatMap(s -> Stream.of(s.at(), s.changedAt(), s.endedAt())),
            story.issues().stream().flatMap(i -> Stream.of(i.at(), i.changedAt())),
            story.issues().stream().flatMap(i -> i.meToo().stream()).map(Joined::at),
            story.answers().stream().map(Kept::at),
            story.answers().stream().flatMap(a -> a.helped().stream()).map(Joined::at),
            story.helpMoments().stream().map(Story.Helped::at))
        .flatMap(t -> t)
        .toList();
  }

  private static List<String> everyText() {
    return Stream.of(
            STORY.questions().stream().map(Asked::text),
            STORY.questions().stream().flatMap(q -> q.conversation().stream()).map(Said::text),
            STORY.signals().stream().map(Vented::text),
            STORY.issues().stream()
                .flatMap(i -> Stream.of(i.title(), i.description(), i.workaround()))
                .filter(Objects::nonNull),
            STORY.answers().stream().flatMap(a -> Stream.of(a.title(), a.text())),
            STORY.helpMoments().stream().map(Story.Helped::note))
        .flatMap(t -> t)
        .toList();
  }
}
