package nl.steunpunt.support;

import java.util.Collection;

/** Takes in help moments that were noted elsewhere, or before. */
public interface HelpMomentHistory {
  void addAll(Collection<PastHelpMoment> moments);
}
