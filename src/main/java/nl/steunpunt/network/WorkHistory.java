package nl.steunpunt.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import nl.steunpunt.people.PersonId;

/** Hours of the past, for who brings an organisation with one. Mails nobody. */
public interface WorkHistory {
  /** Something a power user did in a question then. */
  record PastAct(PersonId person, SystemId system, long question, Instant at) {}

  /** What a power user wrote down themselves. */
  record PastEntry(
      PersonId person, SystemId system, LocalDate day, WorkKind kind, int minutes, String note) {}

  /** By the rule that holds for acts of today. They are in no total before {@link #closeWeeks}. */
  void addActs(Collection<PastAct> acts);

  void addEntries(Collection<PastEntry> entries);

  /** Weeks from that day on that are over by now are closed, and managers asked, as if in time. */
  void closeWeeks(LocalDate since, Instant now);
}
