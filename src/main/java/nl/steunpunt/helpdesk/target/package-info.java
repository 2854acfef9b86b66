/**
 * How urgent a ticket is and by when somebody reacts and solves it, in working time: reckoned from
 * severity and reach by a table that the desk keeps, never chosen by who asks.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.helpdesk.target;
