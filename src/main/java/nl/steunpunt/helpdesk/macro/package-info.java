/** Several acts of the desk under one name: an answer, closing, priority, queue and taking. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.helpdesk.macro;
