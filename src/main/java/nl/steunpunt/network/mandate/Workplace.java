package nl.steunpunt.network.mandate;

import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody works, as far as a mandate is concerned.
 *
 * @param manager the nearest active manager above them who is somebody else; null: there is none
 */
record Workplace(@Nullable PersonId manager, long department) {}
