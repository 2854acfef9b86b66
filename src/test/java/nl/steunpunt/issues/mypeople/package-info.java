@org.jspecify.annotations.NullMarked
package nl.steunpunt.issues.mypeople;
