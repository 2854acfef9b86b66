/**
 * What is to be told when an issue changes, by whom, and who heard it: everyone who is hit hears it
 * once, from their power user or else from the product.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.issues.telling;
