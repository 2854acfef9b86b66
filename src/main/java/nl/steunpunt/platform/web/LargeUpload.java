package nl.steunpunt.platform.web;

import java.util.Set;

/**
 * A form that takes a larger file than others do; a bean of its room.
 *
 * @param mostBytes of the whole request
 * @param roles who may send it; nobody else's is even read
 */
public record LargeUpload(String path, long mostBytes, Set<String> roles) {}
