/** What administrators and imports changed, for good: who, when, what, from what to what. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.platform.audit;
