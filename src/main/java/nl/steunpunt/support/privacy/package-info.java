/** What somebody asked, said and helped with, for themselves; and their name out of it. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.support.privacy;
