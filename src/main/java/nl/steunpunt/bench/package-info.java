/**
 * Measures Steunpunt at the size it promises: bin/bench. It fills a data folder of its own by COPY,
 * straight into the tables, as three million messages would take hours by the product's doors; then
 * it is a client like any other. It is no part of the product.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package nl.steunpunt.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
