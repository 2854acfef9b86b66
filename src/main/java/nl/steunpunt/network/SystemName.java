package nl.steunpunt.network;

/** A system to choose on the lead's pages. */
public record SystemName(long id, String name) {}
