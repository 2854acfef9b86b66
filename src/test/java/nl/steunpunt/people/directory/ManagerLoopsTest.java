package nl.steunpunt.people.directory;

import static nl.steunpunt.people.directory.ManagerLoops.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManagerLoopsTest {

  @Test
  void findsWhoManagesThemselves() {
    assertThat(ManagerLoops.in(new int[] {0, NONE, 1}).stream()).containsExactly(0);
  }

  @Test
  void findsTheLoopAndNotThoseBelowIt() {
    // 0 reports to 1, 1 to 2, 2 to 1; 3 to nobody.
    assertThat(ManagerLoops.in(new int[] {1, 2, 1, NONE}).stream()).containsExactly(1, 2);
  }

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void agreesWithWalkingFromEveryNode(int seed) {
    var random = new SplittableRandom(seed);
    var managerOf = new int[1 + random.nextInt(12)];
    for (int i = 0; i < managerOf.length; i++) {
      managerOf[i] = random.nextInt(-1, managerOf.length);
    }
    assertThat(ManagerLoops.in(managerOf)).isEqualTo(slowly(managerOf));
  }

  private static BitSet slowly(int[] managerOf) {
    var onLoop = new BitSet();
    for (int start = 0; start < managerOf.length; start++) {
      int node = managerOf[start];
      for (int steps = 0; steps < managerOf.length && node != NONE && node != start; steps++) {
        node = managerOf[node];
      }
      onLoop.set(start, node == start);
    }
    return onLoop;
  }
}
