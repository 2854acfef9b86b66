/** The built-in desk: what power users hand over, and callers who come to the desk first. */
@ApplicationModule(
    allowedDependencies = {"platform", "people", "network", "notify", "support", "issues"})
@NullMarked
package nl.steunpunt.helpdesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
