package nl.steunpunt.support.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.network.Presence;
import nl.steunpunt.network.Stated;
import nl.steunpunt.network.StatedPresence;
import nl.steunpunt.platform.time.CalendarSettings;
import nl.steunpunt.platform.time.WorkingCalendar;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One tap says busy, away or on a round; who looks for help sees it until its end. */
@SteunpuntTest
class SayingTest {
  @Autowired World world;
  @Autowired Presence presence;
  @Autowired StatedPresence stated;
  @Autowired Clock clock;
  @Autowired JdbcClient sql;

  Browser fatima;

  @BeforeEach
  void fatimaIsThere() {
    fatima = world.as(world.fatima());
    presence.seen(List.of(new Presence.Seen(world.fatima().id(), null)), clock.instant());
  }

  private void say(String kind, String until) {
    assertThat(fatima.post("/availability/presence", "kind", kind, "until", until)).hasStatus(303);
  }

  /** Else who does not see the page hears only that it was loaded again. */
  @Test
  void theNextPageSaysWhatWasSaid() {
    for (var kind : List.of("busy", "away", "round", "there")) {
      var reply =
          kind.equals("there")
              ? fatima.post("/availability/presence/removal")
              : fatima.post("/availability/presence", "kind", kind, "until", "half_hour");
      assertThat(Objects.requireNonNull(reply.getResponse().getCookie("flash")).getValue())
          .endsWith("presence.done." + kind);
    }
  }

  private int rows() {
    return sql.sql("select count(*) from network.stated_presence where person_id = :me")
        .param("me", world.fatima().id())
        .query(Integer.class)
        .single();
  }

  @Test
  void isShownWhereSomebodyLooksForHelp() {
    var question =
        Objects.requireNonNull(
            world
                .as(world.sanne())
                .post("/questions", "system", world.nova().toString(), "text", "Waar zit je")
                .getResponse()
                .getRedirectedUrl());
    for (var place : List.of("/", question, "/who-helps")) {
      assertThat(world.as(world.sanne()).page(place).select(".presence").eachText().getFirst())
          .as(place)
          .doesNotContain("tot");
    }
    say("round", "half_hour");
    for (var place : List.of("/", question, "/who-helps")) {
      assertThat(world.as(world.sanne()).page(place).select(".presence").eachText().getFirst())
          .as(place)
          .startsWith("Loopt een ronde tot");
    }
    say("busy", "hour");
    for (var place : List.of("/", question, "/who-helps")) {
      assertThat(world.as(world.sanne()).page(place).select(".presence").eachText().getFirst())
          .as(place)
          .startsWith("Bezet tot");
    }
    say("away", "half_hour");
    assertThat(world.as(world.sanne()).page("/who-helps").select(".who-card").eachText().getFirst())
        .as("who stands in comes first")
        .contains("Joost Bakker");
    fatima.post("/availability/presence/removal");
    assertThat(world.as(world.sanne()).page("/").select(".presence").eachText().getFirst())
        .isEqualTo("Nu aanwezig");
  }

  @Test
  void myInboxSaysItWithItsEndAndOneTapTakesItBack() {
    assertThat(fatima.page("/inbox").select(".saying .presence").text()).isEqualTo("Je bent er");
    assertThat(fatima.page("/inbox").select(".saying form[action$=removal]")).isEmpty();
    var tap = fatima.page("/inbox").expectFirst(".saying > form");
    assertThat(tap.expectFirst("button").text()).isEqualTo("30 min bezet");
    say(tap.select("[name=kind]").val(), tap.expectFirst("button").val());
    var inbox = fatima.page("/inbox");
    assertThat(inbox.select(".saying .presence").text()).startsWith("Je bent bezet tot");
    assertThat(inbox.select(".saying form[action$=removal]")).hasSize(1);
    say("round", "hour");
    assertThat(rows()).as("one state, no history").isOne();
    fatima.post("/availability/presence/removal");
    assertThat(rows()).isZero();
  }

  @Test
  void nothingIsKeptOnceItHasEnded() {
    var now = clock.instant();
    stated.say(world.fatima().id(), new Stated(Stated.Kind.AWAY, now.plusSeconds(60)));
    stated.fireDue(now.plusSeconds(59));
    assertThat(rows()).isOne();
    stated.fireDue(now.plusSeconds(60));
    assertThat(rows()).isZero();
  }

  @Test
  void nonsenseIsRefusedAndWhoIsAbsentSaysNothingOfTheMoment() {
    for (var fields :
        List.of(
            List.of("kind", "asleep", "until", "hour"),
            List.of("kind", "busy", "until", "forever"),
            List.of("kind", "busy"))) {
      assertThat(fatima.post("/availability/presence", fields.toArray(String[]::new)))
          .hasStatus(422);
    }
    assertThat(rows()).isZero();
    fatima.post("/availability/absence", "span", "rest_of_today");
    assertThat(fatima.page("/inbox").select(".saying")).isEmpty();
  }

  @Test
  void theDayEndsWithTheHoursAtTheDesk() {
    var noon = Instant.parse("2026-11-24T11:00:00Z"); // 12.00 on the wall
    var me =
        new AwayScreens.Away(
            null, null, null, false, null, LocalTime.of(15, 30), false, null, List.of());
    var calendar = new WorkingCalendar(CalendarSettings.USUAL);
    assertThat(Saying.at(Saying.End.DAY, me, calendar, noon))
        .contains(noon.plus(Duration.ofMinutes(210)));
    var without = new AwayScreens.Away(null, null, null, false, null, null, false, null, List.of());
    assertThat(Saying.at(Saying.End.DAY, without, calendar, noon)).isPresent();
    assertThat(Saying.at(Saying.End.DAY, without, calendar, noon.plus(Duration.ofHours(10))))
        .as("after closing there is no end of the day to offer")
        .isEmpty();
  }
}
