/**
 * How many come to the desk first instead of to their power user: per week, topic and place, with
 * what can be said of it and no more.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.helpdesk.first;
