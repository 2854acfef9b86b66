/** What is said about a question, by whoever takes part in it. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.support.conversation;
