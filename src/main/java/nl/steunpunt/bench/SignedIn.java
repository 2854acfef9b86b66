package nl.steunpunt.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import nl.steunpunt.bench.large.Database;

/**
 * People who are signed in, each with a row of their own, as after they gave their password;
 * hashing 5,000 passwords would take longer than all that is measured.
 *
 * @param people their numbers
 * @param secrets of each the cookie, or the token
 */
record SignedIn(List<Long> people, List<String> secrets) {
  enum Kind {
    BROWSER,
    TOKEN
  }

  private static final SecureRandom RANDOM = new SecureRandom();
  static final String LABEL = "bench";

  static SignedIn of(Database database, Kind kind, List<Long> people) throws SQLException {
    var secrets = new ArrayList<String>();
    var now = Clock.systemUTC().instant();
    try (var connection = database.connect();
        var insert =
            connection.prepareStatement(
                """
                insert into people.sign_in (secret_hash, person_id, kind, label, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?)
                """)) {
      connection.setAutoCommit(false);
      for (var person : people) {
        var secret = secret();
        secrets.add(secret);
        insert.setBytes(1, hash(secret));
        insert.setLong(2, person);
        insert.setString(3, kind.name().toLowerCase(java.util.Locale.ROOT));
        insert.setString(4, LABEL);
        insert.setTimestamp(5, Timestamp.from(now));
        insert.setTimestamp(6, Timestamp.from(until(now)));
        insert.addBatch();
      }
      insert.executeBatch();
      connection.commit();
    }
    return new SignedIn(List.copyOf(people), secrets);
  }

  private static Instant until(Instant now) {
    return now.plus(Duration.ofDays(1));
  }

  String secret(long number) {
    return secrets.get(index(number));
  }

  int index(long number) {
    return (int) (number % secrets.size());
  }

  private static String secret() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
