package nl.steunpunt.network.cover;

import java.util.Comparator;
import java.util.List;
import nl.steunpunt.network.ItSystem;
import nl.steunpunt.network.Systems;
import nl.steunpunt.platform.api.Invalid;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.api.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The cover of a system in numbers, for the network lead. */
@RestController
class CoverApi {
  private final CoverScreens screens;
  private final Systems systems;

  CoverApi(CoverScreens screens, Systems systems) {
    this.screens = screens;
    this.systems = systems;
  }

  /**
   * A department or location with all that lies below it, or a topic.
   *
   * @param id 0: people without a place of work
   * @param parent the place above it; null at the top, and of a topic
   * @param name path of the place, empty for people without one; key of the topic
   * @param people active colleagues who are no power user; of a topic those whose own power user
   *     knows it
   * @param withoutPowerUser null of a topic; likewise without a deputy
   * @param peoplePerPowerUser over all people whom each power user helps; null: there is none
   * @param target people to one power user, or knowers of a topic
   * @param knowers power users who know the topic well; null of a place
   */
  record CoverShown(
      long id,
      @Nullable Long parent,
      String name,
      String system,
      CoverState state,
      int people,
      @Nullable Integer withoutPowerUser,
      @Nullable Integer withoutDeputy,
      @Nullable Integer peoplePerPowerUser,
      int target,
      @Nullable Integer knowers,
      @Nullable Boolean critical) {}

  /**
   * @param by department, location or topic
   * @param system key or number; left out: the first offered
   */
  @GetMapping("/api/v1/cover")
  Slice<CoverShown> cover(
      @RequestParam(defaultValue = "department") String by,
      @RequestParam(required = false) @Nullable Ref system,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    var way = By.of(by).orElseThrow(() -> Invalid.parameter("by", "api.member.nobody", by));
    var rows = Slice.limit(limit);
    var from = Slice.after(after);
    var known = system == null ? systems.active().stream().findFirst() : systems.find(system);
    if (system != null && known.isEmpty()) {
      throw Invalid.parameter("system", "api.member.nobody", system.text());
    }
    var shown =
        known.map(it -> shown(it, way)).orElse(List.of()).stream()
            .filter(one -> from == null || one.id() > from)
            .limit(rows + 1L)
            .toList();
    return Slice.of(shown, rows, CoverShown::id);
  }

  private List<CoverShown> shown(ItSystem system, By by) {
    var cover = screens.cover(system.id(), by, null, null, 0, 0);
    var aim = cover.aim();
    if (aim == null) {
      return List.of();
    }
    if (by == By.TOPIC) {
      return cover.topics().stream()
          .sorted(Comparator.comparingLong(Cover.TopicCover::id))
          .map(topic ->
              new CoverShown(
                  topic.id(),
                  null,
                  topic.key(),
                  system.key(),
                  topic.state(aim.knowers()),
                  topic.people(),
                  null,
                  null,
                  null,
                  aim.knowers(),
                  topic.knowers(),
                  topic.critical()))
          .toList();
    }
    var tree = new CoverTree(cover.places());
    return tree.all().stream()
        .map(node ->
            new CoverShown(
                node.id(),
                node.parent(),
                tree.path(node, "/"),
                system.key(),
                node.all().state(aim.most()),
                node.all().users(),
                node.all().hole(),
                node.all().alone(),
                node.all().ratio() == 0 ? null : node.all().ratio(),
                aim.most(),
                null,
                null))
        .toList();
  }
}
