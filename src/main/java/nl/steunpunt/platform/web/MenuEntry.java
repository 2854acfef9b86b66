package nl.steunpunt.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * A place in the menu, contributed by the room it leads to.
 *
 * @param place the order, low first
 * @param icon the name of a picture in icons.svg
 * @param role who sees it; null: everyone signed in
 */
public record MenuEntry(int place, String path, String key, String icon, @Nullable String role) {

  boolean isFor(Viewer viewer) {
    return role == null || viewer.has(role);
  }

  boolean leadsTo(String here) {
    return path.equals("/") ? here.equals("/") : here.startsWith(path);
  }
}
