/** The administrator's room: accounts and roles, mail, and the look of the organisation. */
@org.jspecify.annotations.NullMarked
package nl.steunpunt.people.organisation;
