/** What must hold in the whole house; each rule is shown an offending sample that it must catch. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.rules;
