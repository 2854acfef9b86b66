/**
 * Discontent that asks no help: sent in the field of the start page or heard on the floor, heard by
 * a power user, and never without an end that its sender hears.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.support.signal;
