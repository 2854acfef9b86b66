package nl.steunpunt.network;

import java.time.Instant;
import java.util.Set;
import nl.steunpunt.network.cover.CoverScreens;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A small organisation in the database, gone again after each test. */
@SpringBootTest(properties = "steunpunt.data=target/test-data${test.fork:}")
@Transactional
public abstract class NetworkTest {

  protected static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  @Autowired protected JdbcClient sql;
  @Autowired protected Systems systems;
  @Autowired protected Topics topics;
  @Autowired protected Mandates mandates;
  @Autowired protected Constituencies constituencies;
  @Autowired protected ConstituencyChanges changes;
  @Autowired protected CoverScreens screens;

  protected SystemId erp;
  protected long finance;
  protected long creditors;
  protected long groningen;
  protected long thirdFloor;
  protected PersonId lead;

  @BeforeEach
  protected void organisation() {
    erp = systems.create("test-erp", "ERP", null);
    finance = department(null, "T-Finance", 0);
    creditors = department(finance, "T-Finance/Creditors", 1);
    groningen = location(null, "T-Groningen", 0);
    thirdFloor = location(location(groningen, "T-Groningen/A", 1), "T-Groningen/A/3", 2);
    lead = person("Lead", department(null, "T-Board", 0));
  }

  protected long department(@Nullable Long parent, String path, int depth) {
    return node("department", parent, path, depth);
  }

  protected long location(@Nullable Long parent, String path, int depth) {
    return node("location", parent, path, depth);
  }

  private long node(String table, @Nullable Long parent, String path, int depth) {
    return sql.sql(
            "insert into people.%s (parent_id, name, path, depth) values (:parent, :path, :path, :depth) returning id"
                .formatted(table))
        .param("parent", parent)
        .param("path", path)
        .param("depth", depth)
        .query(Long.class)
        .single();
  }

  protected PersonId person(String name, long department) {
    return person(name, department, null, null);
  }

  protected PersonId person(String name, long department, long location) {
    return person(name, department, location, null);
  }

  protected PersonId person(
      String name, long department, @Nullable Long location, @Nullable PersonId manager) {
    return sql.sql(
            """
            insert into people.person (email, name, department_id, location_id, manager_id, created_at)
            values (:email, :name, :department, :location, :manager, :at) returning id
            """)
        .param("email", name.toLowerCase(java.util.Locale.ROOT) + "@network.test")
        .param("name", name)
        .param("department", department)
        .param("location", location)
        .param("manager", manager)
        .param("at", NOW)
        .query(PersonId.class)
        .single();
  }

  protected MandateId powerUser(PersonId person, int share, ConstituencyRule... rules) {
    return mandates.grant(new Grant(person, erp, share, Set.of(rules), Set.of()), NOW);
  }

  protected static ConstituencyRule department(long id) {
    return new ConstituencyRule(ConstituencyRule.Kind.DEPARTMENT, id);
  }

  protected static ConstituencyRule location(long id) {
    return new ConstituencyRule(ConstituencyRule.Kind.LOCATION, id);
  }

  protected static ConstituencyRule peopleOf(PersonId manager) {
    return new ConstituencyRule(ConstituencyRule.Kind.MANAGER, manager.value());
  }
}
