package nl.steunpunt.campaign;

import java.time.LocalDate;
import java.util.Collection;
import nl.steunpunt.network.SystemId;

/** Takes in closed weeks of the question whether people know their power user. */
public interface AwarenessHistory {
  /**
   * @param week its Monday
   * @param department path; one that does not exist is left out
   */
  record PastWeek(LocalDate week, String department, int yes, int think, int no) {}

  /** Those of fewer than five are left out. */
  void addAll(SystemId system, Collection<PastWeek> weeks);
}
