/** What a power user shows of themselves: photo, desk hours, languages, and to whom. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.network.profile;
