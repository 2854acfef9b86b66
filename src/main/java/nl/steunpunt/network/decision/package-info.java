/** The line manager's decision on a mandate: the page, the mailed link, deputies. */
@NullMarked
package nl.steunpunt.network.decision;

import org.jspecify.annotations.NullMarked;
