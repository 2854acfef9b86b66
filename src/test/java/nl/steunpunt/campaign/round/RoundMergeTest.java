package nl.steunpunt.campaign.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.people.Me;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** However the taps of a round arrive, the same rows stand there afterwards. */
@SteunpuntTest
class RoundMergeTest {
  private static final int TRIES = 30;

  @Autowired World world;
  @Autowired RoundWorld rounds;
  @Autowired RoundWalking walking;
  @Autowired JdbcClient sql;
  @Autowired PlatformTransactionManager transactions;

  /**
   * @param at minutes after the beginning
   * @param undone whether a tap follows that takes it back
   */
  private record Meant(Tap.Kind kind, int at, int minutes, boolean undone) {}

  private Me fatima;
  private Walk walk;
  private IssueId issue;
  private Instant start;

  @BeforeEach
  void aRound() {
    var who = world.fatima();
    fatima = new Me(who.id(), who.name(), who.email(), "nl", List.of("power_user"), 0);
    start = rounds.now().minus(Duration.ofMinutes(50));
    walk = new Walk(UUID.randomUUID(), start, List.of(rounds.place(world.sanne())));
    issue = new IssueId(rounds.issue());
  }

  private static Arbitrary<List<Meant>> meant() {
    return Combinators.combine(
            Arbitraries.of(
                Tap.Kind.TALKED,
                Tap.Kind.HELPED,
                Tap.Kind.HEARD,
                Tap.Kind.ME_TOO,
                Tap.Kind.WALKED,
                Tap.Kind.ENDED),
            Arbitraries.integers().between(0, 45),
            // None is help that took no time, which is refused.
            Arbitraries.of(0, 5, 15, 30),
            Arbitraries.of(true, false))
        .as(Meant::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private List<Tap> taps(List<Meant> all) {
    var taps = new ArrayList<Tap>();
    for (var one : all) {
      var id = UUID.randomUUID();
      var at = start.plus(Duration.ofMinutes(one.at));
      taps.add(tap(id, one.kind, at, one.minutes, null));
      if (one.undone) {
        taps.add(tap(UUID.randomUUID(), Tap.Kind.UNDO, at.plusSeconds(5), 0, id));
      }
    }
    return taps;
  }

  private Tap tap(UUID id, Tap.Kind kind, Instant at, int minutes, @Nullable UUID undoes) {
    return new Tap(
        id,
        kind,
        walk.places().getFirst(),
        at,
        null,
        null,
        kind == Tap.Kind.HELPED ? minutes : null,
        "Gehoord " + id,
        kind == Tap.Kind.ME_TOO ? issue : null,
        kind == Tap.Kind.ME_TOO ? world.sanne().id() : null,
        undoes);
  }

  /** Each at least once, some more often, in any order and in any number of sendings. */
  private static List<List<Tap>> sendings(List<Tap> taps, Random random) {
    var all = new ArrayList<>(taps);
    taps.stream().filter(_ -> random.nextInt(3) == 0).forEach(all::add);
    Collections.shuffle(all, random);
    var sendings = new ArrayList<List<Tap>>();
    for (int from = 0; from < all.size(); ) {
      var until = Math.min(all.size(), from + 1 + random.nextInt(4));
      sendings.add(all.subList(from, until));
      from = until;
    }
    return sendings;
  }

  /** What stands there after these sendings, in a transaction that is rolled back. */
  private List<String> rows(List<List<Tap>> sendings) {
    var template = new TransactionTemplate(transactions);
    template.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    var rows =
        template.execute(status -> {
          sendings.forEach(sending -> walking.walk(fatima, walk, sending));
          var read = read();
          status.setRollbackOnly();
          return read;
        });
    return Objects.requireNonNull(rows);
  }

  private List<String> read() {
    return sql.sql(
            """
            select 'round ' || concat_ws(' ', started_at, coalesce(ended_at::text, '-')) from campaign.round where person_id = :me
            union all
            select 'zone ' || coalesce(z.walked_at::text, '-') from campaign.round_zone z join campaign.round r on r.id = z.round_id
             where r.person_id = :me
            union all
            select 'tap ' || concat_ws(' ', client_id, kind, occurred_at, minutes, undone, help_moment_id is not null, signal_id is not null)
              from campaign.tap where person_id = :me
            union all
            select 'help ' || concat_ws(' ', minutes, helped_at, location_id, noted_as) from support.help_moment where power_user_id = :me
            union all
            select 'heard ' || concat_ws(' ', text, sent_at, state) from support.signal where heard_by_id = :me
            union all
            select 'hit ' || person_id from issues.me_too where issue_id = :issue
            union all
            select 'said ' || kind from network.stated_presence where person_id = :me
            union all
            select 'work ' || concat_ws(' ', kind, day, sum(seconds), count(*)) from network.work where person_id = :me group by kind, day
            order by 1
            """)
        .param("me", fatima.id())
        .param("issue", issue)
        .query(String.class)
        .list();
  }

  @Test
  void anyOrderAndAnyRepetitionOfTheSendingsGiveTheSameRows() {
    var seed = 20261129L;
    var random = new Random(seed);
    JqwikSession.run(() ->
        meant()
            .sampleStream()
            .limit(TRIES)
            .forEach(all -> {
              var taps = taps(all);
              var once = rows(List.of(taps));
              for (int i = 0; i < 2; i++) {
                var sendings = sendings(taps, random);
                assertThat(rows(sendings)).as("%s as %s", all, sendings).isEqualTo(once);
              }
            }));
  }

  @Test
  void afterUndoingAllNothingIsLeftButThatThereWasARound() {
    var all =
        List.of(Tap.Kind.TALKED, Tap.Kind.HELPED, Tap.Kind.HEARD, Tap.Kind.ME_TOO, Tap.Kind.ENDED)
            .stream()
            .map(kind -> new Meant(kind, 10, 5, true))
            .toList();
    assertThat(rows(List.of(taps(all))))
        .noneMatch(row -> row.matches("(help|heard|hit|work) .*"))
        .anyMatch(row -> row.startsWith("round "));
  }
}
