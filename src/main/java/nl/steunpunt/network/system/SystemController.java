package nl.steunpunt.network.system;

import java.util.List;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.Systems;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.network.Topics;
import nl.steunpunt.network.system.SystemScreens.OneSystem;
import nl.steunpunt.network.system.SystemScreens.Row;
import nl.steunpunt.network.system.SystemScreens.TopicRow;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class SystemController {
  private static final String LIST = "network/system/list";
  private static final String ONE = "network/system/one";

  private final SystemScreens screens;
  private final Systems systems;
  private final Topics topics;
  private final SystemActivating activating;

  SystemController(
      SystemScreens screens, Systems systems, Topics topics, SystemActivating activating) {
    this.screens = screens;
    this.systems = systems;
    this.topics = topics;
    this.activating = activating;
  }

  public record ListPage(List<Row> rows, SystemForm form, List<FieldError> errors) {}

  /**
   * @param topic a new topic as typed
   * @param renamed the topic whose names were refused, with {@code names} as typed
   */
  public record OnePage(
      OneSystem it,
      SystemForm form,
      TopicForm topic,
      @Nullable Long renamed,
      TopicForm names,
      List<FieldError> errors) {

    public TopicForm namesOf(TopicRow row) {
      return renamed != null && renamed == row.id()
          ? names
          : new TopicForm(row.nameNl(), row.nameEn(), row.key());
    }
  }

  @GetMapping("/admin/systems")
  ModelAndView list() {
    return Reply.page(LIST, new ListPage(screens.all(), SystemForm.EMPTY, List.of()));
  }

  @PostMapping("/admin/systems")
  ModelAndView create(@ModelAttribute SystemForm form) {
    var errors = form.errors();
    if (errors.isEmpty() && systems.byKey(form.key()).isPresent()) {
      errors = List.of(FieldError.of("key", "system.refused.key_taken", form.key()));
    }
    if (!errors.isEmpty()) {
      return Reply.again(LIST, new ListPage(screens.all(), form, errors));
    }
    var id = systems.create(form.key(), form.name(), form.date().orElse(null));
    return Reply.to("/admin/systems/" + id, "systems.created", form.name());
  }

  @GetMapping("/admin/systems/{id}")
  ModelAndView show(@PathVariable SystemId id) {
    return Reply.page(ONE, page(one(id)));
  }

  /** The key stays: imports and programs know it. */
  @PostMapping("/admin/systems/{id}")
  ModelAndView rename(@PathVariable SystemId id, @ModelAttribute SystemForm form) {
    var system = one(id);
    var kept = new SystemForm(form.name(), system.key(), form.liveOn());
    var errors = kept.errors();
    if (!errors.isEmpty()) {
      return Reply.again(
          ONE, new OnePage(system, kept, TopicForm.EMPTY, null, TopicForm.EMPTY, errors));
    }
    systems.rename(id, kept.name(), kept.date().orElse(null));
    return Reply.to("/admin/systems/" + id, "systems.saved");
  }

  @PostMapping("/admin/systems/{id}/activity")
  ModelAndView setActive(@PathVariable SystemId id, @RequestParam boolean active) {
    var system = one(id);
    activating.set(id, active);
    return Reply.to(
        "/admin/systems/" + id,
        active ? "systems.activated" : "systems.deactivated",
        system.name());
  }

  @PostMapping("/admin/systems/{id}/topics")
  ModelAndView addTopic(@PathVariable SystemId id, @ModelAttribute TopicForm topic) {
    var system = one(id);
    var errors = topic.errors("new-");
    if (system.topics().stream().anyMatch(other -> other.key().equals(topic.key()))) {
      errors.add(FieldError.of("new-nameNl", "topic.refused.key_taken", topic.key()));
    }
    if (errors.isEmpty()) {
      topics.create(id, topic.key(), topic.nameNl(), topic.nameEn());
      return Reply.to("/admin/systems/" + id, "topics.created", topic.nameNl());
    }
    return Reply.again(
        ONE, new OnePage(system, form(system), topic, null, TopicForm.EMPTY, errors));
  }

  @PostMapping("/admin/systems/{id}/topics/{topic}")
  ModelAndView renameTopic(
      @PathVariable SystemId id,
      @PathVariable("topic") long topicId,
      @ModelAttribute TopicForm names) {
    var system = one(id);
    var topic = topic(system, topicId);
    var kept = new TopicForm(names.nameNl(), names.nameEn(), topic.key());
    var errors = kept.errors("topic-" + topicId + "-");
    if (!errors.isEmpty()) {
      return Reply.again(
          ONE, new OnePage(system, form(system), TopicForm.EMPTY, topicId, kept, errors));
    }
    topics.rename(new TopicId(topicId), kept.nameNl(), kept.nameEn());
    return Reply.to("/admin/systems/" + id, "topics.saved", kept.nameNl());
  }

  @PostMapping("/admin/systems/{id}/topics/{topic}/activity")
  ModelAndView setTopicActive(
      @PathVariable SystemId id,
      @PathVariable("topic") long topicId,
      @RequestParam boolean active) {
    var topic = topic(one(id), topicId);
    topics.setActive(new TopicId(topicId), active);
    return Reply.to(
        "/admin/systems/" + id, active ? "topics.activated" : "topics.deactivated", topic.nameNl());
  }

  @Bean
  static AdminEntry systemsEntry() {
    return new AdminEntry(30, "/admin/systems", "desk", "systems.title", "systems.title.lead");
  }

  private OneSystem one(SystemId id) {
    return screens.one(id).orElseThrow(NotFound::new);
  }

  private static TopicRow topic(OneSystem system, long id) {
    return system.topics().stream()
        .filter(topic -> topic.id() == id)
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static SystemForm form(OneSystem system) {
    return new SystemForm(
        system.name(), system.key(), system.liveOn() == null ? "" : system.liveOn().toString());
  }

  private static OnePage page(OneSystem system) {
    return new OnePage(system, form(system), TopicForm.EMPTY, null, TopicForm.EMPTY, List.of());
  }
}
