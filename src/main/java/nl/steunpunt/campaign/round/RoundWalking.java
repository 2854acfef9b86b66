package nl.steunpunt.campaign.round;

import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what a phone sends of a round: each tap by itself, so that one that cannot be holds no
 * other up. However often and in whatever order they are sent, the same stands there afterwards.
 */
@Service
public class RoundWalking {
  /** At once; a phone that has more sends them in turn. */
  public static final int MOST_TAPS = 200;

  /**
   * @param refused why it is not kept; null: it is
   */
  public record Result(Tap tap, @Nullable Refusal refused) {}

  private final RoundTapping tapping;
  private final TransactionTemplate each;

  RoundWalking(RoundTapping tapping, PlatformTransactionManager transactions) {
    this.tapping = tapping;
    each = new TransactionTemplate(transactions);
    // Within the transaction of an API client's key, and by itself else.
    each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * @throws Refusal when the round itself cannot be
   */
  public List<Result> walk(Me me, Walk walk, List<Tap> taps) {
    if (taps.size() > MOST_TAPS) {
      throw Refusal.of("round.refused.many", MOST_TAPS);
    }
    each.executeWithoutResult(_ -> tapping.begin(me, walk));
    return taps.stream().map(tap -> new Result(tap, refusal(me, walk, tap))).toList();
  }

  private @Nullable Refusal refusal(Me me, Walk walk, Tap tap) {
    try {
      each.executeWithoutResult(_ -> tapping.tap(me, walk, tap));
      return null;
    } catch (Refusal refusal) {
      return refusal;
    } catch (NotFound gone) {
      return Refusal.of("round.refused.gone");
    }
  }
}
