package nl.steunpunt.network.division;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import nl.steunpunt.network.ConstituencyRule;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.RandomNetworkTest;
import nl.steunpunt.network.division.DivisionScreens.Load;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What is foretold is counted among those whom the two power users would serve only; what comes of
 * it is counted among everybody. In organisations made at random, with rules that overlap, equals,
 * exceptions, and power users who are served too, both come to the same.
 */
class WhatIfTest extends RandomNetworkTest {
  private static final int MOVES = 25;

  @Autowired DivisionScreens division;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void whatIsForetoldIsWhatComesOfItInAnyOrganisation(long seed) {
    var random = new Random(seed);
    organise(random);
    var moved = 0;
    for (int n = 0; n < MOVES; n++) {
      var rule = one(places, random);
      var owners = owners(rule);
      var from = owners.isEmpty() || random.nextInt(3) == 0 ? null : one(owners, random);
      var to = one(powerUsers, random);
      if (to.equals(from)) {
        continue;
      }
      var move = new Move(erp, rule, from);
      var firsts = firsts();
      var foretold = division.whatIf(move, to).orElseThrow();

      apply(move, to);

      var what = "seed %d, move %d: %s to %s".formatted(seed, n, move, to);
      assertThat(was(foretold.loads())).as(what).isEqualTo(of(foretold.loads(), firsts));
      var expected = new LinkedHashMap<>(firsts);
      foretold.loads().forEach(load -> expected.put(load.mandate(), load.becomes()));
      expected.values().removeIf(count -> count == 0);
      assertThat(firsts()).as(what).isEqualTo(expected);
      assertThat(foretold.unservedAfter()).as(what).isEqualTo(counted("hole"));
      assertThat(foretold.aloneAfter()).as(what).isEqualTo(counted("alone"));
      moved++;
    }
    assertThat(moved).isGreaterThan(MOVES / 2);
  }

  private List<MandateId> owners(ConstituencyRule rule) {
    return sql
        .sql(
            "select mandate_id from network.constituency_rule where kind = :kind and ref_id = :ref order by 1")
        .param("kind", rule.kind())
        .param("ref", rule.refId())
        .query(MandateId.class)
        .list()
        .stream()
        .filter(powerUsers::contains)
        .toList();
  }

  private void apply(Move move, MandateId to) {
    if (move.from() != null) {
      sql.sql(
              "delete from network.constituency_rule where mandate_id = :from and kind = :kind and ref_id = :ref")
          .param("from", move.from())
          .param("kind", move.rule().kind())
          .param("ref", move.rule().refId())
          .update();
    }
    sql.sql(
            """
            insert into network.constituency_rule (mandate_id, kind, ref_id) values (:to, :kind, :ref)
            on conflict do nothing
            """)
        .param("to", to)
        .param("kind", move.rule().kind())
        .param("ref", move.rule().refId())
        .update();
    constituencies.recomputeFor(erp);
  }

  private Map<Long, Integer> firsts() {
    return sql
        .sql(
            """
            select mandate_id as mandate, count(*)::int as people from network.constituency
             where system_id = :system and rank = 0 group by 1
            """)
        .param("system", erp)
        .query((row, number) -> Map.entry(row.getLong("mandate"), row.getInt("people")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Map<Long, Integer> was(List<Load> loads) {
    return loads.stream().collect(Collectors.toMap(Load::mandate, Load::was));
  }

  private static Map<Long, Integer> of(List<Load> loads, Map<Long, Integer> firsts) {
    return loads.stream()
        .collect(Collectors.toMap(Load::mandate, load -> firsts.getOrDefault(load.mandate(), 0)));
  }

  private int counted(String kind) {
    return sql.sql(
            """
            select coalesce(sum(people), 0)::int from network.cover_count
             where system_id = :system and kind = :kind
            """)
        .param("system", erp)
        .param("kind", kind)
        .query(Integer.class)
        .single();
  }
}
