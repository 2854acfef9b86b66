/** The network lead's pages, at the edge where the lead stands. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.network.lead;
