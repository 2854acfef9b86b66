/** Nothing is kept for ever: each room says what of it goes, the organisation says when. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.platform.retention;
