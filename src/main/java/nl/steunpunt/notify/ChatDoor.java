package nl.steunpunt.notify;

import java.util.Locale;
import java.util.Set;

/** Adds a chat channel that another module knows of; it is noted as an administrator's would be. */
public interface ChatDoor {
  /**
   * A channel of Mattermost that is told these, about everything.
   *
   * @param address of its incoming webhook: a secret
   */
  void add(String name, String address, Set<ChatEvent> events, Locale language);
}
