package nl.steunpunt.network.cover;

import java.time.Clock;
import java.util.Objects;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cover of Nova as its network lead sees it. */
@SteunpuntTest
abstract class CoverWorld {
  static final String COVER = "/network/cover";
  static final String TARGET = "/network/cover/target";

  @Autowired World world;
  @Autowired Clock clock;
  @Autowired JdbcClient sql;
  Browser lead;
  String nova;

  @BeforeEach
  void signIn() {
    lead = world.as(world.marieke());
    nova = world.nova().toString();
  }

  long number(String query, Object... values) {
    var statement = sql.sql(query);
    for (var value : values) {
      statement = statement.param(value);
    }
    return statement.query(Long.class).single();
  }

  long department(Colleague colleague) {
    return number(
        "select department_id from people.pub_person where id = ?", colleague.id().value());
  }

  static String text(Element page, String need) {
    return Objects.requireNonNull(page.expectFirst("#need-" + need).closest("section")).text();
  }
}
