package nl.steunpunt.network;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.time.OrganisationClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** My presence as colleagues see it now; of others it stands with the power users. */
@RestController
class PresenceApi {
  private final JdbcClient sql;
  private final ScreenSql screens;
  private final StatedPresence stated;
  private final Clock clock;

  PresenceApi(JdbcClient sql, ScreenSql screens, StatedPresence stated, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.stated = stated;
    this.clock = clock;
  }

  enum State {
    THERE,
    BUSY,
    AWAY,
    ROUND,
    /** No page open, and nothing said. */
    OFF
  }

  /**
   * @param until when it ends by itself; null: not known
   */
  record PresenceShown(State state, @Nullable Instant until) {}

  /**
   * @param state there: what was said before no longer holds, nor what the calendar says until that
   *     ends, and there is no until
   */
  record PresenceWish(@Nullable String state, @Nullable Instant until) {}

  private record Row(
      @Nullable Instant awayUntil,
      Stated.@Nullable Kind kind,
      @Nullable Instant until,
      boolean seen,
      boolean busy) {}

  @GetMapping("/api/v1/presence")
  PresenceShown show(Me me) {
    return now(me, clock.instant());
  }

  @PutMapping("/api/v1/presence")
  PresenceShown say(Me me, @RequestBody PresenceWish wish) {
    var now = clock.instant();
    var members = new Members();
    var word = members.text("/state", wish.state);
    var kind = Stated.Kind.of(word);
    if (!word.isEmpty() && kind.isEmpty() && !word.equals("there")) {
      members.wrong("/state", "presence.refused.state");
    }
    if (kind.isPresent() && wish.until == null) {
      members.wrong("/until", "api.member.missing");
    }
    if (wish.until != null && (kind.isEmpty() || !isSensible(wish.until, now))) {
      members.wrong("/until", "presence.refused.until");
    }
    members.check();
    if (kind.isPresent() && wish.until != null) {
      stated.say(me.id(), new Stated(kind.get(), wish.until));
    } else {
      stated.there(me.id(), now);
    }
    return now(me, now);
  }

  private static boolean isSensible(Instant until, Instant now) {
    return until.isAfter(now) && !until.isAfter(now.plus(Stated.LONGEST));
  }

  private PresenceShown now(Me me, Instant now) {
    var wall = now.atZone(OrganisationClock.ZONE);
    var statement =
        sql.sql(
                """
                select to_json(it) from (
                  select (select max(a.until_at) from network.absence a
                           where a.person_id = :me and a.from_at <= :now and a.until_at > :now) as away_until,
                         said.kind, said.until_at as until,
                         exists (select from network.presence p
                                  where p.person_id = :me and p.seen_at > :seen) as seen,
                         exists (select from network.full_until f where f.person_id = :me and f.until_at > :now)
                           or exists (select from network.quiet_hours h
                                       where h.person_id = :me and h.weekday = :weekday
                                         and h.from_time <= :time::time and h.until_time > :time::time) as busy
                    from (select 1) one
                    left join network.pub_said_of(:me, :now) said on true) it
                """)
            .param("me", me.id())
            .param("now", now)
            .param("seen", now.minus(Presence.LASTS))
            .param("weekday", wall.getDayOfWeek().getValue())
            .param("time", wall.toLocalTime());
    return shown(screens.one(statement, Row.class).orElseThrow());
  }

  private static PresenceShown shown(Row row) {
    if (row.awayUntil != null) {
      return new PresenceShown(State.AWAY, row.awayUntil);
    }
    if (row.kind != null) {
      return new PresenceShown(State.valueOf(row.kind.word().toUpperCase(Locale.ROOT)), row.until);
    }
    if (!row.seen) {
      return new PresenceShown(State.OFF, null);
    }
    return new PresenceShown(row.busy ? State.BUSY : State.THERE, null);
  }
}
