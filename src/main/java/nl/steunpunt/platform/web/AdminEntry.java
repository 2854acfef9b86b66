package nl.steunpunt.platform.web;

/**
 * A card on the administrator's page, contributed as a bean by the room it leads to.
 *
 * @param place the order, low first
 * @param icon the name of a picture in icons.svg
 * @param key its title; {@code <key>.lead} is the sentence below it
 */
public record AdminEntry(int place, String path, String icon, String key) {}
