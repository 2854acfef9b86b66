/**
 * Kills what runs while people work, and then asks for everything that was promised: bin/bench
 * --kill.
 */
@NullMarked
package nl.steunpunt.bench.kill;

import org.jspecify.annotations.NullMarked;
