/** The start page: one field to ask in, who helps me, and how my questions stand. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.support.asking;
