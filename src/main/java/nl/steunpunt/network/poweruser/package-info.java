/** The lead's list of power users: grant and end a mandate, and say whom it serves. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.network.poweruser;
