/**
 * The power user network: systems and topics, mandates, constituencies, and who is there, absent or
 * full.
 */
@ApplicationModule(allowedDependencies = {"platform", "people"})
@NullMarked
package nl.steunpunt.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
