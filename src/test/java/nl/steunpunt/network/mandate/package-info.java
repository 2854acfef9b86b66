/** Mandates: the rules of one, and the pages of candidate and lead. */
@NullMarked
package nl.steunpunt.network.mandate;

import org.jspecify.annotations.NullMarked;
