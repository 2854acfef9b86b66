/** Desk and power users solve an issue together, and are thanked for it by name. */
@NullMarked
package nl.steunpunt.issues.solving;

import org.jspecify.annotations.NullMarked;
