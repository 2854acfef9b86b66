package nl.steunpunt.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.network.PaperHistory;
import nl.steunpunt.network.PaperHistory.PastPiece;
import nl.steunpunt.network.PaperHistory.PastScans;
import nl.steunpunt.platform.time.OrganisationCalendar;
import org.springframework.stereotype.Component;

/** What hangs since the campaign, one of it in the look of before; and it is scanned. */
@Component
class PaperSeeding {
  private static final int HUNG_DAYS_AGO = 44;
  private static final int SCANNED_DAYS = 24;

  private record Piece(String location, String format, String spot, boolean oldLook) {}

  private static final List<Piece> PIECES =
      List.of(
          new Piece(FloorPlanSeeding.FLOOR, "a3", "Bij de koffie", false),
          new Piece(FloorPlanSeeding.FLOOR, "desk", "Op het bureau van Fatima", false),
          new Piece("Utrecht/Gebouw A/1", "a4", "Naast de lift", false),
          new Piece("Utrecht/Gebouw A/4", "a3", "In de kantine", true),
          new Piece("Groningen/Hoofdgebouw/1", "door", "Kamer van de power user", false),
          new Piece("Groningen/Magazijn/0", "a4", "Bij de terminals", false));

  private final PaperHistory history;
  private final Colleagues colleagues;
  private final OrganisationCalendar calendar;

  PaperSeeding(PaperHistory history, Colleagues colleagues, OrganisationCalendar calendar) {
    this.history = history;
    this.colleagues = colleagues;
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
              place, piece.format, piece.spot, today.minusDays(HUNG_DAYS_AGO - i), piece.oldLook));
      for (int back = 1; isFirst(i) && back <= SCANNED_DAYS; back++) {
        var day = today.minusDays(back);
        var times = (back * 7 + i * 3) % 5;
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
