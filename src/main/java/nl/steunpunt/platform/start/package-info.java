/** How the product says that it is up, or in one sentence why it is not. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.platform.start;
