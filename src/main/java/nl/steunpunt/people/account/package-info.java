/** Signing in and out: sign-ins, passwords, invitations. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.people.account;
