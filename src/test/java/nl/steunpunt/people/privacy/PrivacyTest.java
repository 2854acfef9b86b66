package nl.steunpunt.people.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.steunpunt.network.Topics;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.retention.Retention;
import nl.steunpunt.support.AnswerShelf;
import nl.steunpunt.support.PastAnswer;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SteunpuntTest
class PrivacyTest {
  private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d");

  @Autowired World world;
  @Autowired Retention retention;
  @Autowired Messages messages;
  @Autowired List<PersonalRecords> modules;
  @Autowired AnswerShelf answers;
  @Autowired Topics topics;
  @Autowired JdbcClient sql;

  /** Sanne asks, Fatima answers, by name as people do. */
  private long conversation() {
    var sanne = world.as(world.sanne());
    var asked =
        sanne.post(
            "/questions",
            "system",
            world.nova().toString(),
            "text",
            "Waar is de btw-code? Groet, " + world.sanne().name());
    var address = Objects.requireNonNull(asked.getResponse().getRedirectedUrl());
    var id = Long.parseLong(address.replaceAll("\\D", ""));
    said(id, world.fatima(), "Hoi Sanne, die staat bij de leverancier. Sannema weet het ook.");
    return id;
  }

  private void said(long question, Colleague by, String text) {
    sql.sql(
            """
            insert into support.message (question_id, author_id, client_id, text, written_at)
            values (:question, :by, gen_random_uuid(), :text, '2026-11-20T10:00Z')
            """)
        .param("question", question)
        .param("by", by.id())
        .param("text", text)
        .update();
  }

  /** Found while others type, so its name is in the index as well. */
  private void keptAnswer(Colleague author) {
    answers.keepAll(
        List.of(
            new PastAnswer(
                author.id(),
                world.nova(),
                topics.active(world.nova()).getFirst().id(),
                null,
                "Wie weet de kostenplaats?",
                "Bel " + author.name() + ", die heeft de lijst.",
                "",
                Instant.parse("2026-10-01T10:00:00Z"),
                List.of())));
  }

  /** Of an issue that she is hit by, and others write about. */
  private void writtenDown(Colleague hit, Colleague by) {
    sql.sql(
            """
            with issue as (
              insert into issues.issue (system_id, title, status, created_by, created_at, changed_at)
              values (:nova, 'Lijst leeg', 'resolved', :by, now(), now()) returning id
            ), news as (
              insert into issues.news (issue_id, by_id, at) select id, :by, now() from issue returning id, issue_id
            ), hit as (
              insert into issues.me_too (issue_id, person_id, at) select id, :hit, now() from issue
            ), disputed as (
              insert into issues.dispute (issue_id, news_id, power_user_id, people, text, at)
              select issue_id, id, :by, 1, 'Bij ' || :name || ' is hij nog leeg', now() from news
            ), said as (
              insert into issues.own_words (news_id, power_user_id, language, text)
              select id, :by, 'nl', 'Vraag het ' || :name from news
            )
            insert into issues.solving_post (issue_id, author_id, kind, text, at)
            select id, :by, 'said', :name || ' heeft het ook', now() from issue
            """)
        .param("nova", world.nova())
        .param("by", by.id())
        .param("hit", hit.id())
        .param("name", hit.name())
        .update();
  }

  private void leave(Colleague who, Instant at) {
    sql.sql("update people.person set active = false, left_at = :at where id = :id")
        .param("at", at)
        .param("id", who.id())
        .update();
  }

  private static JsonNode json(MvcTestResult result) throws Exception {
    return new JsonMapper().readTree(result.getResponse().getContentAsString());
  }

  @Test
  void thePageSaysWhatThereIsInBothLanguages() {
    conversation();
    for (var language : List.of("nl", "en")) {
      sql.sql("update people.person set language = :language where id = :id")
          .param("language", language)
          .param("id", world.sanne().id())
          .update();
      var page = world.as(world.sanne()).page("/account/data");
      assertThat(page.expectFirst("h1").text())
          .isEqualTo(
              language.equals("nl") ? "Wat er over jou is opgeslagen" : "What is stored about you");
      assertThat(page.select("[aria-labelledby=directory] dd").eachText())
          .contains(world.sanne().name(), world.sanne().email());
      assertThat(page.select("[aria-labelledby=kept] dd")).hasSize(retention.rules().size());
    }
    assertThat(world.as(world.sanne()).page("/account").select("a[href=/account/data]")).hasSize(1);
  }

  @Test
  void theFileHoldsWhatIsMineAndNotWhatOthersWrote() throws Exception {
    var id = conversation();
    var mine = world.as(world.sanne()).get("/account/data/export");
    assertThat(mine)
        .hasStatusOk()
        .hasHeader("Cache-Control", "no-store")
        .hasHeader("Content-Disposition", "attachment; filename=\"steunpunt.json\"");
    var sanne = json(mine);
    assertThat(sanne.path("person").path(0).path("name").asString())
        .isEqualTo(world.sanne().name());
    assertThat(sanne.path("questions").valueStream().map(one -> one.path("question").asLong()))
        .contains(id);
    assertThat(sanne.toString()).doesNotContain("die staat bij de leverancier");
    var fatima = json(world.as(world.fatima()).get("/account/data/export"));
    assertThat(fatima.path("messages").toString()).contains("die staat bij de leverancier");
    assertThat(fatima.path("questions").toString()).doesNotContain("btw-code");
  }

  /** Privacy by design 1: no export gives times per power user. */
  @Test
  void nothingOfThePowerUsersWorkHasATime() throws Exception {
    conversation();
    var all = json(world.as(world.fatima()).get("/account/data/export"));
    for (var section :
        List.of(
            "questions",
            "conversations",
            "messages",
            "files",
            "signals",
            "answers",
            "help_moments",
            "mandates",
            "issues",
            "tickets")) {
      assertThat(all.has(section)).as(section).isTrue();
      for (var row : all.path(section)) {
        row.properties().stream()
            .filter(member -> !List.of("text", "note", "title", "why").contains(member.getKey()))
            .forEach(member ->
                assertThat(TIME.matcher(member.getValue().toString()).find())
                    .as("%s of %s", member.getKey(), section)
                    .isFalse());
      }
    }
  }

  @Test
  void everySectionHasAText() {
    for (var module : modules) {
      for (var section : module.about(world.sanne().id())) {
        if (!section.name().equals("person")) {
          for (var language : Messages.LANGUAGES) {
            assertThat(messages.keys(language)).contains("privacy.stored." + section.name());
          }
        }
      }
    }
  }

  @Test
  void whoWorksHereIsAtNoAdministratorsDoor() {
    var admin = world.as(world.willemijn());
    var sanne = world.sanne();
    var door = "/admin/leavers/" + sanne.id();
    assertThat(admin.get(door + "/export")).hasStatus(404);
    assertThat(admin.post(door + "/erasure")).hasStatus(404);
    leave(sanne, Instant.parse("2026-11-01T00:00:00Z"));
    assertThat(world.as(world.marieke()).get(door + "/export")).hasStatus(404);
    assertThat(world.as(world.marieke()).post(door + "/erasure")).hasStatus(404);
    assertThat(admin.get(door + "/export")).hasStatusOk();
    assertThat(admin.page("/admin/audit?kind=PRIVACY").expectFirst(".lines > li").text())
        .contains("Persoonsgegevens opgehaald · " + sanne.name());
  }

  @Test
  void afterErasureTheConversationIsThereAndTheNameIsNowhere() {
    var id = conversation();
    var sanne = world.sanne();
    keptAnswer(sanne);
    writtenDown(sanne, world.fatima());
    leave(sanne, Instant.parse("2026-11-01T00:00:00Z"));
    var admin = world.as(world.willemijn());
    assertThat(admin.page("/admin/leavers?q=sanne").select(".lines > li")).isNotEmpty();
    assertThat(admin.post("/admin/leavers/" + sanne.id() + "/erasure")).hasStatus(303);

    var page = world.as(world.fatima()).page("/questions/" + id);
    assertThat(page.text())
        .contains("Waar is de btw-code?", "die staat bij de leverancier", "Sannema")
        .contains(DirectoryRecords.NAMELESS)
        .doesNotContain(sanne.name(), "Hoi Sanne");
    assertThat(everywhere(sanne)).isEmpty();
    assertThat(admin.page("/admin/leavers?q=sanne").select(".lines > li")).isEmpty();
    assertThat(admin.post("/admin/leavers/" + sanne.id() + "/erasure")).as("twice").hasStatus(404);
    assertThat(admin.page("/admin/audit").expectFirst(".lines > li").text())
        .contains("Naam eruit gehaald · " + DirectoryRecords.NAMELESS);
  }

  /** Every column of every table in which the name or address still stands. */
  private List<String> everywhere(Colleague who) {
    return sql
        .sql(
            """
            select table_schema || '.' || table_name from information_schema.tables
             where table_type = 'BASE TABLE'
               and table_schema in ('platform', 'people', 'network', 'notify', 'support', 'issues', 'helpdesk', 'campaign')
            """)
        .query(String.class)
        .list()
        .stream()
        .filter(table ->
            sql.sql(
                    "select exists (select from "
                        + table
                        + " t where t::text ilike :name or t::text ilike :email)")
                .param("name", "%" + who.name() + "%")
                .param("email", "%" + who.email() + "%")
                .query(Boolean.class)
                .single())
        .toList();
  }

  @Test
  void aNameGoesByItselfAfterItsTime() {
    var lotte = world.lotte();
    var emma = world.emma();
    leave(lotte, Instant.parse("2020-01-01T00:00:00Z"));
    leave(emma, Instant.parse("2026-11-01T00:00:00Z"));
    retention.run();
    assertThat(name(lotte.id())).isEqualTo(DirectoryRecords.NAMELESS);
    assertThat(name(emma.id())).isEqualTo(emma.name());
  }

  private String name(PersonId id) {
    return sql.sql("select name from people.person where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }
}
