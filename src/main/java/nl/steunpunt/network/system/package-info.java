/** The administrator's systems, and what questions about each may be about. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.network.system;
