/**
 * What is wrong in the system for more than one person: the register, its status, and who is hit.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.issues.issue;
