/** "Does it work now?", asked of everyone who was hit, and what follows from the answers. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.issues.worksnow;
