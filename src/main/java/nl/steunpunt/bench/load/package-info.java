/** Requests at a rate or as fast as they go, and what came of them. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.bench.load;
