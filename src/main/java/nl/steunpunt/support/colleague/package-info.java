/** Whom else to ask: colleague power users for a second chair or to pass a question on to. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.support.colleague;
