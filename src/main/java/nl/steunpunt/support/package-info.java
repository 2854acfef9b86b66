/** The main job: questions and signals find a power user, are talked about and answered. */
@ApplicationModule(allowedDependencies = {"platform", "people", "network", "notify"})
@NullMarked
package nl.steunpunt.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
