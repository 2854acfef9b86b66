package nl.steunpunt.people.access;

import static nl.steunpunt.people.access.AccessRule.anyone;
import static nl.steunpunt.people.access.AccessRule.only;
import static nl.steunpunt.people.access.AccessRule.signedIn;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every route and who may call it, stricter downwards. What is not here is answered with 404; whether
 * a record is one's own is decided at the record's door ({@code visibleTo}).
 */
public final class AccessTable {
  private AccessTable() {}

  public static final List<AccessRule> RULES =
      List.of(
          anyone("GET /assets/{hash}/{name:app\\.css|app\\.js|icons\\.svg}"),
          anyone("GET /sign-in"),
          anyone("POST /language"),
          // ---- everyone who is signed in
          signedIn("GET /"),
          signedIn("POST /sign-out"),
          signedIn("GET /events"),
          signedIn("POST /questions"),
          signedIn("GET /questions/{id}"));

  private static final Map<String, AccessRule> BY_ROUTE =
      RULES.stream().collect(Collectors.toMap(AccessRule::route, Function.identity()));

  static @Nullable AccessRule rule(String route) {
    return BY_ROUTE.get(route);
  }
}
