package nl.steunpunt.network.cover;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Departments or locations, each with the sum of what lies below it. */
public final class CoverTree {
  private static final Comparator<Node> LARGEST_FIRST =
      Comparator.<Node>comparingInt(node -> node.all.users())
          .reversed()
          .thenComparing(Node::name)
          .thenComparingLong(Node::id);

  /**
   * @param parent null at the top
   * @param own without what lies below it
   * @param below the largest first; places where nobody works are left out
   */
  public record Node(
      long id, @Nullable Long parent, String name, Sums own, Sums all, List<Node> below) {
    public boolean hasBelow() {
      return !below.isEmpty();
    }
  }

  /**
   * A line of the list.
   *
   * @param level 0, or 1 when it folds into the one above
   * @param isFolded lines fold into this one
   */
  public record Line(Node node, int level, boolean isFolded) {}

  private final Map<Long, Node> byId = new HashMap<>();
  private final List<Node> tops;
  private final Sums total;

  CoverTree(List<PlaceCount> places) {
    var below = new HashMap<Long, List<PlaceCount>>();
    var first = new ArrayList<PlaceCount>();
    for (var place : places) {
      if (place.parentId() == null) {
        first.add(place);
      } else {
        below.computeIfAbsent(place.parentId(), id -> new ArrayList<>()).add(place);
      }
    }
    tops = nodes(first, below);
    total = tops.stream().map(Node::all).reduce(Sums.NONE, Sums::plus);
  }

  private List<Node> nodes(List<PlaceCount> places, Map<Long, List<PlaceCount>> below) {
    return places.stream()
        .map(place -> node(place, below))
        .filter(node -> !node.all.isEmpty())
        .sorted(LARGEST_FIRST)
        .toList();
  }

  private Node node(PlaceCount place, Map<Long, List<PlaceCount>> below) {
    var children = nodes(below.getOrDefault(place.id(), List.of()), below);
    var all = children.stream().map(Node::all).reduce(place.own(), Sums::plus);
    var node = new Node(place.id(), place.parentId(), place.name(), place.own(), all, children);
    byId.put(place.id(), node);
    return node;
  }

  public List<Node> tops() {
    return tops;
  }

  public Sums total() {
    return total;
  }

  /** Nothing also where nobody works. */
  public Optional<Node> find(long id) {
    return Optional.ofNullable(byId.get(id)).filter(node -> !node.all.isEmpty());
  }

  /** From the top down to this one. */
  public List<Node> above(Node node) {
    var path = new ArrayDeque<Node>();
    for (var at = node; at != null; at = at.parent() == null ? null : byId.get(at.parent())) {
      path.addFirst(at);
    }
    return List.copyOf(path);
  }

  /** "Finance · Crediteuren". */
  public String path(Node node) {
    return path(node, " · ");
  }

  String path(Node node, String between) {
    return String.join(between, above(node).stream().map(Node::name).toList());
  }

  /** Each place with people of its own, this one included; null: of the whole organisation. */
  public List<Node> teams(@Nullable Node top) {
    var teams = new ArrayList<Node>();
    (top == null ? tops : List.of(top)).forEach(node -> add(node, teams));
    return teams;
  }

  private static void add(Node node, List<Node> teams) {
    if (node.own.users() > 0) {
      teams.add(node);
    }
    node.below.forEach(child -> add(child, teams));
  }

  /** All of them by number: what an answer in parts goes by. */
  List<Node> all() {
    return byId.values().stream()
        .filter(node -> !node.all.isEmpty())
        .sorted(Comparator.comparingLong(Node::id))
        .toList();
  }

  /**
   * What lies below this place (null: the tops), each with what lies below that where there is room
   * for all of it.
   *
   * @param most how many lines there may be; what has no room is left out, the smallest
   */
  public List<Line> lines(@Nullable Node top, int most) {
    var first = top == null ? tops : top.below;
    var both = first.stream().mapToInt(node -> 1 + node.below.size()).sum() <= most;
    var lines = new ArrayList<Line>();
    for (var node : first.subList(0, Math.min(most, first.size()))) {
      lines.add(new Line(node, 0, both && node.hasBelow()));
      if (both) {
        node.below.forEach(child -> lines.add(new Line(child, 1, false)));
      }
    }
    return lines;
  }
}
