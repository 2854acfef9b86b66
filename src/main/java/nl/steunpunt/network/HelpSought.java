package nl.steunpunt.network;

import java.time.Instant;
import java.util.List;

/** How often people of a department sought help, and where first: what another module knows. */
public interface HelpSought {

  /**
   * Numbers of a department alone, never of somebody in it.
   *
   * @param helpdesk how often the helpdesk was the first to hear of it
   * @param powerUser how often a power user was, or somebody who looked for one
   */
  record Sought(SystemId systemId, long departmentId, int helpdesk, int powerUser) {}

  /** By where people work now. */
  List<Sought> since(Instant then);
}
