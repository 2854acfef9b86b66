/** Short addresses of places, to print: they lead to who helps there now. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.network.place;
