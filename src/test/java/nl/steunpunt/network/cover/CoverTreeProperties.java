package nl.steunpunt.network.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.steunpunt.network.cover.CoverTree.Node;

/** What holds of every organisation, however deep and crooked. */
class CoverTreeProperties {

  /** Each place lies under an earlier one or at the top; half of them have nobody of their own. */
  @Provide
  Arbitrary<List<PlaceCount>> places() {
    return Arbitraries.randomValue(CoverTreeProperties::drawn);
  }

  private static List<PlaceCount> drawn(Random random) {
    var places = new ArrayList<PlaceCount>();
    var many = 1 + random.nextInt(80);
    for (long id = 1; id <= many; id++) {
      var parent = random.nextInt(4) == 0 || id == 1 ? null : 1 + random.nextLong(id - 1);
      var users = random.nextBoolean() ? random.nextInt(50) : 0;
      var hole = users == 0 ? 0 : random.nextInt(users + 1);
      var alone = users - hole == 0 ? 0 : random.nextInt(users - hole + 1);
      var powerUsers = random.nextInt(3) / 2;
      places.add(
          new PlaceCount(
              id, parent, "P" + id, users, hole, alone, powerUsers, random.nextDouble() * 2));
    }
    return places;
  }

  @Property
  void nobodyIsLostAndNobodyCountsTwice(@ForAll("places") List<PlaceCount> places) {
    var tree = new CoverTree(places);
    assertThat(tree.total().users()).isEqualTo(places.stream().mapToInt(PlaceCount::users).sum());
    assertThat(tree.total().hole()).isEqualTo(places.stream().mapToInt(PlaceCount::hole).sum());
    assertThat(tree.total().alone()).isEqualTo(places.stream().mapToInt(PlaceCount::alone).sum());
    assertThat(tree.teams(null).stream().mapToInt(team -> team.own().users()).sum())
        .isEqualTo(tree.total().users());
  }

  @Property
  void eachIsItsOwnAndAllBelow(@ForAll("places") List<PlaceCount> places) {
    var tree = new CoverTree(places);
    for (var node : tree.all()) {
      var below = node.below().stream().map(Node::all).reduce(Sums.NONE, Sums::plus);
      assertThat(node.all().users()).isEqualTo(node.own().users() + below.users());
      assertThat(node.all().hole()).isEqualTo(node.own().hole() + below.hole());
      assertThat(node.below()).isSortedAccordingTo((a, b) -> b.all().users() - a.all().users());
      assertThat(tree.above(node)).endsWith(node).first().matches(top -> top.parent() == null);
      assertThat(tree.find(node.id())).contains(node);
    }
  }

  @Property
  void theListIsNeverLongerThanItsRoom(
      @ForAll("places") List<PlaceCount> places, @ForAll @IntRange(min = 1, max = 40) int most) {
    var tree = new CoverTree(places);
    var lines = tree.lines(null, most);
    assertThat(lines).hasSizeLessThanOrEqualTo(most);
    assertThat(lines.stream().filter(line -> line.level() == 0))
        .hasSize(Math.min(most, tree.tops().size()));
  }

  /** However large, a map has room for it, and shows everybody once. */
  @Property
  void theMapHoldsEverybody(@ForAll("places") List<PlaceCount> places) {
    var tree = new CoverTree(places);
    var map = CoverMap.of(tree.tops(), true, 1100, 440);
    assertThat(map.groups()).hasSizeLessThanOrEqualTo(CoverMap.MOST_GROUPS);
    assertThat(map.groups().stream().mapToInt(group -> group.head().sums().users()).sum())
        .isEqualTo(tree.total().users());
    for (var group : map.groups()) {
      assertThat(group.tiles()).hasSizeLessThanOrEqualTo(CoverMap.MOST_TILES);
      if (!group.tiles().isEmpty()) {
        assertThat(group.tiles().stream().mapToInt(tile -> tile.sums().users()).sum())
            .isEqualTo(group.head().sums().users());
      }
    }
    assertThat(map.groups().stream().mapToDouble(group -> group.head().box().area() / 10_000).sum())
        .isCloseTo(tree.total().users() == 0 ? 0 : 1, within(0.02));
  }
}
