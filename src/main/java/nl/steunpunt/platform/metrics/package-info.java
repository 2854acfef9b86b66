/** What an operator's own tools ask: is it alive, is it ready, and how much of what. No names. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.platform.metrics;
