/**
 * Posters and signs to print, each with the short address of a place: they say where to look, never
 * who is there, and so do not grow old.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.network.poster;
