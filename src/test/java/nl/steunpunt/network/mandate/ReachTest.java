package nl.steunpunt.network.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.RandomNetworkTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a manager reads before deciding: how many colleagues a mandate is for, and how many of them
 * have nobody without it. The screen finds them down the trees and looks few of them up; here each
 * of all people is asked.
 */
class ReachTest extends RandomNetworkTest {
  @Autowired MandateScreens mandateScreens;

  private record Reach(int reach, int alone) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whoWouldHaveNobodyIsCountedAsIfEachWereAsked(long seed) {
    var random = new Random(seed);
    organise(random);
    // Some are only asked for, and serve nobody yet; with few left, more have nobody or one.
    powerUsers.stream()
        .skip(random.nextInt(6))
        .forEach(id ->
            sql.sql("update network.mandate set state = 'waiting' where id = :id")
                .param("id", id)
                .update());
    constituencies.recompute();

    var seen = new HashSet<Boolean>();
    for (var id : powerUsers) {
      var shown = mandateScreens.one(id).orElseThrow();
      assertThat(new Reach(shown.reach(), shown.alone()))
          .as("seed %d, mandate %s", seed, id)
          .isEqualTo(asked(id));
      seen.add(shown.alone() > 0);
    }
    assertThat(seen).contains(true);
  }

  private Reach asked(MandateId id) {
    return sql.sql(
            """
            with served as (
              select p.id, m.system_id
                from network.mandate m cross join people.person p
               where m.id = :id and p.active and p.id <> m.person_id
                 and not exists (select from network.constituency_exception e
                                  where e.mandate_id = m.id and e.person_id = p.id and not e.served)
                 and (exists (select from network.constituency_exception e
                               where e.mandate_id = m.id and e.person_id = p.id and e.served)
                      or exists (
                        select from network.constituency_rule r
                         where r.mandate_id = m.id
                           and (r.kind = 'department' and r.ref_id in (
                                  with recursive up as (
                                    select p.department_id as id
                                    union select d.parent_id from up join people.department d on d.id = up.id)
                                  select id from up)
                                or r.kind = 'location' and r.ref_id in (
                                  with recursive up as (
                                    select p.location_id as id
                                    union select l.parent_id from up join people.location l on l.id = up.id)
                                  select id from up)
                                or r.kind = 'manager' and r.ref_id in (
                                  with recursive up as (
                                    select p.manager_id as id
                                    union select b.manager_id from up join people.person b on b.id = up.id)
                                  select id from up))))
            )
            select count(*)::int as reach,
                   (count(*) filter (where not exists (
                      select from network.constituency c
                       where c.person_id = s.id and c.system_id = s.system_id and c.mandate_id <> :id)))::int as alone
              from served s
            """)
        .param("id", id)
        .query(Reach.class)
        .single();
  }
}
