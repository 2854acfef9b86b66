/** Where tickets wait, as the desk names it, and what leads there. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.helpdesk.queue;
