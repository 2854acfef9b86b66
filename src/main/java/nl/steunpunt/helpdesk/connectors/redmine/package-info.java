/** Redmine, over its REST API. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.helpdesk.connectors.redmine;
