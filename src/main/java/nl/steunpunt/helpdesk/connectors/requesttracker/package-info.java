/** Request Tracker 5, over its REST 2.0. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.helpdesk.connectors.requesttracker;
