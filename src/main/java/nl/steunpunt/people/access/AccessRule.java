package nl.steunpunt.people.access;

import java.util.EnumSet;
import java.util.Set;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param route method and pattern as Spring maps it: {@code POST /questions/{id}/closure}
 * @param to who may call it
 * @param roles with {@link To#ROLES}: any of these
 */
public record AccessRule(String route, To to, Set<Role> roles) {

  public enum To {
    ANYONE,
    SIGNED_IN,
    ROLES
  }

  static AccessRule anyone(String route) {
    return new AccessRule(route, To.ANYONE, Set.of());
  }

  static AccessRule signedIn(String route) {
    return new AccessRule(route, To.SIGNED_IN, Set.of());
  }

  static AccessRule only(String route, Role first, Role... others) {
    return new AccessRule(route, To.ROLES, EnumSet.of(first, others));
  }

  public boolean admits(@Nullable Me me) {
    return switch (to) {
      case ANYONE -> true;
      case SIGNED_IN -> me != null;
      case ROLES -> me != null && roles.stream().anyMatch(me::is);
    };
  }
}
