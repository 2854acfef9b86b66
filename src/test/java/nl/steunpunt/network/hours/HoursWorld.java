package nl.steunpunt.network.hours;

import java.time.Clock;
import java.util.Objects;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.Mandates;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Fatima’s week. */
@SteunpuntTest
abstract class HoursWorld {
  @Autowired World world;
  @Autowired Mandates mandates;
  @Autowired WeekClosing closing;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  Browser fatima;
  MandateId fatimas;
  Week now;

  @BeforeEach
  void fatima() {
    fatima = world.as(world.fatima());
    fatimas = mandates.of(world.fatima().id(), world.nova()).orElseThrow().id();
    now = Week.at(clock.instant());
  }

  String ask(Colleague by) {
    var reply =
        world
            .as(by)
            .post("/questions", "system", world.nova().toString(), "text", "Hoe sluit ik af");
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  long piece(String kind) {
    return sql.sql("select max(id) from network.work where person_id = :me and kind = :kind")
        .param("me", world.fatima().id())
        .param("kind", kind)
        .query(Long.class)
        .single();
  }

  MvcTestResult enter(Browser who, String minutes) {
    return who.post(
        "/hours/pieces",
        "mandate",
        fatimas.toString(),
        "day",
        java.time.LocalDate.ofInstant(clock.instant(), clock.getZone()).toString(),
        "kind",
        "round",
        "minutes",
        minutes,
        "note",
        "Derde verdieping",
        "week",
        now.word());
  }

  void weeksBefore(int... minutes) {
    for (int n = 0; n < minutes.length; n++) {
      sql.sql(
              """
              insert into network.work_week (mandate_id, week, minutes, agreed_minutes)
              values (:m, :week, :minutes, 400) on conflict (mandate_id, week) do update set minutes = :minutes
              """)
          .param("m", fatimas)
          .param("week", now.plus(-1 - n).monday())
          .param("minutes", minutes[n])
          .update();
      sql.sql("insert into network.closed_week values (:week, :now) on conflict do nothing")
          .param("week", now.plus(-1 - n).monday())
          .param("now", clock.instant())
          .update();
    }
  }

  /** As if the last week came to its end now. */
  void close() {
    sql.sql("delete from network.closed_week where week = :week")
        .param("week", now.plus(-1).monday())
        .update();
    closing.fireDue(clock.instant());
  }
}
