package nl.steunpunt.people.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.steunpunt.platform.retention.Retention;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SteunpuntTest
class RetentionTest {
  @Autowired World world;
  @Autowired Retention retention;
  @Autowired JdbcClient sql;

  private long question(String status, String changed) {
    return sql.sql(
            """
            insert into support.question (asker_id, filed_by_id, system_id, text, status, asked_at, changed_at)
            values (:sanne, :sanne, :nova, 'Waar is de btw-code?', :status, :changed::timestamptz, :changed::timestamptz)
            returning id
            """)
        .param("sanne", world.sanne().id())
        .param("nova", world.nova())
        .param("status", status)
        .param("changed", changed)
        .query(Long.class)
        .single();
  }

  private long message(long question, String text) {
    return sql.sql(
            """
            insert into support.message (question_id, author_id, client_id, text, written_at)
            values (:question, :sanne, gen_random_uuid(), :text, '2020-01-01Z') returning id
            """)
        .param("question", question)
        .param("sanne", world.sanne().id())
        .param("text", text)
        .query(Long.class)
        .single();
  }

  private void picture(long question, long message, String name) {
    sql.sql(
            """
            insert into support.attachment (question_id, message_id, uploader_id, kind, name, uploaded_at)
            values (:question, :message, :sanne, 'picture', :name, '2020-01-01Z')
            """)
        .param("question", question)
        .param("message", message)
        .param("sanne", world.sanne().id())
        .param("name", name)
        .update();
  }

  private long count(String from) {
    return sql.sql("select count(*) from " + from).query(Long.class).single();
  }

  private void keep(String name, int number) {
    var kept = new HashMap<String, Integer>();
    retention.rules().forEach(rule -> kept.put(rule.name(), retention.kept(rule)));
    kept.put(name, number);
    retention.change(kept);
  }

  @Test
  void aQuestionGoesWithAllThatPointsAtItAndAnOpenOneNever() {
    var old = question("closed", "2020-01-01Z");
    var open = question("with_helpdesk", "2020-01-01Z");
    var recent = question("closed", "2026-11-01Z");
    message(old, "Kijk eens bij de leverancier.");
    sql.sql("insert into helpdesk.ticket (question_id, came_at) values (:old, '2020-01-01Z')")
        .param("old", old)
        .update();
    sql.sql(
            """
            insert into support.answer (system_id, title, text, author_id, question_id, kept_at, changed_at)
            values (:nova, 'Btw-code', 'Bij de leverancier', :fatima, :old, '2020-01-01Z', '2020-01-01Z')
            """)
        .param("nova", world.nova())
        .param("fatima", world.fatima().id())
        .param("old", old)
        .update();
    retention.run();
    assertThat(
            sql.sql("select id from support.question where id in (:ids)")
                .param("ids", List.of(old, open, recent))
                .query(Long.class)
                .list())
        .containsExactlyInAnyOrder(open, recent);
    assertThat(count("support.message where question_id = " + old)).isZero();
    assertThat(count("helpdesk.ticket where question_id = " + old)).isZero();
    assertThat(count("support.answer where question_id is null and title = 'Btw-code'"))
        .isEqualTo(1);
    assertThat(retention.lastRuns().get("questions"))
        .extracting(Retention.LastRun::forgotten)
        .isEqualTo(1L);
  }

  @Test
  void picturesGoEarlierAndLeaveTheirNameWhereNothingElseWasSaid() {
    var question = question("closed", "2026-01-01Z");
    var only = message(question, "");
    var said = message(question, "Zie hier.");
    picture(question, only, "scherm-1.png");
    picture(question, only, "scherm-2.png");
    picture(question, said, "scherm-3.png");
    keep("pictures", 6);
    retention.run();
    assertThat(count("support.attachment where question_id = " + question)).isZero();
    assertThat(
            sql.sql("select text from support.message where question_id = :question order by id")
                .param("question", question)
                .query(String.class)
                .list())
        .containsExactly("(scherm-1.png, scherm-2.png)", "Zie hier.");
  }

  @Test
  void signInsPresenceAbsenceSignalsAndHelpGoInTheirTime() {
    var person = world.lotte().id();
    for (var statement :
        List.of(
            "insert into people.sign_in (secret_hash, person_id, kind, label, created_at, expires_at) values ('old', :person, 'browser', 'Old', '2020-01-01Z', '2020-02-01Z')",
            "insert into people.sign_in (secret_hash, person_id, kind, label, created_at, expires_at, revoked_at) values ('ended', :person, 'browser', 'Ended', '2020-01-01Z', '2099-02-01Z', '2020-01-02Z')",
            "insert into people.sign_in (secret_hash, person_id, kind, label, created_at, expires_at) values ('new', :person, 'browser', 'New', '2020-01-01Z', '2099-01-01Z')",
            "insert into network.presence (person_id, seen_at) values (:person, '2020-01-01Z') on conflict (person_id) do update set seen_at = excluded.seen_at",
            "insert into network.absence (person_id, from_at, until_at) values (:person, '2020-01-01Z', '2020-01-05Z')",
            "insert into network.full_until (person_id, until_at) values (:person, '2020-01-01Z')",
            "insert into support.signal (sender_id, system_id, department_id, text, state, reply, sent_at, changed_at) select :person, id, 1, 'Traag', 'left', 'Bekend', '2020-01-01Z', '2020-01-01Z' from network.system limit 1",
            "insert into support.help_moment (power_user_id, system_id, department_id, minutes, helped_at) select :person, id, 1, 5, '2020-01-01Z' from network.system limit 1")) {
      sql.sql(statement).param("person", person).update();
    }
    retention.run();
    assertThat(
            sql.sql(
                    "select label from people.sign_in where person_id = :person and label in ('Old', 'Ended', 'New')")
                .param("person", person)
                .query(String.class)
                .list())
        .containsExactly("New");
    for (var table :
        List.of(
            "network.presence where person_id = ",
            "network.absence where person_id = ",
            "network.full_until where person_id = ",
            "support.signal where sender_id = ",
            "support.help_moment where power_user_id = ")) {
      assertThat(count(table + person)).as(table).isZero();
    }
  }

  @Test
  void theTrailItselfGoesInItsTime() {
    sql.sql("insert into platform.audit (at, what) values ('2020-01-01Z', 'invited')").update();
    retention.run();
    assertThat(count("platform.audit where at < '2020-01-02Z'")).isZero();
  }

  @Test
  void aBatchIsNotTheEnd() {
    for (var number = 0; number < 450; number++) {
      sql.sql(
              """
              insert into support.help_moment (power_user_id, system_id, department_id, minutes, helped_at)
              values (:person, :nova, 1, 5, '2020-01-01Z')
              """)
          .param("person", world.fatima().id())
          .param("nova", world.nova())
          .update();
    }
    retention.run();
    assertThat(count("support.help_moment where helped_at < '2020-01-02Z'")).isZero();
    assertThat(retention.lastRuns().get("help_moments"))
        .extracting(Retention.LastRun::forgotten)
        .isEqualTo(450L);
  }

  private String[] form(Map<String, String> instead) {
    var fields = new ArrayList<String>();
    for (var rule : retention.rules()) {
      fields.add(rule.name());
      fields.add(instead.getOrDefault(rule.name(), Integer.toString(rule.usual())));
    }
    return fields.toArray(String[]::new);
  }

  @Test
  void theOrganisationDecidesWithinBounds() {
    var admin = world.as(world.willemijn());
    assertThat(admin.post("/admin/retention", form(Map.of("questions", "36")))).hasStatus(303);
    assertThat(kept("questions")).isEqualTo(36);
    for (var wrong : List.of("2", "121", "", "x", "-5", "99999")) {
      var refused = admin.post("/admin/retention", form(Map.of("questions", wrong)));
      assertThat(refused).as(wrong).hasStatus(422);
      assertThat(Browser.html(refused).select("#questions").val()).isEqualTo(wrong);
      assertThat(Browser.html(refused).select(".error-summary a").attr("href"))
          .isEqualTo("#questions");
    }
    assertThat(kept("questions")).isEqualTo(36);
    assertThat(admin.page("/admin/retention").select("label"))
        .hasSizeGreaterThanOrEqualTo(retention.rules().size());
    assertThat(world.as(world.marieke()).get("/admin/retention")).hasStatus(404);
  }

  private int kept(String name) {
    return retention.rules().stream()
        .filter(rule -> rule.name().equals(name))
        .mapToInt(retention::kept)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void allThatMustEndHasARule() {
    assertThat(retention.rules())
        .extracting(RetentionRule::name)
        .contains(
            "questions",
            "pictures",
            "presence",
            "sign_ins",
            "audit",
            "leavers",
            "signals",
            "absences",
            "help_moments");
  }
}
