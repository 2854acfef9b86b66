package nl.steunpunt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.steunpunt.api.Workplace.Colleague;
import nl.steunpunt.api.Workplace.Floor;
import nl.steunpunt.people.Role;
import nl.steunpunt.people.access.AccessRule.To;
import nl.steunpunt.people.access.AccessTable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the API, from Spring's own mappings, for everyone who may meet it. */
@ApiTest
class RoutesTest {
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Autowired Workplace workplace;

  private TreeSet<String> routes() {
    return mappings.getHandlerMethods().keySet().stream()
        .flatMap(info ->
            info.getMethodsCondition().getMethods().stream()
                .flatMap(method ->
                    info.getPatternValues().stream().map(pattern -> method + " " + pattern)))
        .filter(route -> route.contains(" /api/"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theAccessTableHasEachRouteAndNoOther() {
    var table =
        AccessTable.RULES.stream()
            .map(rule -> rule.route())
            .filter(route -> route.contains(" /api/"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(routes()).isEqualTo(table);
  }

  /**
   * A refusal of the table is 401 without a token and 404 with one; what it lets through is else.
   */
  @Test
  void eachRouteForEachRole() {
    var floor = workplace.floor();
    var rules =
        AccessTable.RULES.stream().collect(Collectors.toMap(rule -> rule.route(), rule -> rule));
    var cast = cast(floor);
    for (var route : routes()) {
      if (route.endsWith("/events") || route.contains("/demo/")) {
        continue;
      }
      var rule = Objects.requireNonNull(rules.get(route));
      var address = route.substring(route.indexOf("/api/v1") + 7).replaceAll("\\{[^}]*}", "0");
      var nobody = call(workplace.nobody(), route, address);
      assertThat(nobody)
          .as(route + " without a token")
          .matches(status -> (status == 401) == (rule.to() != To.ANYONE));
      cast.forEach((role, client) -> {
        var admitted =
            rule.to() != To.ROLES || rule.roles().stream().anyMatch(one -> one.name().equals(role));
        var status = call(client, route, address);
        assertThat(status).as(route + " for " + role).isNotEqualTo(500).isNotEqualTo(403);
        // Record 0 is nobody's, so for routes with a number 404 is the answer of the door too.
        if (!admitted) {
          assertThat(status).as(route + " for " + role).isEqualTo(404);
        } else if (!route.contains("{")) {
          assertThat(status).as(route + " for " + role).isNotEqualTo(404);
        }
      });
    }
  }

  private Map<String, Client> cast(Floor floor) {
    var others =
        Stream.of(Role.values())
            .filter(role -> role != Role.POWER_USER)
            .collect(
                Collectors.toMap(
                    Role::name, role -> client(floor.hire("With-" + role.ordinal(), role))));
    others.put("PERSON", client(floor.anna));
    others.put("POWER_USER", client(floor.fatima));
    return others;
  }

  private Client client(Colleague who) {
    return workplace.client(who);
  }

  private static int call(Client client, String route, String address) {
    return switch (route.substring(0, route.indexOf(' '))) {
      case "GET" -> client.get(address).status();
      case "PUT" -> client.put(address, "{}").status();
      default -> client.post(address, "{}").status();
    };
  }

  @Test
  void whatIsNotARouteIsAProblem() {
    var anna = client(workplace.floor().anna);
    for (var answer :
        List.of(
            anna.get("/nothing"),
            anna.get("/questions/1/nothing"),
            workplace.nobody().get("/nothing"))) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
    assertThat(anna.put("/questions", "{}").status()).isEqualTo(405);
  }
}
