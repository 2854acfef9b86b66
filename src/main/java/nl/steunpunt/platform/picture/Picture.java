package nl.steunpunt.platform.picture;

import java.nio.file.Path;

/** One of our own making, waiting in a file. Width and height in pixels. */
public record Picture(Path file, String mediaType, int width, int height) {}
