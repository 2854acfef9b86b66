/**
 * What every route of the API shares: its JSON, its problems (RFC 9457), its pages, keys that make
 * a repeated request harmless, and the document that describes it.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.platform.api;
