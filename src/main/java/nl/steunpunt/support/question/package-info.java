/**
 * One person's call for help, from asking to closing: the aggregate, its use cases and its screens.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.support.question;
