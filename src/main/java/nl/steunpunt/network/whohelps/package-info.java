/**
 * "Who helps me?": for a person, a department, a place, a system or a topic a face, where it is to
 * be found and when, then who else, then the helpdesk. Never nobody.
 */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.network.whohelps;
