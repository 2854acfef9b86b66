/** The administrator's calendar: when the organisation works, so when a timed step may fall. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.people.calendar;
