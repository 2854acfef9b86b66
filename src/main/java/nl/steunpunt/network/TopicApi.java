package nl.steunpunt.network;

import java.util.List;
import nl.steunpunt.platform.api.Invalid;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.api.Slice;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TopicApi {
  private final Systems systems;
  private final Topics topics;

  TopicApi(Systems systems, Topics topics) {
    this.systems = systems;
    this.topics = topics;
  }

  /**
   * @param system key or number
   * @param nameEn left out: the Dutch name
   */
  record NewTopic(
      @Nullable Ref system,
      @Nullable String key,
      @Nullable String nameNl,
      @Nullable String nameEn) {}

  record TopicShown(long id, String system, String key, String nameNl, String nameEn) {}

  /**
   * @param system left out: of all systems
   */
  @GetMapping("/api/v1/topics")
  Slice<TopicShown> list(@RequestParam(required = false) @Nullable Ref system) {
    var of =
        system == null
            ? systems.active()
            : List.of(
                systems
                    .find(system)
                    .orElseThrow(
                        () -> Invalid.parameter("system", "api.member.nobody", system.text())));
    return Slice.whole(
        of.stream()
            .flatMap(one -> topics.active(one.id()).stream().map(topic -> shown(one, topic)))
            .toList());
  }

  private static TopicShown shown(ItSystem system, Topic topic) {
    return new TopicShown(
        topic.id().value(), system.key(), topic.key(), topic.nameNl(), topic.nameEn());
  }

  @PostMapping("/api/v1/topics")
  @ResponseStatus(HttpStatus.CREATED)
  TopicShown create(@RequestBody NewTopic topic) {
    var members = new Members();
    var system =
        members.knownIfGiven("/system", topic.system, ref -> systems.find(ref).orElse(null));
    if (topic.system == null) {
      members.wrong("/system", "api.member.missing");
    }
    var key = SystemApi.key(members, topic.key);
    var dutch = members.text("/nameNl", topic.nameNl, Systems.LONGEST_NAME);
    var english =
        members.text(
            "/nameEn", topic.nameEn == null ? topic.nameNl : topic.nameEn, Systems.LONGEST_NAME);
    members.check();
    if (system == null) {
      throw new IllegalStateException("checked before");
    }
    try {
      var id = topics.create(system.id(), key, dutch, english);
      return new TopicShown(id.value(), system.key(), key, dutch, english);
    } catch (DuplicateKeyException e) {
      throw Refusal.conflict("topic.refused.key_taken", key);
    }
  }
}
