/**
 * Whom the network reaches and whom it does not: holes, conflicts, and the changes that close them.
 * The tabs of the lead's pages stand here too.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.network.cover;
