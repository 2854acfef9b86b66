package nl.steunpunt.network.cover;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.network.cover.CoverTree.Line;
import nl.steunpunt.network.cover.CoverTree.Node;
import org.jspecify.annotations.Nullable;

/**
 * Cover as the lead looks at it.
 *
 * @param at the place that is looked into; null: the whole organisation
 * @param only the one list that is shown, in pages; null: the beginning of each
 * @param from how many of that list were passed over
 */
public record CoverPage(
    Cover cover, By by, CoverTree tree, @Nullable Node at, @Nullable Need only, int from) {
  static final int FEW = 5;
  static final int PER_PAGE = 20;
  static final int MOST_LINES = 60;
  private static final int DESK_WIDTH = 1100;
  private static final int DESK_HEIGHT = 440;
  private static final int PHONE_WIDTH = 330;
  private static final int PHONE_HEIGHT = 380;

  public Aim aim() {
    return Objects.requireNonNull(cover.aim());
  }

  public Sums sums() {
    return at == null ? tree.total() : at.all();
  }

  /** How many more power users the target asks for here. */
  public int missing() {
    var sums = sums();
    return (int) Math.max(0, Math.ceil((double) sums.users() / aim().most() - sums.load() - 1e-9));
  }

  private List<Node> below() {
    return at == null ? tree.tops() : at.below();
  }

  public boolean hasBelow() {
    return !below().isEmpty();
  }

  public CoverMap deskMap() {
    return CoverMap.of(below(), true, DESK_WIDTH, DESK_HEIGHT);
  }

  public CoverMap phoneMap() {
    return CoverMap.of(below(), false, PHONE_WIDTH, PHONE_HEIGHT);
  }

  public List<Line> lines() {
    return tree.lines(at, MOST_LINES);
  }

  /** Places for which the list has no room. */
  public int leftOut() {
    return below().size() - (int) lines().stream().filter(line -> line.level() == 0).count();
  }

  /** Teams whose power user has more people than the target allows, and no hole. */
  private List<Node> allOver() {
    return tree.teams(at).stream()
        .filter(team -> team.own().state(aim().most()) == CoverState.OVER)
        .sorted((a, b) -> Integer.compare(b.own().users(), a.own().users()))
        .toList();
  }

  public List<Node> over() {
    var all = allOver();
    var start = Math.min(only == Need.OVER ? from : 0, all.size());
    return all.subList(start, Math.min(start + (only == null ? FEW : PER_PAGE), all.size()));
  }

  public int inAll(Need need) {
    return switch (need) {
      case HOLES -> cover.holesInAll();
      case OVER -> allOver().size();
      case ALONE -> cover.aloneInAll();
      case TOPICS -> at == null ? cover.shortTopics().size() : 0;
      case INACTIVE -> cover.inactiveInAll();
      case LEAVING -> cover.leavingInAll();
      case CALLING -> cover.callingInAll();
      case CONFLICTS -> cover.conflictsInAll();
    };
  }

  /** Topics are few: they are always shown all. */
  public boolean shows(Need need) {
    return (only == null || only == need) && inAll(need) > 0;
  }

  public boolean isNothingNeeded() {
    for (var need : Need.values()) {
      if (shows(need)) {
        return false;
      }
    }
    return true;
  }

  public boolean hasMore(Need need) {
    return only == null && need != Need.TOPICS && inAll(need) > FEW;
  }

  /**
   * What the lead can do next, and where.
   *
   * @param then how many power users have an agreement when it is done; null: it is about something
   *     else
   */
  public record NextStep(String word, int number, @Nullable Integer then, String address) {}

  /** In the order in which they bring most: agreements first, since without time nobody helps. */
  public List<NextStep> steps() {
    var steps = new ArrayList<NextStep>();
    var mandates = "/network/mandates?system=" + cover.system();
    var agreed = cover.weeks().isEmpty() ? 0 : cover.weeks().getLast().agreed();
    add(steps, "answer", cover.toAnswer(), agreed + cover.toAnswer(), mandates);
    add(
        steps,
        "ask",
        cover.notAsked(),
        agreed + cover.toAnswer() + cover.notAsked(),
        mandates + "&blocked=lead");
    add(steps, "holes", sums().hole(), null, "#needs");
    add(steps, "topics", cover.shortTopics().size(), null, "#need-topics");
    add(steps, "leaving", cover.leavingInAll(), null, "#need-leaving");
    return steps;
  }

  private static void add(
      List<NextStep> steps, String word, int number, @Nullable Integer then, String address) {
    if (number > 0) {
      steps.add(new NextStep(word, number, then, address));
    }
  }

  /** For the whole organisation, once somebody serves or did. */
  public boolean showsPath() {
    return at == null && only == null && !cover.weeks().isEmpty();
  }

  public String address() {
    return address(by, at);
  }

  public String address(By by) {
    return address(by, null);
  }

  public String address(@Nullable Node node) {
    return address(by, node);
  }

  private String address(By by, @Nullable Node node) {
    return "/network/cover?system=%s&by=%s".formatted(cover.system(), by.word())
        + (node == null ? "" : "&at=" + node.id());
  }

  public String department(long id) {
    return "/network/cover?system=%s&by=department&at=%d".formatted(cover.system(), id);
  }

  public String address(Need need) {
    return address() + "&only=" + need.word();
  }

  public @Nullable String nextPage() {
    return only == null || from + PER_PAGE >= inAll(only)
        ? null
        : address(only) + "&from=" + (from + PER_PAGE);
  }

  public @Nullable String firstPage() {
    return only == null || from == 0 ? null : address(only);
  }

  /** Where it is chosen who helps the people of this hole. */
  public String assignment(Hole hole) {
    var address =
        "/network/cover/assignment?system=%s&department=%d"
            .formatted(cover.system(), hole.departmentId());
    if (hole.locationId() == null) {
      return address;
    }
    var what = by == By.LOCATION ? "&what=location-" + hole.locationId() : "";
    return address + "&location=" + hole.locationId() + what;
  }

  /** The colleagues of who leaves, to propose one of them. */
  public String successor(long department) {
    return "/network/power-users/new?system=%s&department=%d".formatted(cover.system(), department);
  }

  /** The colleagues of this place, to propose one of them. */
  public String proposing(long place) {
    return "/network/power-users/new?system=%s&%s=%d"
        .formatted(cover.system(), by == By.LOCATION ? "location" : "department", place);
  }
}
