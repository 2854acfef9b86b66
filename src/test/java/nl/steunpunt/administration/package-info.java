/** What the administrator sets for the whole product. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.administration;
