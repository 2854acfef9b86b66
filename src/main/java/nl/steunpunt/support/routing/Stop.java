package nl.steunpunt.support.routing;

import java.util.List;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/** One place a question can be, with why; without a power user it is the helpdesk. */
public record Stop(@Nullable PersonId powerUser, List<Reason> reasons) {

  public boolean isHelpdesk() {
    return powerUser == null;
  }
}
