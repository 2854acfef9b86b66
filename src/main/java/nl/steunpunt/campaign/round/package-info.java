/**
 * The walk over the floor: planned, walked on a phone that may have no network, noted in taps that
 * arrive once whatever happens on the way.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.campaign.round;
