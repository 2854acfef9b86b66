/** The start page, and what is brought to it. */
@NullMarked
package nl.steunpunt.support.asking;

import org.jspecify.annotations.NullMarked;
