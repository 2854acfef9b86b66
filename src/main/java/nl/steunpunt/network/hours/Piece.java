package nl.steunpunt.network.hours;

import java.time.LocalDate;
import nl.steunpunt.network.WorkKind;
import org.jspecify.annotations.Nullable;

/**
 * A piece of somebody's week.
 *
 * @param subject number of the question or help moment; null: an own entry
 * @param computed minutes, as computed or first written; {@code corrected} is what they made of it
 * @param counts false: on a day they were away
 */
public record Piece(
    long id,
    LocalDate day,
    WorkKind kind,
    @Nullable Long subject,
    int computed,
    @Nullable Integer corrected,
    int minutes,
    boolean counts,
    String note) {}
