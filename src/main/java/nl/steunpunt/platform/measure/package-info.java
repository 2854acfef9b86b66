/**
 * What a number that was counted is worth: shares, loads and times, each with the range in which it
 * may well lie (docs/adr/0302).
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.platform.measure;
