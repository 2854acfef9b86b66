package nl.steunpunt.people.account;

import java.time.Instant;

/**
 * A browser that is signed in, or a token.
 *
 * @param label the browser's description (may be empty), or the token's name
 */
public record SignIn(long id, String label, Instant createdAt, Instant expiresAt) {}
