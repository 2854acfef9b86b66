/**
 * Somebody calls the desk first: entered in fifteen seconds, and sent to their power user in one
 * tap.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.helpdesk.caller;
