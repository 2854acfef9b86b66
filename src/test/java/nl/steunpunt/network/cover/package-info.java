/** Cover: the map, the sums, and the lead's page. */
@NullMarked
package nl.steunpunt.network.cover;

import org.jspecify.annotations.NullMarked;
