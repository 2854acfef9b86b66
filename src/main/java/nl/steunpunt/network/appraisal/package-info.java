/**
 * What a power user writes for the yearly appraisal. Theirs alone until they release it; then HR
 * and the line manager read that version, and nobody else.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.network.appraisal;
