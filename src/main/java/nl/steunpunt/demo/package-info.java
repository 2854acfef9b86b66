/**
 * A believable organisation with a new system, for who wants to look around before installing: 520
 * people, twenty power users and three weeks of questions. It enters through the doors of the other
 * modules, and only into an empty database with {@code steunpunt.demo=true}. Nobody depends on it;
 * tests share its cast.
 */
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "people",
      "network",
      "notify",
      "support",
      "issues",
      "helpdesk",
      "campaign"
    })
@NullMarked
package nl.steunpunt.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
