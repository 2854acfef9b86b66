package nl.steunpunt.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.network.PaperHistory;
import nl.steunpunt.network.PaperHistory.PastPiece;
import nl.steunpunt.network.PaperHistory.PastScans;
import nl.steunpunt.people.People;
import nl.steunpunt.platform.time.OrganisationCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What hangs since the campaign, one of it in the look of before; and it is scanned. */
@Component
class PaperSeeding {
  private static final int HUNG_DAYS_AGO = 44;
  private static final int SCANNED_DAYS = 24;

  /**
   * @param named whose name stands on it; null: nobody's
   */
  private record Piece(
      String location, String format, String spot, @Nullable CastMember named, boolean oldLook) {
    static Piece of(String location, String format, String spot) {
      return new Piece(location, format, spot, null, false);
    }
  }

  /** Joost sat in building A when he got his sign. */
  private static final List<Piece> PIECES =
      List.of(
          Piece.of(FloorPlanSeeding.FLOOR, "a3", "Bij de koffie"),
          new Piece(FloorPlanSeeding.FLOOR, "desk", "Op het bureau", Cast.FATIMA, false),
          Piece.of("Utrecht/Gebouw A/1", "a4", "Naast de lift"),
          new Piece("Utrecht/Gebouw A/1", "door", "Kamer achter de lift", Cast.JOOST, false),
          new Piece("Utrecht/Gebouw A/4", "a3", "In de kantine", null, true),
          Piece.of("Groningen/Hoofdgebouw/1", "door", "Kamer van de power user"),
          Piece.of("Groningen/Magazijn/0", "a4", "Bij de terminals"));

  private final PaperHistory history;
  private final Colleagues colleagues;
  private final People people;
  private final OrganisationCalendar calendar;

  PaperSeeding(
      PaperHistory history, Colleagues colleagues, People people, OrganisationCalendar calendar) {
    this.history = history;
    this.colleagues = colleagues;
    this.people = people;
    this.calendar = calendar;
  }

  void seed(Instant now) {
    var places = colleagues.locations();
    var working = calendar.current();
    var today = LocalDate.ofInstant(now, working.zone());
    var hung = new ArrayList<PastPiece>();
    var scans = new ArrayList<PastScans>();
    for (int i = 0; i < PIECES.size(); i++) {
      var piece = PIECES.get(i);
      var place = places.id(piece.location);
      hung.add(
          new PastPiece(
              place,
              piece.format,
              piece.spot,
              piece.named == null ? null : people.withEmail(piece.named.email()).orElseThrow(),
              today.minusDays(HUNG_DAYS_AGO - i),
              piece.oldLook));
      for (int back = 1; isFirst(i) && back <= SCANNED_DAYS; back++) {
        var day = today.minusDays(back);
        var times = ((back * 40_503 + i * 7_919) >> 5) % 6;
        if (times > 0 && working.isWorkingDay(day)) {
          scans.add(new PastScans(place, day, times));
        }
      }
    }
    history.add(hung, scans);
  }

  /** Of its place: all that hangs there has one code. */
  private static boolean isFirst(int piece) {
    var location = PIECES.get(piece).location;
    return PIECES.stream().limit(piece).noneMatch(before -> before.location.equals(location));
  }
}
