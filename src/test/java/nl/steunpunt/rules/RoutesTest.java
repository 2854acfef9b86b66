package nl.steunpunt.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.steunpunt.people.Role;
import nl.steunpunt.people.access.AccessRule;
import nl.steunpunt.people.access.AccessRule.To;
import nl.steunpunt.people.access.AccessTable;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The access table is whole, and holds: every route of Spring's own mappings with every role. */
@SteunpuntTest
class RoutesTest {
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  @Autowired World world;

  /** Spring's own, which only an error inside the server reaches. */
  private static final String ERROR = "/error";

  private Set<String> routes() {
    return mapping.getHandlerMethods().keySet().stream()
        .flatMap(info -> routes(info).stream())
        .filter(route -> !route.endsWith(" " + ERROR))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> routes(RequestMappingInfo info) {
    var routes = new ArrayList<String>();
    for (var pattern : info.getPatternValues()) {
      for (var method : info.getMethodsCondition().getMethods()) {
        routes.add(method + " " + pattern);
      }
    }
    return routes;
  }

  private static Set<String> missing(Set<String> routes, List<AccessRule> table) {
    var missing = new TreeSet<>(routes);
    table.forEach(rule -> missing.remove(rule.route()));
    return missing;
  }

  @Test
  void everyRouteIsInTheTable() {
    assertThat(missing(routes(), AccessTable.RULES)).isEmpty();
    assertThat(missing(Set.of("GET /secret"), AccessTable.RULES)).containsExactly("GET /secret");
  }

  /** A rule without a route is a promise about nothing; the demo's own routes are absent here. */
  @Test
  void everyRuleHasARoute() {
    var rules =
        AccessTable.RULES.stream()
            .map(AccessRule::route)
            .filter(route -> !route.contains("/demo/"))
            .collect(Collectors.toCollection(HashSet::new));
    rules.removeAll(routes());
    assertThat(rules).isEmpty();
  }

  /** The demo's routes do not exist outside the demo. */
  @Test
  void noDemoRoutesHere() {
    assertThat(routes()).noneMatch(route -> route.contains("/demo/"));
  }

  private Map<@Nullable Role, Colleague> people() {
    var people = new LinkedHashMap<@Nullable Role, Colleague>();
    people.put(null, world.sanne());
    people.put(Role.POWER_USER, world.fatima());
    people.put(Role.NETWORK_LEAD, world.marieke());
    people.put(Role.HELPDESK, world.pieter());
    people.put(Role.PRODUCT_OWNER, world.daan());
    people.put(Role.HR, world.erik());
    people.put(Role.ADMINISTRATOR, world.willemijn());
    return people;
  }

  /** To somebody signed in, what is not theirs does not exist; a stranger is asked to sign in. */
  @Test
  void everyRouteWithEveryRole() {
    var wrong = new ArrayList<String>();
    for (var rule : AccessTable.RULES) {
      if (rule.route().contains("/demo/") || rule.route().endsWith("/events")) {
        continue;
      }
      var stranger = status(rule, null);
      if (rule.to() != To.ANYONE && stranger != 401 && stranger != 302) {
        wrong.add(rule.route() + " for a stranger: " + stranger);
      }
      people()
          .forEach((role, person) -> {
            var admitted = rule.to() != To.ROLES || (role != null && rule.roles().contains(role));
            var status = status(rule, person);
            // Without a logo there is none to show.
            var hasRecord = rule.route().contains("{") || rule.route().endsWith("/brand/logo");
            if (!admitted && status != 404) {
              wrong.add(rule.route() + " for " + role + ": " + status);
            }
            if (admitted && (status == 401 || (status == 404 && !hasRecord))) {
              wrong.add(rule.route() + " refused to " + role + ": " + status);
            }
          });
    }
    assertThat(wrong).isEmpty();
  }

  private int status(AccessRule rule, @Nullable Colleague person) {
    var method = HttpMethod.valueOf(rule.route().substring(0, rule.route().indexOf(' ')));
    var path = address(rule.route().substring(rule.route().indexOf(' ') + 1));
    var request = world.api().method(method).uri(path).header("Sec-Fetch-Site", "same-origin");
    if (person != null) {
      if (path.startsWith("/api/")) {
        request.header("Authorization", "Bearer " + world.token(person));
      } else {
        request.cookie(world.as(person).cookie());
      }
    }
    return request.exchange().getResponse().getStatus();
  }

  /** A record that is nobody's. */
  private static String address(String pattern) {
    return pattern.replaceAll("\\{(\\w+):[^/]*\\}", "x").replaceAll("\\{\\w+\\}", "987654321");
  }
}
