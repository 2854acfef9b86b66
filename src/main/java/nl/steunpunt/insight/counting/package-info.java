/**
 * Counting honestly: what became of questions, and whether the helpdesk has less to do. No number
 * without its range, no group of fewer than five people, nobody by name (docs/adr/0302).
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.insight.counting;
