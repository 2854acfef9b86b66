/** A power user finds back what was asked and answered before. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.support.search;
