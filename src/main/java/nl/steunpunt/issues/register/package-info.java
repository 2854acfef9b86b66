/** The register of issues: searched, filtered, and the views of it that people keep. */
@NullMarked
package nl.steunpunt.issues.register;

import org.jspecify.annotations.NullMarked;
