/** The network seen on the floor: rounds that power users plan and walk. */
@ApplicationModule(
    allowedDependencies = {"platform", "people", "network", "notify", "support", "issues"})
@NullMarked
package nl.steunpunt.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
