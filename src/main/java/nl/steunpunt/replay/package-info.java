/**
 * A client that plays a real incident log against a fresh Steunpunt, by the API alone: bin/replay.
 * It is no part of the product and knows nothing of its inside.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package nl.steunpunt.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
