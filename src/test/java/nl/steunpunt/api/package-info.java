/** The API as its clients meet it: over HTTP, on a server and database of its own. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.api;
