package nl.steunpunt.support.suggestion;

import java.util.Map;

/**
 * One thing that is looked for.
 *
 * @param typed the word as it was typed
 * @param share 1 for a word, less for what was only read into it
 * @param terms by which it may be found, each with how sure that is, 0 to 1; the best counts
 */
record Sought(String typed, double share, Map<String, Double> terms) {}
