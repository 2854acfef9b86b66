/** Tickets in other systems and ideas that an issue has to do with, put there by hand. */
@NullMarked
package nl.steunpunt.issues.pointer;

import org.jspecify.annotations.NullMarked;
