/** What is written in a conversation. */
@NullMarked
package nl.steunpunt.support.conversation;

import org.jspecify.annotations.NullMarked;
