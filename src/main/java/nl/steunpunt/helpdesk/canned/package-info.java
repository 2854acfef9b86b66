/** Answers that the desk gives often, with fields, in the language of who asks. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.helpdesk.canned;
