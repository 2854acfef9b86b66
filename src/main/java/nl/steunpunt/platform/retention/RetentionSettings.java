package nl.steunpunt.platform.retention;

import java.util.Map;

/**
 * @param kept per rule how many of its units; a rule that is not in it is as usual
 */
record RetentionSettings(Map<String, Integer> kept) {
  static final RetentionSettings USUAL = new RetentionSettings(Map.of());
}
