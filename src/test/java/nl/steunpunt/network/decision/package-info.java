/** The manager's page, signed in and by link. */
@NullMarked
package nl.steunpunt.network.decision;

import org.jspecify.annotations.NullMarked;
