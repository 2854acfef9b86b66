/** What is wrong in the system for more than one person, and who is hit by it. */
@ApplicationModule(allowedDependencies = {"platform", "people", "network", "notify", "support"})
@NullMarked
package nl.steunpunt.issues;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
