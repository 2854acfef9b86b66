package nl.steunpunt.people;

import java.util.List;
import java.util.Locale;
import nl.steunpunt.platform.web.Viewer;

/**
 * The person who is signed in, read with the sign-in in one statement per request. A controller
 * asks for it as a parameter.
 */
public record Me(
    PersonId id, String name, String email, String language, List<String> roles, long signInId)
    implements Viewer {

  public boolean is(Role role) {
    return has(role.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public long number() {
    return id.value();
  }

  @Override
  public Locale locale() {
    return Locale.of(language);
  }

  @Override
  public boolean has(String role) {
    return roles.contains(role);
  }
}
