/** What the desk says to itself about a question. Neither asker nor power user ever sees it. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.helpdesk.note;
