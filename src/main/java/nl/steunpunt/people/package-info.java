/**
 * Who works here: persons with department, place and line manager, their accounts and sign-ins, and
 * the import of the directory.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package nl.steunpunt.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
