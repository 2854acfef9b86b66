/**
 * Whether it works: numbers over the whole, each with its range. Reads the published views of
 * others; nobody depends on it.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "network", "support", "helpdesk"})
@NullMarked
package nl.steunpunt.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
