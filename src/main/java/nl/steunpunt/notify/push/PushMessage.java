package nl.steunpunt.notify.push;

import java.time.Instant;

/**
 * One that this node took to send.
 *
 * @param wanted false when its reader has looked meanwhile, or has signed out there
 * @param attempts this one included
 */
record PushMessage(
    long id,
    PushBrowserId browserId,
    String conversation,
    String title,
    String body,
    String path,
    Instant createdAt,
    Instant expiresAt,
    int attempts,
    boolean wanted,
    String endpoint,
    byte[] point,
    byte[] secret) {}
