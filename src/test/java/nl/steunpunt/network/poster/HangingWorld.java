package nl.steunpunt.network.poster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A floor on which something hangs, and another place. */
@SteunpuntTest
abstract class HangingWorld {
  @Autowired World world;
  @Autowired JdbcClient sql;
  @Autowired List<RetentionRule> rules;
  long floor;
  long elsewhere;

  @BeforeEach
  void places() {
    world.sanne();
    floor = place("Utrecht/Gebouw B/3");
    elsewhere = place("Groningen");
  }

  long place(String path) {
    return sql.sql("select id from people.location where path = :path")
        .param("path", path)
        .query(Long.class)
        .single();
  }

  void hang(Colleague who, long where) {
    assertThat(
            world
                .as(who)
                .post(
                    "/posters/hanging",
                    "location",
                    "" + where,
                    "format",
                    "a4",
                    "spot",
                    "Bij de koffie"))
        .hasStatus(303);
  }

  Element first(Colleague who) {
    return world.as(who).page("/posters/hanging").expectFirst(".hanging");
  }
}
