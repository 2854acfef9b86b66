/** The large organisation: 100,000 people, 2,000 power users and a million questions. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.bench.large;
