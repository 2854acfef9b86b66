package nl.steunpunt.platform.metrics;

import java.util.function.DoubleSupplier;

/**
 * Something that goes up and down, as it is when asked: a bean of the room that knows. It may read
 * the database, but only what an index answers: it is asked every few seconds.
 *
 * @param name "steunpunt_...", with its unit
 * @param help a sentence in English, for operators
 */
public record Gauge(String name, String help, DoubleSupplier value) {}
