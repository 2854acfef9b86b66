/** A desk as it was arranged elsewhere or before. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.helpdesk.setup;
