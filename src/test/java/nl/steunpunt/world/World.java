package nl.steunpunt.world;

import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.demo.Cast;
import nl.steunpunt.demo.CastMember;
import nl.steunpunt.demo.SmallNovum;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.Systems;
import nl.steunpunt.people.People;
import nl.steunpunt.people.account.TestSignIns;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/**
 * A small Novum in the test database, made once for all tests that ask for it and kept: tests add
 * to it and roll back.
 */
@Component
@Lazy
public class World {

  private final People people;
  private final Systems systems;
  private final TestSignIns signIns;
  private final JdbcClient sql;
  private final MockMvcTester mvc;

  World(
      SmallNovum novum,
      People people,
      Systems systems,
      TestSignIns signIns,
      JdbcClient sql,
      WebApplicationContext context) {
    this.people = people;
    this.systems = systems;
    this.signIns = signIns;
    this.sql = sql;
    var security = context.getBean("springSecurityFilterChain", Filter.class);
    mvc = MockMvcTester.from(context, builder -> builder.addFilters(security).build());
    novum.seed();
  }

  /** Asks; Finance/Crediteuren. */
  public Colleague sanne() {
    return member(Cast.SANNE);
  }

  /** Sanne's power user. */
  public Colleague fatima() {
    return member(Cast.FATIMA);
  }

  /** Power user of debiteuren, and Fatima's deputy. */
  public Colleague joost() {
    return member(Cast.JOOST);
  }

  /** Network lead. */
  public Colleague marieke() {
    return member(Cast.MARIEKE);
  }

  /** Helpdesk. */
  public Colleague pieter() {
    return member(Cast.PIETER);
  }

  /** Helpdesk. */
  public Colleague chantal() {
    return member(Cast.CHANTAL);
  }

  /** Sanne's and Fatima's line manager. */
  public Colleague noor() {
    return member(Cast.NOOR);
  }

  /** HR. */
  public Colleague erik() {
    return member(Cast.ERIK);
  }

  /** Administrator. */
  public Colleague willemijn() {
    return member(Cast.WILLEMIJN);
  }

  /** Product owner. */
  public Colleague daan() {
    return member(Cast.DAAN);
  }

  /** Asks, in English; Inkoop/Inkoop Noord. */
  public Colleague emma() {
    return member(Cast.EMMA);
  }

  /** Emma's power user. */
  public Colleague liam() {
    return member(Cast.LIAM);
  }

  /** Has no power user; Logistiek/Transport. */
  public Colleague lotte() {
    return member(Cast.LOTTE);
  }

  /** Asks from the road; Service/Monteurs Noord. */
  public Colleague ahmet() {
    return member(Cast.AHMET);
  }

  /** Nova ERP. */
  public SystemId nova() {
    return systems.byKey("erp").orElseThrow().id();
  }

  /**
   * An issue of Nova ERP.
   *
   * @param more fields and values in turn
   * @return where it is
   */
  public String report(Colleague by, String title, String... more) {
    var fields = new ArrayList<>(List.of("system", nova().toString(), "title", title));
    fields.addAll(List.of(more));
    return as(by).create("/issues", fields.toArray(String[]::new));
  }

  /** How often an open page of their people was told to renew itself. */
  public int renewals(Colleague powerUser) {
    return sql.sql(
            "select count(*) from platform.live_event where kind = 'my-people' and person_id = :who")
        .param("who", powerUser.id())
        .query(Integer.class)
        .single();
  }

  /** A browser of their own, signed in. */
  public Browser as(Colleague colleague) {
    return new Browser(mvc, signIns.browser(colleague.id()));
  }

  /** A browser in which nobody is signed in. */
  public Browser stranger() {
    return new Browser(mvc, null);
  }

  /** For clients of the API, which bring a token. */
  public MockMvcTester api() {
    return mvc;
  }

  public String token(Colleague colleague) {
    return signIns.token(colleague.id());
  }

  private Colleague member(CastMember member) {
    var id = people.withEmail(member.email()).orElseThrow();
    return new Colleague(id, member.name(), member.email());
  }
}
