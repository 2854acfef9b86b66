/**
 * Pictures and files that go with a message. What somebody sends is judged by its bytes, never by
 * its name or claimed type: a picture is written anew (platform/picture); a file is checked for
 * what it says it is, and only ever downloaded.
 */
@NullMarked
package nl.steunpunt.support.attachment;

import org.jspecify.annotations.NullMarked;
