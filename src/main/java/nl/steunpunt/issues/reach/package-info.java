/** How many are hit, where, and whether it becomes more. */
@NullMarked
package nl.steunpunt.issues.reach;

import org.jspecify.annotations.NullMarked;
