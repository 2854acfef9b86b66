package nl.steunpunt.people.organisation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.api.Invalid;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Roles by the API: the rest of a directory comes in by import, and roles are in no directory. */
@RestController
class RolesApi {
  private final RoleGiving giving;
  private final AccountScreens screens;

  RolesApi(RoleGiving giving, AccountScreens screens) {
    this.giving = giving;
    this.screens = screens;
  }

  /**
   * @param roles all that the person has from now on; a power user's follows from the mandate
   */
  record Roles(@Nullable List<Role> roles) {}

  record Given(List<Role> roles) {}

  @PutMapping("/api/v1/people/{id}/roles")
  Given set(@PathVariable PersonId id, @RequestBody Roles wish) {
    if (screens.of(id).isEmpty()) {
      throw new NotFound();
    }
    if (wish.roles == null) {
      throw Invalid.member("/roles", "api.member.missing");
    }
    var roles = wish.roles.isEmpty() ? Set.<Role>of() : EnumSet.copyOf(wish.roles);
    if (!RoleGiving.GIVEN.containsAll(roles)) {
      throw Invalid.member("/roles", "accounts.follows_from_mandate");
    }
    giving.set(id, roles);
    return new Given(List.copyOf(roles));
  }
}
