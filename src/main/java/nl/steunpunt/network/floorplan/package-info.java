/**
 * Plans of floors with the desks of power users on them: put up and pinned by hand, shown beside
 * who helps.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.network.floorplan;
