package nl.steunpunt.network.hours;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.WorkKind;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A power user puts their own week right. What was computed stays beside it, so each correction can
 * be undone.
 */
@Service
class HoursCorrecting {
  static final int LONGEST_MINUTES = 12 * 60;
  static final int LONGEST_NOTE = 200;

  /** So long a week can be put right: absences that say what counts are not kept for ever. */
  static final int WEEKS_BACK = 8;

  private record Place(MandateId mandate, LocalDate day) {}

  private final JdbcClient sql;
  private final WeekTotals totals;
  private final HoursScreens screens;
  private final Clock clock;

  HoursCorrecting(JdbcClient sql, WeekTotals totals, HoursScreens screens, Clock clock) {
    this.sql = sql;
    this.totals = totals;
    this.screens = screens;
    this.clock = clock;
  }

  @Transactional
  public void enter(
      PersonId me, MandateId mandate, LocalDate day, WorkKind kind, int minutes, String note) {
    requireFit(minutes, 1);
    requireOpen(day);
    if (!kind.isOwnEntry()) {
      throw Refusal.of("hours.refused.kind");
    }
    if (note.length() > LONGEST_NOTE) {
      throw Refusal.of("hours.refused.note", LONGEST_NOTE);
    }
    var week = Week.of(day);
    var mine =
        screens.of(me, week).stream()
            .filter(one -> one.mandate() == mandate.value())
            .findFirst()
            .orElseThrow(NotFound::new);
    if (mine.days().stream().anyMatch(one -> one.day().equals(day) && one.absent())) {
      throw Refusal.of("hours.refused.absent");
    }
    totals.lock(mandate, week);
    sql.sql(
            """
            insert into network.work (mandate_id, person_id, day, kind, seconds, note)
            values (:mandate, :me, :day, :kind, :seconds, :note)
            """)
        .param("mandate", mandate)
        .param("me", me)
        .param("day", day)
        .param("kind", kind)
        .param("seconds", minutes * 60)
        .param("note", note)
        .update();
    totals.refresh(List.of(mandate), week);
  }

  @Transactional
  public void correct(PersonId me, long piece, int minutes) {
    requireFit(minutes, 0);
    var place = mine(me, piece);
    requireOpen(place.day);
    sql.sql("update network.work set corrected_minutes = :minutes where id = :piece")
        .param("piece", piece)
        .param("minutes", minutes)
        .update();
    totals.refresh(List.of(place.mandate), Week.of(place.day));
  }

  /** Back to what was computed. */
  @Transactional
  public void undo(PersonId me, long piece) {
    var place = mine(me, piece);
    requireOpen(place.day);
    sql.sql("update network.work set corrected_minutes = null where id = :piece")
        .param("piece", piece)
        .update();
    totals.refresh(List.of(place.mandate), Week.of(place.day));
  }

  /** An own entry only: what was computed can be put at nothing. */
  @Transactional
  public void remove(PersonId me, long piece) {
    var place = mine(me, piece);
    requireOpen(place.day);
    if (sql.sql("delete from network.work where id = :piece and subject is null")
            .param("piece", piece)
            .update()
        == 0) {
      throw Refusal.of("hours.refused.computed");
    }
    totals.refresh(List.of(place.mandate), Week.of(place.day));
  }

  /** Its week is held until the transaction ends. */
  private Place mine(PersonId me, long piece) {
    var place =
        sql.sql(
                "select mandate_id as mandate, day from network.work where id = :piece and person_id = :me")
            .param("piece", piece)
            .param("me", me)
            .query(Place.class)
            .optional()
            .orElseThrow(NotFound::new);
    totals.lock(place.mandate, Week.of(place.day));
    return place;
  }

  private void requireOpen(LocalDate day) {
    var today = LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE);
    if (day.isAfter(today)) {
      throw Refusal.of("hours.refused.ahead");
    }
    if (day.isBefore(Week.of(today).plus(-WEEKS_BACK).monday())) {
      throw Refusal.of("hours.refused.long_ago", WEEKS_BACK);
    }
  }

  private static void requireFit(int minutes, int least) {
    if (minutes < least || minutes > LONGEST_MINUTES) {
      throw Refusal.of("hours.refused.minutes", least, LONGEST_MINUTES);
    }
  }
}
