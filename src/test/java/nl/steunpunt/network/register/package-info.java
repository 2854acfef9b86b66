/** HR's register. */
@NullMarked
package nl.steunpunt.network.register;

import org.jspecify.annotations.NullMarked;
