package nl.steunpunt.network.papers;

import java.time.LocalDate;
import java.util.List;

/**
 * What a power user wrote for the appraisal, along the four behaviours.
 *
 * @param released to its readers; else it is a draft, for its writer alone
 * @param counts sentences, with the numbers the power user chose to tell
 */
public record Written(
    boolean released,
    String proactive,
    String explains,
    String positive,
    String shares,
    List<String> counts,
    LocalDate fromOn,
    LocalDate untilOn) {}
