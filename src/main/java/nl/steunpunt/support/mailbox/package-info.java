/**
 * The organisation's mailbox: a mail to it is a question, a reply to one of ours is a message in
 * its conversation. See docs/adr/0310.
 */
@NullMarked
package nl.steunpunt.support.mailbox;

import org.jspecify.annotations.NullMarked;
