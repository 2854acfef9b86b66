package nl.steunpunt.support.suggestion;

import java.util.List;
import java.util.Set;

/**
 * A word, or a known phrase, of a text.
 *
 * @param plain as it was written, in lower case and without accents
 * @param stem empty for a phrase
 * @param groups the terms of what it means
 * @param parts the words inside a compound, as far as we know them
 * @param understood whether anything is known of all of it
 */
record Word(String plain, String stem, Set<String> groups, List<Word> parts, boolean understood) {}
