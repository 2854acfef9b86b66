/**
 * The agreement that makes somebody a power user: how it comes about, changes and ends, with its
 * history.
 */
@NullMarked
package nl.steunpunt.network.mandate;

import org.jspecify.annotations.NullMarked;
