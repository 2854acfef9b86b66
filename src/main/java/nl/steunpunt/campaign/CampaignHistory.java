package nl.steunpunt.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.PersonId;

/** Takes in a campaign that was begun elsewhere, or before; nobody is mailed anew. */
public interface CampaignHistory {
  /**
   * @param step its word: {@code announcement}
   * @param mailed whether all who have a power user for the system got it then
   */
  record PastStep(String step, Instant at, boolean mailed) {}

  /**
   * @param next the day on which the reminder is planned
   */
  void tell(
      SystemId system, LocalDate liveOn, PersonId by, Collection<PastStep> steps, LocalDate next);
}
