package nl.steunpunt.network.cover;

import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.network.cover.CoverTree.Node;
import org.jspecify.annotations.Nullable;

/**
 * Places as a map: as large as they have people. Laid out for a window of a usual size and told in
 * hundredths of its sides, so that it grows with the window and letters do not.
 *
 * @param groups what lies directly below the place that is shown
 */
public record CoverMap(List<Group> groups) {
  static final int MOST_GROUPS = 16;
  static final int MOST_TILES = 12;
  private static final int HEAD = 24;
  private static final int EDGE = 3;
  private static final int SMALLEST_GROUP = 72;
  private static final double LETTER = 7.2;
  private static final int PADDING = 14;
  private static final int LINE = 20;

  /**
   * @param node null: several small ones that have no room
   * @param many how many they are
   * @param box in hundredths of the whole
   * @param letters how many fit on a line of it; 0: none
   * @param lines how many lines of text fit
   */
  public record Tile(@Nullable Node node, int many, Sums sums, Box box, int letters, int lines) {
    public String fit(String text) {
      return text.length() <= letters ? text : text.substring(0, Math.max(0, letters - 1)) + "…";
    }

    /** There is such a line, and at least some letters of the text can be read in it. */
    public boolean shows(int line, String text) {
      return lines >= line && letters >= Math.min(4, text.length());
    }

    /** All of the text: half a number is another number. */
    public boolean holds(int line, String text) {
      return lines >= line && letters >= text.length() - 1;
    }
  }

  /**
   * @param head with room for its name alone, when there are tiles in it
   * @param tiles what lies below it; empty: it is one tile itself
   */
  public record Group(Tile head, List<Tile> tiles) {}

  /**
   * @param deep with what lies below each
   * @param width of the usual window, in pixels; likewise the height
   */
  static CoverMap of(List<Node> places, boolean deep, int width, int height) {
    var whole = new Box(0, 0, width, height);
    var groups = new ArrayList<Group>();
    for (var tile : tiles(places, MOST_GROUPS, whole, whole)) {
      var box = tile.box;
      var node = tile.node;
      var roomy = box.width() >= SMALLEST_GROUP && box.height() >= SMALLEST_GROUP;
      var inner =
          deep && roomy && node != null && node.below().size() > 1
              ? tiles(withOwn(node), MOST_TILES, box.inset(HEAD, EDGE), whole)
              : List.<Tile>of();
      groups.add(
          new Group(percent(tile, whole), inner.stream().map(t -> percent(t, whole)).toList()));
    }
    return new CoverMap(groups);
  }

  /** Who works in the place itself, beside what lies below it, is a tile as well. */
  private static List<Node> withOwn(Node node) {
    if (node.own().users() == 0) {
      return node.below();
    }
    var all = new ArrayList<>(node.below());
    all.add(new Node(node.id(), node.parent(), node.name(), node.own(), node.own(), List.of()));
    return all;
  }

  private static List<Tile> tiles(List<Node> places, int most, Box within, Box whole) {
    var sorted =
        places.stream()
            .filter(place -> place.all().users() > 0)
            .sorted((a, b) -> Integer.compare(b.all().users(), a.all().users()))
            .toList();
    var shown = sorted.size() > most ? sorted.subList(0, most - 1) : sorted;
    var rest = sorted.subList(shown.size(), sorted.size());
    var sums = new ArrayList<>(shown.stream().map(Node::all).toList());
    if (!rest.isEmpty()) {
      sums.add(rest.stream().map(Node::all).reduce(Sums.NONE, Sums::plus));
    }
    // The rest may be more than the last of those shown: it stands last all the same, and is no
    // less true for being
    // less square.
    var boxes = TreeMap.of(sums.stream().map(sum -> (double) sum.users()).toList(), within);
    var tiles = new ArrayList<Tile>();
    for (var i = 0; i < boxes.size(); i++) {
      var node = i < shown.size() ? shown.get(i) : null;
      var box = boxes.get(i);
      tiles.add(
          new Tile(
              node,
              rest.size(),
              sums.get(i),
              box,
              (int) Math.max(0, (box.width() - PADDING) / LETTER),
              (int) Math.max(0, (box.height() - 6) / LINE)));
    }
    return tiles;
  }

  private static Tile percent(Tile tile, Box whole) {
    var box = tile.box;
    return new Tile(
        tile.node,
        tile.many,
        tile.sums,
        new Box(
            hundredths(box.x() / whole.width()),
            hundredths(box.y() / whole.height()),
            hundredths(box.width() / whole.width()),
            hundredths(box.height() / whole.height())),
        tile.letters,
        tile.lines);
  }

  private static double hundredths(double part) {
    return Math.round(part * 10_000) / 100.0;
  }
}
