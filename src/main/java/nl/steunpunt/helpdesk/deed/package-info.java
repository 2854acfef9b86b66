/**
 * What the desk does to one or more tickets at once, each time so that it can be undone: taking,
 * queue, severity, merging, parent, splitting, closing.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.helpdesk.deed;
