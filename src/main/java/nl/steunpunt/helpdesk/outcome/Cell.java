package nl.steunpunt.helpdesk.outcome;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import nl.steunpunt.helpdesk.Tally;

/**
 * Questions together, and who asked them as far as it matters: of many only some are known, which
 * is enough, and of few all.
 */
record Cell(Tally counts, Set<Long> askers) {
  static final Cell EMPTY = new Cell(Tally.NOTHING, Set.of());

  static Cell of(Collection<Asked> asked) {
    var counts = Tally.NOTHING;
    var askers = new HashSet<Long>();
    for (var one : asked) {
      counts = counts.and(one.counts());
      askers.addAll(one.askers());
    }
    return new Cell(counts, askers);
  }

  Cell and(Cell other) {
    var both = new HashSet<>(askers);
    both.addAll(other.askers);
    return new Cell(counts.and(other.counts), both);
  }

  boolean isEnough() {
    return askers.size() >= Parts.FEWEST;
  }

  boolean isNobody() {
    return askers.isEmpty();
  }
}
