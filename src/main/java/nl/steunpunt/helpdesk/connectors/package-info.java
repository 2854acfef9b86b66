/**
 * Next to the helpdesk that an organisation has already: what is handed over goes to its system,
 * and what is said and decided there comes back. One {@link
 * nl.steunpunt.helpdesk.connectors.Connector} for each kind of system.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.helpdesk.connectors;
