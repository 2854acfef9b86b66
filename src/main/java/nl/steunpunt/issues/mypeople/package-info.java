/** Whom a power user serves, and how the issues and questions of those people stand. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.issues.mypeople;
