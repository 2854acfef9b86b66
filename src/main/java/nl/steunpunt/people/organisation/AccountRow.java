package nl.steunpunt.people.organisation;

import java.util.List;
import nl.steunpunt.people.PersonId;

/**
 * A person in the administrator's list.
 *
 * @param isInvited a link to set a password is on its way and still works
 */
public record AccountRow(
    PersonId id,
    String name,
    String email,
    String department,
    List<String> roles,
    boolean hasPassword,
    boolean isInvited) {}
