package nl.steunpunt.network;

import java.time.LocalDate;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Slice;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SystemApi {
  private final Systems systems;

  SystemApi(Systems systems) {
    this.systems = systems;
  }

  /**
   * @param key what imports and the API call it: small letters, digits and hyphens
   */
  record NewSystem(@Nullable String key, @Nullable String name, @Nullable LocalDate liveOn) {}

  record SystemShown(long id, String key, String name, @Nullable LocalDate liveOn) {
    static SystemShown of(ItSystem system) {
      return new SystemShown(system.id().value(), system.key(), system.name(), system.liveOn());
    }
  }

  /** Those that take questions. */
  @GetMapping("/api/v1/systems")
  Slice<SystemShown> list() {
    return Slice.whole(systems.active().stream().map(SystemShown::of).toList());
  }

  @PostMapping("/api/v1/systems")
  @ResponseStatus(HttpStatus.CREATED)
  SystemShown create(@RequestBody NewSystem system) {
    var members = new Members();
    var key = key(members, system.key);
    var name = members.text("/name", system.name, Systems.LONGEST_NAME);
    members.check();
    try {
      var id = systems.create(key, name, system.liveOn);
      return new SystemShown(id.value(), key, name, system.liveOn);
    } catch (DuplicateKeyException e) {
      throw Refusal.conflict("system.refused.key_taken", key);
    }
  }

  static String key(Members members, @Nullable String wished) {
    var key = members.text("/key", wished);
    if (!key.isEmpty() && !key.matches(Systems.KEY)) {
      members.wrong("/key", "api.member.key");
    }
    return key;
  }
}
