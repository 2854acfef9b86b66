/**
 * Help given in passing (desk, walk-round, corridor), logged in ten seconds, without the name of
 * who was helped.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.support.helpmoment;
