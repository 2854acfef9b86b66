package nl.steunpunt.people.access;

import static nl.steunpunt.people.access.AccessRule.anyone;
import static nl.steunpunt.people.access.AccessRule.only;
import static nl.steunpunt.people.access.AccessRule.signedIn;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.steunpunt.people.Role;
import org.jspecify.annotations.Nullable;

/**
 * Every route and who may call it, stricter downwards. What is not here is answered with 404;
 * whether a record is one's own is decided at the record's door ({@code visibleTo}).
 */
public final class AccessTable {
  private AccessTable() {}

  public static final List<AccessRule> RULES =
      List.of(
          anyone("GET /assets/{hash}/{name:app\\.css|app\\.js|icons\\.svg|favicon\\.svg}"),
          anyone("GET /brand.css"),
          anyone("GET /brand/logo"),
          anyone("GET /sign-in"),
          anyone("POST /sign-in"),
          anyone("GET /forgot-password"),
          anyone("POST /forgot-password"),
          anyone("GET /password/{secret}"),
          anyone("POST /password/{secret}"),
          anyone("GET /first-run/{secret}"),
          anyone("POST /first-run/{secret}"),
          anyone("POST /language"),
          anyone("POST /api/v1/tokens"),
          anyone("GET /api/v1/openapi.json"),
          // Only mapped in the demo.
          anyone("POST /demo/sign-in"),
          anyone("POST /api/v1/demo/tokens"),
          anyone("POST /api/v1/demo/clock"),
          // ---- everyone who is signed in
          signedIn("GET /"),
          signedIn("POST /sign-out"),
          signedIn("GET /api/v1/me"),
          signedIn("GET /account"),
          signedIn("POST /account/password"),
          signedIn("POST /account/sign-ins/{id}/revocation"),
          signedIn("POST /account/sign-ins/revocation"),
          signedIn("POST /account/tokens"),
          signedIn("GET /events"),
          signedIn("GET /api/v1/events"),
          signedIn("POST /questions"),
          // whether the question is one's own is decided at its door, and by its verbs
          signedIn("GET /questions/{id}"),
          signedIn("GET /questions/{id}/conversation"),
          signedIn("POST /questions/{id}/messages"),
          signedIn("GET /questions/{id}/attachments/{attachment}"),
          signedIn("GET /questions/{id}/attachments/{attachment}/thumbnail"),
          signedIn("POST /questions/{id}/reading"),
          signedIn("POST /questions/{id}/typing"),
          signedIn("POST /presence"),
          signedIn("POST /questions/{id}/confirmation"),
          signedIn("POST /questions/{id}/reopening"),
          signedIn("POST /questions/{id}/another"),
          signedIn("POST /questions/{id}/withdrawal"),
          signedIn("POST /questions/{id}/text"),
          signedIn("GET /issues"),
          signedIn("GET /issues/{id}"),
          signedIn("GET /issues/of-question/{question}"),
          signedIn("POST /issues/{id}/me-too"),
          signedIn("POST /issues/{id}/leaving"),
          only(
              "GET /issues/new",
              Role.POWER_USER,
              Role.HELPDESK,
              Role.PRODUCT_OWNER,
              Role.NETWORK_LEAD),
          only(
              "POST /issues",
              Role.POWER_USER,
              Role.HELPDESK,
              Role.PRODUCT_OWNER,
              Role.NETWORK_LEAD),
          only("POST /issues/{id}", Role.HELPDESK, Role.PRODUCT_OWNER, Role.NETWORK_LEAD),
          only("POST /issues/{id}/questions", Role.POWER_USER, Role.HELPDESK),
          signedIn("GET /suggestions"),
          signedIn("GET /answers"),
          signedIn("GET /answers/{id}"),
          signedIn("POST /answers/{id}/help"),
          only("POST /answers/{id}", Role.POWER_USER, Role.HELPDESK),
          only("POST /answers/{id}/retirement", Role.POWER_USER, Role.HELPDESK),
          signedIn("POST /signals"),
          signedIn("GET /signals/mine"),
          signedIn("POST /signals/{id}/question"),
          // the API; whether a record is one's own is decided at its door
          signedIn("GET /api/v1/questions"),
          signedIn("POST /api/v1/questions"),
          signedIn("GET /api/v1/questions/{id}"),
          signedIn("GET /api/v1/questions/{id}/messages"),
          signedIn("POST /api/v1/questions/{id}/messages"),
          signedIn("POST /api/v1/questions/{id}/confirmation"),
          signedIn("POST /api/v1/questions/{id}/reopening"),
          signedIn("POST /api/v1/questions/{id}/withdrawal"),
          signedIn("GET /api/v1/suggestions"),
          signedIn("GET /api/v1/signals"),
          signedIn("POST /api/v1/signals"),
          signedIn("GET /api/v1/issues"),
          signedIn("POST /api/v1/issues/{id}/me-too"),
          signedIn("GET /api/v1/systems"),
          signedIn("GET /api/v1/topics"),
          signedIn("PUT /api/v1/absence"),
          signedIn("GET /api/v1/people"),
          signedIn("GET /api/v1/power-users"),
          signedIn("GET /api/v1/constituencies/{personId}"),
          // ---- helpdesk
          only("GET /desk", Role.HELPDESK),
          only("GET /desk/caller", Role.HELPDESK),
          only("POST /desk/caller", Role.HELPDESK),
          only("GET /desk/questions/{question}", Role.HELPDESK),
          only("POST /desk/questions/{question}/taking", Role.HELPDESK),
          only("POST /desk/questions/{question}/release", Role.HELPDESK),
          only("POST /desk/questions/{question}/return", Role.HELPDESK),
          only("POST /desk/questions/{question}/closure", Role.HELPDESK),
          // ---- power users
          only(
              "POST /api/v1/issues",
              Role.POWER_USER,
              Role.HELPDESK,
              Role.PRODUCT_OWNER,
              Role.NETWORK_LEAD),
          only("POST /api/v1/questions/{id}/taking", Role.POWER_USER),
          only("POST /api/v1/questions/{id}/answer", Role.POWER_USER),
          only("POST /api/v1/questions/{id}/passing", Role.POWER_USER),
          only("POST /api/v1/questions/{id}/handover", Role.POWER_USER),
          only("GET /signals", Role.POWER_USER, Role.NETWORK_LEAD),
          only("POST /signals/heard", Role.POWER_USER),
          only("POST /signals/{id}/hearing", Role.POWER_USER, Role.NETWORK_LEAD),
          only("POST /signals/{id}/reply", Role.POWER_USER, Role.NETWORK_LEAD),
          only("POST /signals/{id}/leaving", Role.POWER_USER, Role.NETWORK_LEAD),
          only("GET /inbox", Role.POWER_USER),
          only("GET /availability", Role.POWER_USER),
          only("POST /availability/full", Role.POWER_USER),
          only("POST /availability/room", Role.POWER_USER),
          only("POST /availability/absence", Role.POWER_USER),
          only("POST /availability/back", Role.POWER_USER),
          only("POST /availability/cancellation", Role.POWER_USER),
          only("POST /availability/handing", Role.POWER_USER),
          only("GET /help-moments", Role.POWER_USER),
          only("POST /help-moments", Role.POWER_USER),
          only("POST /help-moments/{id}/removal", Role.POWER_USER),
          only("GET /search", Role.POWER_USER),
          only("GET /questions/{id}/colleagues", Role.POWER_USER),
          only("POST /questions/{id}/snooze", Role.POWER_USER),
          only("POST /questions/{id}/waking", Role.POWER_USER),
          only("POST /questions/{id}/taking", Role.POWER_USER),
          only("POST /questions/{id}/answer", Role.POWER_USER),
          only("POST /questions/{id}/passing", Role.POWER_USER),
          only("POST /questions/{id}/second-chair", Role.POWER_USER),
          only("POST /questions/{id}/handover", Role.POWER_USER),
          // ---- the helpdesk
          only("POST /api/v1/questions/{id}/return", Role.HELPDESK),
          only("POST /api/v1/questions/{id}/closure", Role.HELPDESK),
          // ---- the network lead
          only("GET /network", Role.NETWORK_LEAD),
          only("GET /network/cover", Role.NETWORK_LEAD),
          only("GET /network/cover/assignment", Role.NETWORK_LEAD),
          only("POST /network/cover/assignment", Role.NETWORK_LEAD),
          only("GET /network/changes", Role.NETWORK_LEAD),
          only("POST /network/changes/undoing", Role.NETWORK_LEAD),
          only("GET /network/power-users", Role.NETWORK_LEAD),
          only("POST /network/power-users", Role.NETWORK_LEAD),
          only("GET /network/power-users/new", Role.NETWORK_LEAD),
          only("GET /network/power-users/{id}", Role.NETWORK_LEAD),
          only("POST /network/power-users/{id}/rules", Role.NETWORK_LEAD),
          only("POST /network/power-users/{id}/rules/removal", Role.NETWORK_LEAD),
          only("POST /network/power-users/{id}/exceptions", Role.NETWORK_LEAD),
          only("GET /network/power-users/{id}/ending", Role.NETWORK_LEAD),
          only("POST /network/power-users/{id}/ending", Role.NETWORK_LEAD),
          // ---- the administrator
          only("GET /admin", Role.ADMINISTRATOR),
          only("GET /admin/accounts", Role.ADMINISTRATOR),
          only("GET /admin/accounts/{id}", Role.ADMINISTRATOR),
          only("POST /admin/accounts/{id}/roles", Role.ADMINISTRATOR),
          only("POST /admin/accounts/{id}/invitation", Role.ADMINISTRATOR),
          only("POST /admin/accounts/{id}/sign-ins/revocation", Role.ADMINISTRATOR),
          only("POST /admin/invitations", Role.ADMINISTRATOR),
          only("GET /admin/systems", Role.ADMINISTRATOR),
          only("POST /admin/systems", Role.ADMINISTRATOR),
          only("GET /admin/systems/{id}", Role.ADMINISTRATOR),
          only("POST /admin/systems/{id}", Role.ADMINISTRATOR),
          only("POST /admin/systems/{id}/activity", Role.ADMINISTRATOR),
          only("POST /admin/systems/{id}/topics", Role.ADMINISTRATOR),
          only("POST /admin/systems/{id}/topics/{topic}", Role.ADMINISTRATOR),
          only("POST /admin/systems/{id}/topics/{topic}/activity", Role.ADMINISTRATOR),
          only("GET /admin/calendar", Role.ADMINISTRATOR),
          only("POST /admin/calendar", Role.ADMINISTRATOR),
          only("POST /admin/calendar/closing-days", Role.ADMINISTRATOR),
          only("POST /admin/calendar/closing-days/removal", Role.ADMINISTRATOR),
          only("GET /admin/routing", Role.ADMINISTRATOR),
          only("POST /admin/routing", Role.ADMINISTRATOR),
          only("GET /admin/mail", Role.ADMINISTRATOR),
          only("POST /admin/mail", Role.ADMINISTRATOR),
          only("GET /admin/look", Role.ADMINISTRATOR),
          only("POST /admin/look", Role.ADMINISTRATOR),
          only("POST /admin/look/logo", Role.ADMINISTRATOR),
          only("POST /admin/look/logo/removal", Role.ADMINISTRATOR),
          only("POST /api/v1/people/import", Role.ADMINISTRATOR),
          only("POST /api/v1/power-users/import", Role.ADMINISTRATOR, Role.NETWORK_LEAD),
          only("PUT /api/v1/people/{id}/roles", Role.ADMINISTRATOR),
          only("POST /api/v1/systems", Role.ADMINISTRATOR),
          only("POST /api/v1/topics", Role.ADMINISTRATOR));

  private static final Map<String, AccessRule> BY_ROUTE =
      RULES.stream().collect(Collectors.toMap(AccessRule::route, Function.identity()));

  static @Nullable AccessRule rule(String route) {
    return BY_ROUTE.get(route);
  }
}
