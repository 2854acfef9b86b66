/**
 * Pictures that people send: taken apart, decoded in bounded memory and written anew, so that
 * nothing but their pixels is kept.
 */
@NullMarked
package nl.steunpunt.platform.picture;

import org.jspecify.annotations.NullMarked;
