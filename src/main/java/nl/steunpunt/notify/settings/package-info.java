/** The one table in which somebody says what they are told, and how. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.notify.settings;
