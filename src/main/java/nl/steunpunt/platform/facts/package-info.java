/** Facts that a listener did not get, or failed on, are handed to it again. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.platform.facts;
