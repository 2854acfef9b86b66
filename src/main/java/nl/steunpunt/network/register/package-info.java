/** HR's register of role holders. */
@NullMarked
package nl.steunpunt.network.register;

import org.jspecify.annotations.NullMarked;
