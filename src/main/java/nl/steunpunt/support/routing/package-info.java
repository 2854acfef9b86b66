/**
 * Where a question goes: to the nearest power user who is there and has room, step by step, and to
 * the helpdesk at last. {@link nl.steunpunt.support.routing.Routing} is the door; the {@link
 * nl.steunpunt.support.routing.Router} behind it decides from a snapshot alone.
 */
@NullMarked
package nl.steunpunt.support.routing;

import org.jspecify.annotations.NullMarked;
