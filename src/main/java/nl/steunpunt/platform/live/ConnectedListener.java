package nl.steunpunt.platform.live;

import java.util.Set;

/** Hears, on opening and then every twenty seconds, whose screens are connected to this node. */
public interface ConnectedListener {
  void connected(Set<Long> people);
}
