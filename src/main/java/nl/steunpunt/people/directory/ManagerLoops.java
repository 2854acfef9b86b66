package nl.steunpunt.people.directory;

import java.util.BitSet;

/** Finds who is, through others, their own manager. */
final class ManagerLoops {

  /** No manager, or one outside the graph. */
  static final int NONE = -1;

  /**
   * @param managerOf for each node the node of its manager, or {@link #NONE}
   * @return the nodes that lie on a loop; not those that merely lead into one
   */
  static BitSet in(int[] managerOf) {
    var onLoop = new BitSet(managerOf.length);
    // Each walk marks its nodes with its own number: meeting that number again closes a loop.
    var walkOf = new int[managerOf.length];
    for (int start = 0; start < managerOf.length; start++) {
      int node = start;
      while (node != NONE && walkOf[node] == 0) {
        walkOf[node] = start + 1;
        node = managerOf[node];
      }
      if (node != NONE && walkOf[node] == start + 1) {
        for (int member = node; !onLoop.get(member); member = managerOf[member]) {
          onLoop.set(member);
        }
      }
    }
    return onLoop;
  }

  private ManagerLoops() {}
}
