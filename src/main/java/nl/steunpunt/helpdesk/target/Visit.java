package nl.steunpunt.helpdesk.target;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question at the desk, as far as its urgency looks at it.
 *
 * @param said what the desk says of its severity; null: nothing
 * @param weighed what its issues say of its severity; null: nothing
 * @param reach people hit, the asker included
 * @param waitingSince null: it waits for its asker
 * @param pausedMinutes working minutes for which it waited for its asker before {@code pausedAt}
 */
record Visit(
    long ticket,
    Instant cameAt,
    @Nullable Severity said,
    boolean stuck,
    @Nullable Severity weighed,
    int reach,
    @Nullable Instant waitingSince,
    @Nullable Instant pausedAt,
    int pausedMinutes,
    @Nullable Instant reactedAt,
    @Nullable Instant warnAt,
    int told) {}
