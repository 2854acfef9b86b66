package nl.steunpunt.network;

import java.time.Instant;

/** Cover of the past, for who brings an organisation with one. */
public interface CoverHistory {
  /** As people are helped now, so they were since then. */
  void stoodSince(SystemId system, Instant since, Instant now);
}
