package nl.steunpunt.network.poster;

import java.util.Collection;
import java.util.stream.Stream;
import nl.steunpunt.network.PaperHistory;
import nl.steunpunt.network.place.PlaceCodes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What hung before, with the code that leads to its place now. */
@Service
class PaperKeeping implements PaperHistory {
  private final JdbcClient sql;
  private final PlaceCodes codes;
  private final Hangings hangings;

  PaperKeeping(JdbcClient sql, PlaceCodes codes, Hangings hangings) {
    this.sql = sql;
    this.codes = codes;
    this.hangings = hangings;
  }

  @Override
  @Transactional
  public void add(Collection<PastPiece> pieces, Collection<PastScans> scans) {
    if (sql.sql("select exists (select from network.hanging)").query(Boolean.class).single()) {
      return;
    }
    codes.fill();
    var known =
        codes.of(
            Stream.concat(
                    pieces.stream().map(PastPiece::location),
                    scans.stream().map(PastScans::location))
                .distinct()
                .toList());
    for (var piece : pieces) {
      sql.sql(
              """
              insert into network.hanging (location_id, code, format, spot, look, hung_on, named, person_id)
              values (:location, :code, :format, :spot, :look, :on, :person::bigint is not null, :person)
              """)
          .param("location", piece.location())
          .param("code", known.get(piece.location()))
          .param("format", PosterFormat.of(piece.format()).orElseThrow())
          .param("spot", piece.spot())
          .param("look", piece.oldLook() ? "" : hangings.look())
          .param("on", piece.hungOn())
          .param("person", piece.named())
          .update();
    }
    for (var one : scans) {
      sql.sql("insert into network.place_scan (code, day, scans) values (:code, :day, :scans)")
          .param("code", known.get(one.location()))
          .param("day", one.day())
          .param("scans", one.scans())
          .update();
    }
  }
}
