/** Issues that are the same become one, what is two becomes two, and questions and signals join. */
@NullMarked
package nl.steunpunt.issues.merging;

import org.jspecify.annotations.NullMarked;
