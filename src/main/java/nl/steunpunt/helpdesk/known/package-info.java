/** What the desk has of a known issue. */
@NullMarked
package nl.steunpunt.helpdesk.known;

import org.jspecify.annotations.NullMarked;
