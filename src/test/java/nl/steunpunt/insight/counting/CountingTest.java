package nl.steunpunt.insight.counting;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import nl.steunpunt.helpdesk.outcome.OutcomeReckoning;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the screen says of questions that took every course there is. */
@SteunpuntTest
class CountingTest {
  @Autowired World world;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @Autowired OutcomeReckoning reckoning;

  private LocalDate monday = LocalDate.EPOCH;

  @BeforeEach
  void alone() {
    world.sanne();
    sql.sql("delete from support.question").update();
    for (var table :
        List.of(
            "outcome_span",
            "outcome_part",
            "outcome_visit",
            "outcome_visit_part",
            "outcome_visit_took",
            "history_week",
            "history_sum")) {
      sql.sql("delete from helpdesk." + table).update();
    }
    monday =
        LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** What she sees was counted last night. */
  private Browser lead() {
    reckoning.reckon();
    return world.as(world.marieke());
  }

  private String ask(Colleague asker) {
    var reply =
        world
            .as(asker)
            .post("/questions", "system", world.nova().toString(), "text", "Hoe sluit ik?");
    return requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  private void answer(String question) {
    world.as(world.fatima()).post(question + "/taking");
    world.as(world.fatima()).post(question + "/answer", "text", "Zo");
  }

  /** As if all of it had happened so many weeks ago. */
  private void back(String question, int weeks) {
    var at =
        monday
            .minusWeeks(weeks)
            .plusDays(1)
            .atTime(10, 0)
            .atZone(OrganisationClock.ZONE)
            .toInstant();
    sql.sql(
            """
            update support.question set asked_at = :at, desk_since = case when desk_since is null then null else cast(:at as timestamptz) end
             where id = :id
            """)
        .param("at", at)
        .param("id", Long.valueOf(question.replaceAll("\\D", "")))
        .update();
  }

  /** Rows as if by so many askers, each once: {@code outcome} as the store has it. */
  private void past(int askers, String outcome, int weeks, boolean atDesk) {
    var at =
        monday
            .minusWeeks(weeks)
            .plusDays(1)
            .atTime(10, 0)
            .atZone(OrganisationClock.ZONE)
            .toInstant();
    sql.sql(
            """
            insert into support.question (asker_id, filed_by_id, system_id, text, status, outcome, asked_at, changed_at, desk_since)
            select p.id, p.id, :system, 'x', 'closed', :outcome, :at, :at, case when :desk then cast(:at as timestamptz) end
              from people.person p where p.active order by p.id limit :many
            """)
        .param("system", world.nova())
        .param("outcome", outcome)
        .param("at", at)
        .param("desk", atDesk)
        .param("many", askers)
        .update();
  }

  private String text() {
    return lead().page("/counting").text();
  }

  @Test
  void eachQuestionIsCountedOnceForWhatBecameOfIt() {
    var confirmed = ask(world.sanne());
    answer(confirmed);
    world.as(world.sanne()).post(confirmed + "/confirmation");
    var silent = ask(world.sanne());
    answer(silent);
    var handed = ask(world.sanne());
    world.as(world.fatima()).post(handed + "/handover", "tried", "Alles");
    world
        .as(world.pieter())
        .post("/desk" + handed + "/closure", "reason", "solved", "text", "Klaar");
    world.as(world.sanne()).post(handed + "/confirmation");
    var disputed = ask(world.sanne());
    answer(disputed);
    world.as(world.sanne()).post(disputed + "/reopening");
    answer(disputed);
    var running = ask(world.sanne());
    var withdrawn = ask(world.sanne());
    world.as(world.sanne()).post(withdrawn + "/withdrawal");
    List.of(confirmed, silent, handed, disputed, running, withdrawn).forEach(one -> back(one, 4));
    past(6, "confirmed", 4, false);
    var page = lead().page("/counting");
    assertThat(page.select(".counting-tile-confirmed").text()).contains("7 van de 10");
    assertThat(page.select(".counting-tile-potential").text()).contains("2 van de 10");
    assertThat(page.select(".counting-tile-none").text()).contains("1 van de 10");
    assertThat(page.select(".counting-tile-first").text())
        .as("the disputed one took two goes")
        .contains("8 van de 10");
    assertThat(page.text())
        .contains("Eén vraag liep nog", "Eén is ingetrokken", "Tussen 39 en 99 %");
  }

  /** No share stands there without its range and what it is a share of. */
  @Test
  void noNumberWithoutItsRange() {
    past(7, "confirmed", 4, false);
    past(5, "none", 4, true);
    var page = lead().page("/counting");
    assertThat(page.select("[class^=card counting-tile-] .counting-number").eachText())
        .isNotEmpty()
        .allMatch(number -> number.matches("\\d+–\\d+ %|–"));
    assertThat(page.select(".counting-tile-confirmed").text()).contains("31–81 %", "7 van de 12");
  }

  @Test
  void fewerThanFivePeopleAreNotShown() {
    past(4, "confirmed", 4, false);
    assertThat(text())
        .contains("nog niets te laten zien")
        .doesNotContainPattern("\\d van de \\d(?!\\d)");
    assertThat(csv()).doesNotContain("\"4\"");
  }

  @Test
  void aWeekOfTooFewIsToldWithTheNext() {
    past(3, "confirmed", 8, false);
    past(8, "confirmed", 7, false);
    past(8, "none", 6, true);
    past(2, "potential", 5, false);
    var rows = lead().page("/counting").select("[aria-labelledby=by-week] tbody tr").eachText();
    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst()).contains("2 weken 11 0 0");
    assertThat(rows.getLast()).as("the last one waits for more").contains(" 0 0 8");
    past(5, "potential", 5, false);
    rows = lead().page("/counting").select("[aria-labelledby=by-week] tbody tr").eachText();
    assertThat(rows).hasSize(3);
    assertThat(rows.getLast()).contains(" 0 7 0");
  }

  @Test
  void theRunningWeekAndWhatIsOlderAreNotCounted() {
    past(6, "confirmed", 0, false);
    past(6, "confirmed", 16, false);
    assertThat(text()).contains("nog niets te laten zien");
    assertThat(lead().page("/counting?weeks=24").text()).contains("6 van de 6");
    assertThat(lead().page("/counting?weeks=5000").text()).contains("nog niets te laten zien");
  }

  /** In a system in which three asked: all less the other one would be what became of them. */
  @Test
  void aSmallSystemIsNoDifferenceOfTwoViews() {
    past(8, "confirmed", 8, false);
    past(3, "none", 8, true);
    sql.sql("update support.question set system_id = 987654 where outcome = 'none'").update();
    var page = lead().page("/counting");
    assertThat(page.select("#by-system")).isEmpty();
    assertThat(page.select(".counting-tile-none").text()).contains("3 van de 11");
    assertThat(lead().page("/counting?system=" + world.nova()).select(".counting-tiles").text())
        .isEqualTo(page.select(".counting-tiles").text());
    var parts =
        sql.sql("select count(*) from helpdesk.outcome_part where system_id is not null")
            .query(Long.class);
    assertThat(parts.single()).isZero();
    assertThat(csv()).doesNotContain("\"Systeem");
  }

  /** What a place has more in half a year than in a quarter is five people or nobody. */
  @Test
  void ofTwoPeriodsNoneIsMoreByASmallGroup() {
    sql.sql(
            """
            update people.person set department_id = (select array_agg(id order by id) from people.department)[2 + id % 3]
            """)
        .update();
    past(30, "confirmed", 20, false);
    past(11, "potential", 16, false);
    past(20, "confirmed", 8, false);
    var half = places("/counting?weeks=24");
    var quarter = places("/counting?weeks=12");
    assertThat(half).isNotEmpty();
    half.forEach((place, questions) -> {
      long more = questions - quarter.getOrDefault(place, 0L);
      assertThat(more == 0 || Math.abs(more) >= 5).as("%s: %d more", place, more).isTrue();
    });
    assertThat(half.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(61);
  }

  private Map<String, Long> places(String address) {
    var places = new HashMap<String, Long>();
    for (var row : lead().page(address).select("[aria-labelledby=by-place] tbody tr")) {
      var cells = row.select("td").eachText();
      places.put(
          row.expectFirst("th").ownText(),
          Long.parseLong(cells.get(0)) + Long.parseLong(cells.get(1)));
    }
    return places;
  }

  /** Else who moves to another department takes their questions along: before less after. */
  @Test
  void whatWasToldOfAPlaceStaysWhenPeopleMove() {
    past(30, "confirmed", 8, false);
    reckoning.reckon();
    var told = parts();
    assertThat(told).isNotEmpty();
    sql.sql(
            """
            update people.person set department_id = (select max(id) from people.department)
             where id in (select asker_id from support.question)
            """)
        .update();
    past(3, "none", 8, true);
    reckoning.reckon();
    assertThat(parts()).isEqualTo(told);
    assertThat(lead().page("/counting").select("#by-place")).hasSize(1);
  }

  private List<String> parts() {
    return sql.sql("select p::text from helpdesk.outcome_part p order by 1")
        .query(String.class)
        .list();
  }

  @Test
  void withoutABaselineNothingIsSaidOfTheHelpdesk() {
    assertThat(text()).contains("Er is geen nulmeting", "Importeer zijn historie");
    assertThat(world.as(world.daan()).page("/counting").text())
        .doesNotContain("Importeer zijn historie");
    weeks(3, true, 100, 0);
    assertThat(text()).contains("Er is geen nulmeting");
  }

  /** History before and after: with a fall, without one, and of the same source. */
  @Test
  void theLoadIsComparedWithItsRange() {
    weeks(10, true, 100, 20);
    weeks(3, false, 60, 0);
    assertThat(text()).contains("Nog geen hele week tot nu toe");
    weeks(3, false, 60, 3);
    assertThat(text()).contains("minder", "eigen systeem van de helpdesk");
    sql.sql("delete from helpdesk.history_week where not baseline").update();
    weeks(6, false, 100, 0);
    assertThat(text()).contains("Niet te zeggen", "is mogelijk");
  }

  /** Two nights would else tell what a single question came to. */
  @Test
  void whatIsToldIsTheSameTheNextNight() {
    past(9, "confirmed", 4, false);
    var told = lead().page("/counting").select(".counting-tiles, table").text();
    assertThat(told).contains("9 van de 9");
    sql.sql(
            "update support.question set outcome = 'none' where id = (select max(id) from support.question)")
        .update();
    past(1, "none", 4, true);
    past(9, "none", 1, true);
    assertThat(lead().page("/counting").select(".counting-tiles, table").text()).isEqualTo(told);
  }

  @Test
  void aWeekInWhichFewCameToTheDeskIsToldWithTheNext() {
    weeks(10, true, 100, 20);
    past(6, "confirmed", 12, false);
    past(3, "none", 8, true);
    past(7, "none", 7, true);
    past(2, "none", 5, true);
    var rows =
        lead().page("/counting").select("[aria-labelledby=load-weeks] tbody tr").eachText().stream()
            .filter(row -> row.contains("Sindsdien"))
            .toList();
    assertThat(rows).anyMatch(row -> row.endsWith("2 weken Sindsdien 10"));
    assertThat(rows.getLast()).as("the two wait for more").endsWith("Sindsdien 0");
    assertThat(rows).allMatch(row -> row.matches(".*Sindsdien (0|10)"));
    assertThat(csv()).doesNotContain(";\"3\"\r\n", ";\"7\"\r\n", ";\"2\"\r\n");
  }

  /** What is called the same on both sides, with its range and how long it took. */
  @Test
  void theDesksMixIsHeldAgainstTheHistory() {
    weeks(10, true, 100, 20);
    past(6, "confirmed", 12, false);
    past(12, "none", 8, true);
    past(8, "none", 7, true);
    visits(8);
    history("Verhuizen", 40);
    assertThat(lead().page("/counting").select("[aria-labelledby=mix]").text())
        .contains("heet zoals een onderwerp hier");
    history(topic().toUpperCase(Locale.ROOT), 60);
    var mix = lead().page("/counting").select("section[aria-labelledby=mix]");
    assertThat(mix.select("tbody tr").eachText()).hasSize(2);
    assertThat(mix.select("tbody tr").eachText().getFirst())
        .as("60 of 100 before, 12 of 20 since")
        .contains(topic().toUpperCase(Locale.ROOT), "50–70 %", "38–79 %", "30 min");
    assertThat(mix.select("tbody tr").eachText().getLast())
        .contains("Alle andere", "30–50 %", "21–62 %");
    assertThat(text()).contains("Geopend tot opgelost");
    history(topic().toLowerCase(Locale.ROOT), 30);
    assertThat(lead().page("/counting").select("section[aria-labelledby=mix] tbody tr").eachText())
        .as("a topic counts once, with the larger of two names")
        .hasSize(2)
        .first()
        .asString()
        .contains(topic().toUpperCase(Locale.ROOT), "38–79 %");
  }

  /** Read when what is told is committed: a node may die between the two. */
  @Test
  void howLongItTookIsReckonedOnceForEachBlockWhateverHappens() {
    past(6, "confirmed", 12, false);
    past(12, "none", 8, true);
    past(8, "none", 7, true);
    visits(8);
    tickets("1 hour", "9 days", "returned");
    reckoning.reckon();
    assertThat(took()).as("what went back is not done").isEqualTo("20 in 30");

    sql.sql("delete from helpdesk.outcome_visit_took").update();
    sql.sql("update helpdesk.outcome_reckoned set told_until = null").update();
    reckoning.reckon();
    assertThat(took()).as("the other node finds it undone").isEqualTo("20 in 30");

    tickets("2 hours", "10 minutes", "solved");
    reckoning.reckon();
    assertThat(took()).as("not for each ticket that ends").isEqualTo("20 in 30");
  }

  private String took() {
    return sql.sql(
            "select ended || ' in ' || took from helpdesk.outcome_visit_took where topic_id is null")
        .query(String.class)
        .optional()
        .orElse("");
  }

  @Test
  void withoutKindsOfWorkTheScreenSaysSo() {
    weeks(10, true, 100, 20);
    past(6, "confirmed", 12, false);
    history(null, 100);
    assertThat(lead().page("/counting").select("[aria-labelledby=mix]").text())
        .contains("geen categorieën en geen onderwerpen");
    history("Verhuizen", 40);
    assertThat(lead().page("/counting").select("[aria-labelledby=mix]").text())
        .as("nobody came to the desk")
        .contains("Nog niet te vergelijken");
  }

  private String topic() {
    return sql.sql("select name_nl from network.topic where system_id = :nova order by id limit 1")
        .param("nova", world.nova())
        .query(String.class)
        .single();
  }

  /**
   * What came so many weeks ago was about one topic, and took half an hour; the rest about none.
   */
  private void visits(int weeks) {
    sql.sql(
            """
            update support.question q
               set topic_id = (select min(t.id) from network.topic t where t.system_id = q.system_id)
             where q.desk_since is not null and q.desk_since >= :from and q.desk_since < :until
            """)
        .param("from", start(monday.minusWeeks(weeks)))
        .param("until", start(monday.minusWeeks(weeks - 1L)))
        .update();
    tickets("0 hours", "30 minutes", "solved");
  }

  /** One for each question that came to the desk, so long after that. */
  private void tickets(String later, String took, String reason) {
    sql.sql(
            """
            insert into helpdesk.ticket (question_id, came_at, closed_at, close_reason)
            select id, desk_since + :later::interval, desk_since + :later::interval + :took::interval, :reason
              from support.question where desk_since is not null
            """)
        .param("later", later)
        .param("took", took)
        .param("reason", reason)
        .update();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(OrganisationClock.ZONE).toInstant();
  }

  private void history(@Nullable String category, int tickets) {
    sql.sql(
            """
            insert into helpdesk.history_sum (dimension, name, baseline, tickets, ended, took_low, took, took_high, timed, contacts, first)
            select d, n, true, :tickets, :tickets, 20, 30, 40, 0, 0, 0
              from (values ('category', :name::text), ('all', null)) as v (d, n)
             where d = 'category' or not exists (select from helpdesk.history_sum where dimension = 'all')
            """)
        .param("tickets", tickets)
        .param("name", category)
        .update();
  }

  private void weeks(int many, boolean baseline, int each, int after) {
    var random = new Random(each);
    for (int i = 0; i < many; i++) {
      sql.sql("insert into helpdesk.history_week values (:week, 'all', null, :baseline, :tickets)")
          .param("week", monday.minusWeeks(many + after - i))
          .param("baseline", baseline)
          .param("tickets", each + random.nextInt(7) - 3)
          .update();
    }
  }

  @Test
  void whatIsDownloadedIsWhatIsShown() {
    past(9, "confirmed", 4, false);
    var csv = csv();
    assertThat(csv)
        .startsWith("\uFEFF\"Wat\";\"Welke\"")
        .contains("\"Alles\"", ";\"9\";\"0\";\"0\";");
    assertThat(csv).contains("\"70\";\"100\"");
  }

  private String csv() {
    return new String(
        lead().get("/counting/numbers.csv").getResponse().getContentAsByteArray(),
        StandardCharsets.UTF_8);
  }
}
