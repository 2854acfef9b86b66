package nl.steunpunt.people.account;

import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The part of a person that signs in.
 *
 * @param passwordHash null for who has not set a password yet
 */
record Account(
    PersonId id, String name, String email, String language, @Nullable String passwordHash) {}
