package nl.steunpunt.support.asking;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.platform.settings.SignedLink;
import nl.steunpunt.platform.time.Timed;
import nl.steunpunt.platform.web.ClientAddresses;
import nl.steunpunt.platform.web.ClientShares;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.WaitingText;
import nl.steunpunt.support.question.Ask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody typed who has to sign in first. No address of a page is long enough for it, and
 * without scripts nothing else goes along. Whoever has the link reads it, once they are signed in.
 */
@Component
class CarriedTexts implements Timed, WaitingText {
  /** Of one address in ten minutes: many colleagues may have the same. */
  static final int MOST = 60;

  private static final Duration PERIOD = Duration.ofMinutes(10);
  private static final Duration KEPT = Duration.ofDays(1);
  private static final int BATCH = 1_000;
  private static final String PURPOSE = "carried-text";

  private final JdbcClient sql;
  private final SignedLink links;
  private final ClientAddresses addresses;
  private final ClientShares shares;
  private final Clock clock;

  CarriedTexts(JdbcClient sql, SignedLink links, ClientAddresses addresses, Clock clock) {
    this.sql = sql;
    this.links = links;
    this.addresses = addresses;
    this.shares = new ClientShares(MOST, PERIOD, "start.refused.carried_too_often", clock);
    this.clock = clock;
  }

  /**
   * @return what {@link #read} reads it by
   * @throws Refusal when it is longer than a question may be
   * @throws nl.steunpunt.platform.web.TryLater when this client had too many kept
   */
  String keep(String text, HttpServletRequest request) {
    if (text.length() > Ask.MAX_LENGTH) {
      throw Refusal.of("question.refused.too_long", Ask.MAX_LENGTH).at("text");
    }
    shares.take(addresses.counted(request));
    var id =
        sql.sql(
                "insert into support.carried_text (text, kept_at) values (:text, :now) returning id")
            .param("text", text)
            .param("now", clock.instant())
            .query(Long.class)
            .single();
    return links.make(PURPOSE, id);
  }

  /** Empty when there is no such text any more. */
  Optional<String> read(String link) {
    return links
        .read(PURPOSE, 1, link)
        .flatMap(numbers ->
            sql.sql("select text from support.carried_text where id = :id")
                .param("id", numbers[0])
                .query(String.class)
                .optional());
  }

  @Override
  public boolean waitsAt(String path) {
    return Brought.isKeptAt(path);
  }

  @Override
  public Optional<Instant> nextDue() {
    return Timed.first(sql, "select min(kept_at) from support.carried_text")
        .map(at -> at.plus(KEPT));
  }

  @Override
  @Transactional
  public List<Fired> fireDue(Instant now) {
    var gone =
        sql.sql(
                """
                delete from support.carried_text
                 where id in (select id from support.carried_text where kept_at <= :then order by kept_at limit :most
                                 for update skip locked)
                """)
            .param("then", now.minus(KEPT))
            .param("most", BATCH)
            .update();
    return gone == 0 ? List.of() : List.of(new Fired("carried_texts_forgotten", gone, now));
  }
}
