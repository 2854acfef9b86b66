/** The cast in tests: the same people as in the demo, signed in on browsers of their own. */
@NullMarked
package nl.steunpunt.world;

import org.jspecify.annotations.NullMarked;
