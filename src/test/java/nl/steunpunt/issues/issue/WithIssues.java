package nl.steunpunt.issues.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An issue, and what people do to it. */
abstract class WithIssues {
  static final String TITLE = "Lijst met wespendieven blijft leeg na filteren";

  @Autowired World world;
  @Autowired JdbcClient sql;

  String reported() {
    return world.report(world.fatima(), TITLE, "description", "Na het filter blijft alles leeg.");
  }

  void change(String issue, String status, String workaround) {
    var reply =
        world
            .as(world.pieter())
            .post(issue, "title", TITLE, "status", status, "workaround", workaround);
    assertThat(reply).hasStatus(303);
  }

  String ask(Colleague asker) {
    return world
        .as(asker)
        .create(
            "/questions",
            "system",
            world.nova().toString(),
            "text",
            "De lijst met wespendieven is leeg na het filteren");
  }

  long told(Colleague who, String issue, String what) {
    return sql.sql(
            """
            select count(*) from platform.live_event
             where person_id = :who and kind = 'issue' and subject = :id and detail = :what
            """)
        .param("who", who.id())
        .param("id", id(issue))
        .param("what", what)
        .query(Long.class)
        .single();
  }

  /** Whether they are still to hear it, from their power user or from the product. */
  boolean owed(Colleague who, String issue) {
    return sql.sql(
            """
            select exists (select from issues.hearing
                            where issue_id = :issue and person_id = :who and state = 'to_tell')
            """)
        .param("issue", id(issue))
        .param("who", who.id())
        .query(Boolean.class)
        .single();
  }

  static long id(String path) {
    return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
  }

  List<String> found() {
    return world
        .as(world.emma())
        .page("/suggestions?system=" + world.nova() + "&text=wespendieven filteren")
        .select(".suggestions a")
        .eachAttr("href");
  }
}
