package nl.steunpunt.api;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import nl.steunpunt.network.Constituencies;
import nl.steunpunt.network.ConstituencyRule;
import nl.steunpunt.network.Grant;
import nl.steunpunt.network.Mandates;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.Systems;
import nl.steunpunt.network.Topics;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a floor of people who work with one system, a new one each time: these tests commit. */
@TestComponent
class Workplace {
  private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

  final JdbcClient sql;
  private final Clock clock;
  private final Systems systems;
  private final Topics topics;
  private final Mandates mandates;
  private final Constituencies constituencies;
  private final Environment environment;

  Workplace(
      JdbcClient sql,
      Clock clock,
      Systems systems,
      Topics topics,
      Mandates mandates,
      Constituencies constituencies,
      Environment environment) {
    this.sql = sql;
    this.clock = clock;
    this.systems = systems;
    this.topics = topics;
    this.mandates = mandates;
    this.constituencies = constituencies;
    this.environment = environment;
  }

  /** Someone who works here. */
  record Colleague(PersonId id, String name, String email) {}

  /** One floor, with a power user, a deputy and a helpdesk. */
  final class Floor {
    final String key = "sys-" + Long.toString(NUMBER.incrementAndGet(), 36);
    final long department = node("department", "Dep-" + key);
    final long location = node("location", "Loc-" + key);
    final SystemId system = systems.create(key, "System " + key, null);
    final Colleague anna = hire("Anna");
    final Colleague bram = hire("Bram");
    final Colleague fatima = hire("Fatima");
    final Colleague joost = hire("Joost");
    final Colleague pieter = hire("Pieter", Role.HELPDESK);
    final Colleague olga = hire("Olga", Role.ADMINISTRATOR);
    final Colleague loes = hire("Loes", Role.NETWORK_LEAD);

    Floor() {
      topics.create(system, "log-in", "Inloggen", "Log-in");
      grant(fatima, new ConstituencyRule(ConstituencyRule.Kind.DEPARTMENT, department), 80);
      grant(joost, new ConstituencyRule(ConstituencyRule.Kind.LOCATION, location), 20);
      constituencies.recompute();
    }

    private void grant(Colleague who, ConstituencyRule rule, int share) {
      mandates.grant(new Grant(who.id, system, share, Set.of(rule), Set.of()), clock.instant());
    }

    Colleague hire(String name, Role... roles) {
      var email = name.toLowerCase(Locale.ROOT) + "@" + key + ".example";
      var id =
          sql.sql(
                  """
                  insert into people.person (email, name, function, department_id, location_id, roles, created_at)
                  values (:email, :name, 'medewerker', :department, :location, :roles::text[], :now) returning id
                  """)
              .param("email", email)
              .param("name", name)
              .param("department", department)
              .param("location", location)
              .param(
                  "roles",
                  List.of(roles).stream()
                      .map(role -> role.name().toLowerCase(Locale.ROOT))
                      .toArray(String[]::new))
              .param("now", clock.instant())
              .query(PersonId.class)
              .single();
      return new Colleague(id, name, email);
    }

    long ask(String text) {
      return client(anna)
          .post("/questions", "{'system':'%s','text':'%s'}".formatted(key, text))
          .id();
    }
  }

  Floor floor() {
    return new Floor();
  }

  /** With a token of the demo, as any client gets it. */
  Client client(Colleague who) {
    var token = nobody().post("/demo/tokens", "{'email':'%s'}".formatted(who.email)).text("/token");
    return new Client(base(), token);
  }

  Client nobody() {
    return new Client(base(), null);
  }

  private String base() {
    return "http://127.0.0.1:" + environment.getProperty("local.server.port");
  }

  private long node(String table, String name) {
    return node(table, null, name);
  }

  private long node(String table, @Nullable Long parent, String name) {
    return sql.sql(
            "insert into people.%s (parent_id, name, path, depth) values (:parent, :name, :name, 0) returning id"
                .formatted(table))
        .param("parent", parent)
        .param("name", name)
        .query(Long.class)
        .single();
  }
}
