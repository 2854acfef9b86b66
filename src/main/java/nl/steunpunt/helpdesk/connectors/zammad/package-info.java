/** Zammad, over its REST API, after its documentation. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.helpdesk.connectors.zammad;
