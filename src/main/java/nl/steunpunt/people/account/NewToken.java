package nl.steunpunt.people.account;

import java.time.Instant;

/**
 * The API's answer to who made a token.
 *
 * @param token the bearer token, given this once
 */
record NewToken(String name, String token, Instant expiresAt) {}
