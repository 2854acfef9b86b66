/** The queue of the built-in desk, and what is done with a question there. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.helpdesk.desk;
