/** Asking for a colleague who asked aloud: the question is theirs, and says who filed it. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.support.onbehalf;
