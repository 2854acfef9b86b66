package nl.steunpunt.platform.web;

/**
 * A card on the administrator's page, contributed as a bean by the room it leads to.
 *
 * @param place the order, low first
 * @param icon the name of a picture in icons.svg
 * @param title message key
 * @param lead message key of the sentence below the title
 */
public record AdminEntry(int place, String path, String icon, String title, String lead) {}
