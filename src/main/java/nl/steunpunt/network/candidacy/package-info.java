/** Who could become a power user: volunteers, and those whom colleagues name. */
@NullMarked
package nl.steunpunt.network.candidacy;

import org.jspecify.annotations.NullMarked;
