/** The organisation's name, logo and accent colour, on every page and mail. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.platform.brand;
