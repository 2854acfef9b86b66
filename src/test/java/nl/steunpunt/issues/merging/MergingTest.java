package nl.steunpunt.issues.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Merge, split and undo: nobody and nothing is lost or doubled, in any order. */
@SteunpuntTest
class MergingTest {
  private static final String TITLE = "Wespendieven verdwijnen uit de lijst";

  @Autowired World world;
  @Autowired JdbcClient sql;
  @Autowired Merging merging;

  private String reported(String title) {
    return world.report(world.fatima(), title);
  }

  private String asked(Colleague who, String text) {
    var reply = world.as(who).post("/questions", "system", world.nova().toString(), "text", text);
    return number(Objects.requireNonNull(reply.getResponse().getRedirectedUrl()));
  }

  private static String number(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private void link(String issue, String question) {
    assertThat(world.as(world.fatima()).post(issue + "/questions", "question", question))
        .hasStatus(303);
  }

  private void merge(String gone, String kept) {
    assertThat(world.as(world.pieter()).post(gone + "/merger", "into", number(kept)))
        .hasStatus(303);
  }

  @Test
  void aQuestionThatIsNotThereAndOneOfSomebodyElseAreSaidAtTheirField() {
    var issue = reported(TITLE);
    var fatima = world.as(world.fatima());
    var strangers = asked(world.emma(), "Mijn inkooporder is weg");
    for (var number : List.of("999999999", strangers)) {
      var reply = fatima.post(issue + "/questions", "question", number);
      assertThat(reply).hasStatus(422);
      assertThat(reply).bodyText().contains("Er is geen vraag " + number);
    }
  }

  @Test
  void whatWentIntoAnotherLeavesItsNumberAndBringsAllAlong() {
    var gone = reported(TITLE);
    var kept = reported("Wespendieven zijn weg na filteren");
    world.as(world.sanne()).post(gone + "/me-too");
    world.as(world.emma()).post(kept + "/me-too");
    world.as(world.lotte()).post(gone + "/me-too");
    world.as(world.lotte()).post(kept + "/me-too");
    merge(gone, kept);
    assertThat(world.as(world.sanne()).get(gone)).hasStatus(303).hasRedirectedUrl(kept);
    assertThat(world.as(world.sanne()).page(kept).text())
        .contains("3 mensen hebben er last van", "Ook van jou");
    assertThat(world.as(world.sanne()).page("/issues").select("a[href=" + gone + "]")).isEmpty();
    assertThat(
            world
                .as(world.sanne())
                .page("/issues?q=" + number(gone))
                .select("a[href=" + kept + "]"))
        .as("also where it is looked for")
        .isNotEmpty();
    assertThat(world.as(world.pieter()).get(gone + "/grouping"))
        .hasStatus(303)
        .hasRedirectedUrl(kept + "/grouping");
    world.as(world.ahmet()).post(gone + "/me-too");
    assertThat(world.as(world.ahmet()).page(kept).text()).contains("4 mensen", "Ook van jou");
    var undo = gone + "/merger/undoing";
    assertThat(
            world.as(world.pieter()).page(kept + "/grouping").select("form[action=" + undo + "]"))
        .isNotEmpty();
    assertThat(world.as(world.fatima()).post(undo)).hasStatus(404);
    assertThat(world.as(world.pieter()).post(undo)).hasStatus(303);
    assertThat(world.as(world.sanne()).page(gone).text()).contains("2 mensen hebben er last van");
    assertThat(world.as(world.sanne()).page(kept).text())
        .as("who came since stays")
        .contains("3 mensen hebben er last van")
        .doesNotContain("Ook van jou");
    assertThat(world.as(world.pieter()).post(undo)).hasStatus(409);
  }

  @Test
  void whatCannotBeIsRefused() {
    var one = reported(TITLE);
    var other = reported("Iets anders");
    var desk = world.as(world.pieter());
    assertThat(desk.post(one + "/merger", "into", number(one))).hasStatus(422);
    assertThat(desk.post(one + "/merger", "into", "deze")).hasStatus(422);
    assertThat(desk.post(one + "/merger", "into", "999999999"))
        .as("a mistyped number does not take the page away")
        .hasStatus(422);
    merge(one, other);
    assertThat(desk.post(one + "/merger", "into", number(other))).hasStatus(409);
    assertThat(desk.post(other + "/merger", "into", number(one)))
        .as("into itself, by the number that leads to it")
        .hasStatus(422);
    var third = reported("Nog iets");
    merge(other, third);
    assertThat(desk.post(one + "/merger/undoing")).as("in the order in which").hasStatus(409);
    assertThat(world.as(world.sanne()).get(one)).hasRedirectedUrl(third);
    assertThat(desk.post(third + "/split", "newTitle", "x")).hasStatus(422);
    assertThat(world.as(world.fatima()).post(third + "/merger", "into", "1")).hasStatus(404);
  }

  @Test
  void chosenQuestionsGetAnIssueOfTheirOwnAndCanComeBack() {
    var issue = reported(TITLE);
    var mine = asked(world.sanne(), "De lijst met wespendieven is leeg");
    var others = asked(world.joost(), "Ooievaars staan dubbel");
    link(issue, mine);
    world.as(world.joost()).post(issue + "/questions", "question", others);
    var both =
        sql.sql("select count(*) from issues.linked_question where issue_id = :id")
            .param("id", Long.parseLong(number(issue)))
            .query(Integer.class)
            .single();
    world.as(world.lotte()).post(issue + "/me-too");
    var reply =
        world
            .as(world.pieter())
            .post(issue + "/split", "newTitle", "De lijst is leeg", "questions", mine);
    assertThat(reply).hasStatus(303);
    var part = Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
    assertThat(world.as(world.sanne()).page(part).text())
        .contains("De lijst is leeg", "Ook van jou", "1 persoon heeft er last van");
    assertThat(world.as(world.sanne()).page(issue).text()).doesNotContain("Ook van jou");
    assertThat(world.as(world.lotte()).page(issue).text()).contains("Ook van jou");
    assertThat(
            world
                .as(world.sanne())
                .page("/issues/of-question/" + mine)
                .select("a[href=" + part + "]"))
        .isNotEmpty();
    merge(part, issue);
    assertThat(world.as(world.sanne()).page(issue).text()).contains("Ook van jou");
    assertThat(
            sql.sql("select count(*) from issues.linked_question where issue_id = :id")
                .param("id", Long.parseLong(number(issue)))
                .query(Integer.class)
                .single())
        .isEqualTo(both);
  }

  @Test
  void whatLooksLikeItIsShownWithTheWordsThatMadeIt() {
    var issue = reported(TITLE);
    var alike = reported("Wespendieven staan niet in de lijst");
    var question = asked(world.sanne(), "Mijn wespendieven zijn verdwenen, waar zijn ze?");
    var page = world.as(world.fatima()).page(issue + "/grouping");
    assertThat(page.select("a[href=/questions/" + question + "]")).isNotEmpty();
    assertThat(page.text()).contains("door: wespendieven, verdwenen");
    assertThat(world.as(world.pieter()).page(issue + "/grouping").select("a[href=" + alike + "]"))
        .isNotEmpty();
    assertThat(world.as(world.joost()).page(issue + "/grouping").text())
        .as("of questions only one's own")
        .doesNotContain("Mijn wespendieven");
  }

  @Test
  void aSignalJoinsAnIssueThatIsThere() {
    var issue = reported(TITLE);
    world
        .as(world.sanne())
        .post("/signals", "system", world.nova().toString(), "text", "Wespendieven weg, alweer");
    var signal =
        sql.sql("select max(id) from support.signal").query(Long.class).single().toString();
    var form = world.as(world.fatima()).page("/issues/new?signal=" + signal);
    assertThat(form.select("form[action=" + issue + "/signals]")).isNotEmpty();
    assertThat(world.as(world.joost()).post(issue + "/signals", "signal", signal)).hasStatus(404);
    assertThat(world.as(world.fatima()).post(issue + "/signals", "signal", signal)).hasStatus(303);
    assertThat(world.as(world.sanne()).page(issue).text()).contains("Ook van jou");
    assertThat(
            sql.sql("select named from issues.me_too where person_id = :sanne")
                .param("sanne", world.sanne().id())
                .query(Boolean.class)
                .single())
        .as("a signal carries no name: her power user is not given it here")
        .isFalse();
  }

  @Test
  void aSignalJoinsAnIssueByItsNumberToo() {
    var issue = reported(TITLE);
    world
        .as(world.sanne())
        .post("/signals", "system", world.nova().toString(), "text", "Heel andere woorden");
    var signal =
        sql.sql("select max(id) from support.signal").query(Long.class).single().toString();
    var byHand = "/issues/of-signal/" + signal;
    var form = "/issues/new?signal=" + signal;
    assertThat(world.as(world.fatima()).page(form).select("form[action=" + byHand + "]"))
        .isNotEmpty();
    assertThat(world.as(world.fatima()).postFrom(form, byHand, "issue", "999999999"))
        .hasStatus(422);
    assertThat(world.as(world.joost()).post(byHand, "issue", number(issue))).hasStatus(404);
    assertThat(world.as(world.fatima()).post(byHand, "issue", number(issue))).hasStatus(303);
    assertThat(world.as(world.sanne()).page(issue).text()).contains("Ook van jou");
  }

  /** What somebody says themselves is no part of what came with the other issue. */
  @Test
  void whoSaysSoOfTheKeptOneStaysWithItWhenTheOtherComesOut() {
    var gone = reported(TITLE);
    var kept = reported("Wespendieven zijn weg na filteren");
    world.as(world.sanne()).post(gone + "/me-too");
    world.as(world.emma()).post(gone + "/me-too");
    world.as(world.lotte()).post(gone + "/me-too");
    join(id(kept), world.lotte().id().value(), null, false);
    merge(gone, kept);
    world.as(world.sanne()).post(kept + "/me-too");
    world.as(world.lotte()).post(kept + "/me-too");
    assertThat(world.as(world.pieter()).post(gone + "/merger/undoing")).hasStatus(303);
    var both = state(List.of(id(gone), id(kept)));
    assertThat(both.people.get(id(kept)))
        .containsExactlyInAnyOrder(world.sanne().id().value(), world.lotte().id().value());
    assertThat(both.named.get(id(kept)))
        .as("they say so themselves")
        .isEqualTo(both.people.get(id(kept)));
    assertThat(both.people.get(id(gone))).hasSize(3);
  }

  /** The same by a helper, who says no name. */
  @Test
  void aSignalAboutTheKeptOneKeepsItsSenderThereWithoutTheirName() {
    var gone = reported(TITLE);
    var kept = reported("Wespendieven zijn weg na filteren");
    world.as(world.sanne()).post(gone + "/me-too");
    merge(gone, kept);
    world
        .as(world.sanne())
        .post("/signals", "system", world.nova().toString(), "text", "Wespendieven weg, alweer");
    var signal =
        sql.sql("select max(id) from support.signal").query(Long.class).single().toString();
    world.as(world.fatima()).post(kept + "/signals", "signal", signal);
    assertThat(state(List.of(id(kept))).named.get(id(kept)))
        .as("known from the other one")
        .contains(world.sanne().id().value());
    world.as(world.pieter()).post(gone + "/merger/undoing");
    var now = state(List.of(id(kept)));
    assertThat(now.people.get(id(kept))).contains(world.sanne().id().value());
    assertThat(now.named.get(id(kept))).isEmpty();
  }

  /** Somebody looked at it and said that it is about the kept one; so does who asked it. */
  @Test
  void aQuestionLinkedToTheKeptOneStaysWithItWhenTheOtherComesOut() {
    var gone = reported(TITLE);
    var kept = reported("Wespendieven zijn weg na filteren");
    var byHand = asked(world.sanne(), "De lijst met wespendieven is leeg");
    var along = asked(world.lotte(), "Wespendieven kwijt");
    link(gone, byHand);
    join(id(gone), world.lotte().id().value(), Long.parseLong(along), true);
    merge(gone, kept);
    link(kept, byHand);
    assertThat(world.as(world.pieter()).post(gone + "/merger/undoing")).hasStatus(303);
    var both = state(List.of(id(gone), id(kept)));
    assertThat(both.questions.get(id(kept))).containsExactly(Long.parseLong(byHand));
    assertThat(both.people.get(id(kept))).containsExactly(world.sanne().id().value());
    assertThat(both.named.get(id(kept))).containsExactly(world.sanne().id().value());
    assertThat(both.questions.get(id(gone)))
        .containsExactlyInAnyOrder(Long.parseLong(byHand), Long.parseLong(along));
  }

  private static long id(String address) {
    return Long.parseLong(number(address));
  }

  // ---- for any sequence

  /**
   * Of each issue that is one of its own: who follows it, whose name may be said, and its
   * questions.
   */
  private record State(
      Map<Long, Set<Long>> people, Map<Long, Set<Long>> named, Map<Long, Set<Long>> questions) {}

  private State state(Collection<Long> all) {
    var whole = "i.merged_into is null";
    return new State(
        sets("me_too", "person_id", "true", whole, all),
        sets("me_too", "person_id", "t.named", whole, all),
        sets("linked_question", "question_id", "true", whole, all));
  }

  private Map<Long, Set<Long>> sets(
      String table, String column, String which, String whose, Collection<Long> all) {
    var sets = new TreeMap<Long, Set<Long>>();
    sql.sql(
            """
            select i.id, t.%s as it from issues.issue i left join issues.%s t on t.issue_id = i.id and %s
             where i.id in (:all) and %s
            """
                .formatted(column, table, which, whose))
        .param("all", all)
        .query((row, n) -> {
          var set = sets.computeIfAbsent(row.getLong("id"), none -> new TreeSet<>());
          var it = row.getLong("it");
          return row.wasNull() || set.add(it);
        })
        .list();
    return sets;
  }

  private record In(long gone, long kept) {}

  /** Also after another issue came out of the same one. */
  private void whatIsInAnotherIsInItWhole(Collection<Long> all, List<String> did) {
    var mergers =
        sql.sql(
                "select gone_id as gone, kept_id as kept from issues.merger where undone_at is null and gone_id in (:all)")
            .param("all", all)
            .query(In.class)
            .list();
    var parts =
        List.of(
            sets("me_too", "person_id", "true", "true", all),
            sets("me_too", "person_id", "t.named", "true", all),
            sets("linked_question", "question_id", "true", "true", all));
    for (var in : mergers) {
      for (var part : parts) {
        assertThat(part.get(in.kept))
            .as("%s in %s: %s", in.gone, in.kept, did)
            .containsAll(Objects.requireNonNull(part.get(in.gone)));
      }
    }
  }

  private static Set<Long> union(Map<Long, Set<Long>> sets) {
    return sets.values().stream()
        .flatMap(Set::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nobodyIsLostOrDoubledByAnySequence(long seed) {
    var random = new SplittableRandom(seed);
    var desk =
        new Me(
            world.pieter().id(),
            world.pieter().name(),
            world.pieter().email(),
            "nl",
            List.of("helpdesk"),
            0);
    var askerOf = new TreeMap<Long, Long>();
    var all = new ArrayList<Long>();
    for (var n = 0; n < 5; n++) {
      all.add(Long.parseLong(number(reported(TITLE + n))));
    }
    for (var n = 0; n < 9; n++) {
      var who = List.of(world.sanne(), world.emma(), world.lotte(), world.ahmet()).get(n % 4);
      var question = Long.parseLong(asked(who, "Vraag " + n + " over wespendieven"));
      askerOf.put(question, who.id().value());
      var issue = all.get(random.nextInt(all.size()));
      join(issue, who.id().value(), question, true);
    }
    for (var n = 0; n < 12; n++) {
      var who =
          List.of(
                  world.sanne(),
                  world.noor(),
                  world.erik(),
                  world.daan(),
                  world.liam(),
                  world.lotte())
              .get(random.nextInt(6));
      join(all.get(random.nextInt(all.size())), who.id().value(), null, random.nextBoolean());
    }
    var begun = state(all);
    var everybody = union(begun.people);
    var did = new ArrayList<String>();
    for (var step = 0; step < 30; step++) {
      var before = state(all);
      var visible = List.copyOf(before.people.keySet());
      var issue = visible.get(random.nextInt(visible.size()));
      switch (random.nextInt(4)) {
        case 0 -> {
          var other = visible.get(random.nextInt(visible.size()));
          if (!other.equals(issue)) {
            did.add("merge " + issue + " into " + other);
            merging.merge(desk, new IssueId(issue), new IssueId(other));
            var after = state(all);
            var whole = new TreeSet<>(before.people.get(issue));
            whole.addAll(before.people.get(other));
            assertThat(after.people.get(other)).as("%s", did).isEqualTo(whole);
            var names = new TreeSet<>(before.named.get(issue));
            names.addAll(before.named.get(other));
            assertThat(after.named.get(other)).as("names: %s", did).isEqualTo(names);
            merging.undo(desk, new IssueId(issue));
            assertThat(state(all)).as("undone: %s", did).isEqualTo(before);
            merging.merge(desk, new IssueId(issue), new IssueId(other));
          }
        }
        case 1, 2 -> {
          var gone = new ArrayList<>(all);
          gone.removeAll(visible);
          if (!gone.isEmpty()) {
            var one = gone.get(random.nextInt(gone.size()));
            did.add("undo " + one);
            try {
              merging.undo(desk, new IssueId(one));
            } catch (Refusal notInOrder) {
              did.removeLast();
            }
          }
        }
        default -> {
          var questions = List.copyOf(Objects.requireNonNull(before.questions.get(issue)));
          if (!questions.isEmpty()) {
            var some = questions.subList(0, 1 + random.nextInt(questions.size()));
            did.add("split " + some + " off " + issue);
            all.add(merging.split(desk, new IssueId(issue), "Deel " + step, some).value());
          }
        }
      }
      whatIsInAnotherIsInItWhole(all, did);
      var now = state(all);
      var questions = new HashSet<Long>();
      now.questions.forEach((id, those) ->
          those.forEach(question -> {
            assertThat(questions.add(question)).as("question %s once: %s", question, did).isTrue();
            assertThat(now.people.get(id))
                .as("its asker follows it: %s", did)
                .contains(askerOf.get(question));
          }));
      assertThat(questions).as("%s", did).isEqualTo(askerOf.keySet());
      assertThat(union(now.people)).as("%s", did).isEqualTo(everybody);
    }
  }

  private void join(
      long issue, long person, @org.jspecify.annotations.Nullable Long question, boolean named) {
    sql.sql(
            """
            insert into issues.me_too as m (issue_id, person_id, question_id, at, named)
            values (:issue, :person, :question::bigint, '2026-01-01', :named)
            on conflict (issue_id, person_id) do update
               set question_id = coalesce(m.question_id, excluded.question_id), named = m.named or excluded.named
            """)
        .param("issue", issue)
        .param("person", person)
        .param("question", question)
        .param("named", named)
        .update();
    if (question != null) {
      sql.sql(
              "insert into issues.linked_question (issue_id, question_id) values (:issue, :question)")
          .param("issue", issue)
          .param("question", question)
          .update();
    }
  }
}
