package nl.steunpunt.helpdesk.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.platform.outgoing.OutgoingSettings;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.FilledIn;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A helpdesk system beside ours, pretended or real, and what people do here meanwhile. */
@SteunpuntTest
abstract class OtherHelpdesk {
  static final String TEXT = "De btw-code is wég";
  static final String TRIED = "Code opnieuw gekozen";

  @Autowired World world;
  @Autowired ConnectionWork work;
  @Autowired Settings settings;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  abstract String address();

  /** Of the form: names and values in turn. */
  abstract List<String> usual();

  Browser admin() {
    return world.as(world.willemijn());
  }

  void allowed() {
    settings.put(
        OutgoingSettings.SETTING,
        new OutgoingSettings(List.of(address(), "rt.example.org"), List.of("127.0.0.1")));
  }

  /**
   * @param other instead of or beside the usual
   */
  String[] fields(String... other) {
    var all =
        new ArrayList<>(List.of("name", "Servicedesk", "address", address(), "language", "nl"));
    all.addAll(List.of("speaker", world.chantal().email()));
    all.addAll(usual());
    return FilledIn.with(all, other);
  }

  /** One connection, that is on. */
  long connected(String... other) {
    sql.sql("delete from helpdesk.connection").update();
    assertThat(admin().post("/admin/connections", fields(other))).hasStatus(303);
    var id = sql.sql("select max(id) from helpdesk.connection").query(Long.class).single();
    admin().post("/admin/connections/" + id + "/activity", "active", "true");
    return id;
  }

  String ask() {
    var reply =
        world.as(world.sanne()).post("/questions", "system", world.nova().toString(), "text", TEXT);
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  String handedOver() {
    var question = ask();
    assertThat(world.as(world.fatima()).post(question + "/handover", "tried", TRIED))
        .hasStatus(303);
    return question;
  }

  /** Connected, and a question that is a ticket there. */
  String there() {
    connected();
    var question = handedOver();
    exchange();
    return question;
  }

  void exchange() {
    while (work.makeSome() > 0) {
      Thread.onSpinWait();
    }
  }

  /** As after a minute, and after whatever pause. */
  void later() {
    var before = clock.instant().minusSeconds(1);
    sql.sql("update helpdesk.connection set try_at = :before, poll_at = :before")
        .param("before", before)
        .update();
    sql.sql("update helpdesk.letter set due_at = :before").param("before", before).update();
    exchange();
  }

  static Long number(String question) {
    return Long.valueOf(question.substring(question.lastIndexOf('/') + 1));
  }

  String status(String question) {
    return sql.sql("select status from support.question where id = :id")
        .param("id", number(question))
        .query(String.class)
        .single();
  }

  List<String> conversation(String question) {
    return world.as(world.sanne()).page(question).select(".message-text").eachText();
  }

  String test(long connection) {
    return Browser.html(admin().post("/admin/connections/" + connection + "/test")).text();
  }
}
