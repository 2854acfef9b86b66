package nl.steunpunt.support;

import java.util.Collection;

/** Takes in signals that were sent elsewhere, or before; nobody is told of it. */
public interface SignalHistory {

  /** All at once, noted under the department and place where their senders work today. */
  void addAll(Collection<PastSignal> signals);
}
