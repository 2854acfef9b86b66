/** Several nodes on one database. */
@NullMarked
package nl.steunpunt.nodes;

import org.jspecify.annotations.NullMarked;
