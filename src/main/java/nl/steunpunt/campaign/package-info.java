/**
 * The network seen on the floor: rounds that power users plan and walk, and the campaign by which a
 * lead makes them known.
 */
@ApplicationModule(
    allowedDependencies = {"platform", "people", "network", "notify", "support", "issues"})
@NullMarked
package nl.steunpunt.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
