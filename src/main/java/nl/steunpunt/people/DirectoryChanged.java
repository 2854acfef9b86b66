package nl.steunpunt.people;

import java.time.Instant;

/**
 * An import or its undo changed who works where, for whom. Published once for the whole of it, so
 * that what is derived from the directory is computed again in one go.
 */
public record DirectoryChanged(Instant at) {}
