/**
 * Who is told what, by which channel and when. Owns the interface that other channels implement.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "network"})
@NullMarked
package nl.steunpunt.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
