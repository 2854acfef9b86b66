/**
 * What power users could have solved themselves, as the desk says at closing: a list of what to
 * learn, for the network.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.helpdesk.learning;
