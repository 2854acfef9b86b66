package nl.steunpunt.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * A place in the menu, contributed by the room it leads to.
 *
 * @param place the order, low first
 * @param icon the name of a picture in icons.svg
 * @param role who sees it; null: everyone signed in
 */
public record MenuEntry(
    int place, String path, String key, String icon, @Nullable String role, Where where) {
  enum Where {
    BAR,
    /** Under the viewer's own face. */
    MINE
  }

  public MenuEntry(int place, String path, String key, String icon, @Nullable String role) {
    this(place, path, key, icon, role, Where.BAR);
  }

  /** In the menu under one's own face, before the account. */
  public static MenuEntry mine(
      int place, String path, String key, String icon, @Nullable String role) {
    return new MenuEntry(place, path, key, icon, role, Where.MINE);
  }

  /** What the number that waits there is called in the page. */
  public String countId() {
    return countId(path);
  }

  static String countId(String path) {
    return "count" + path.replace('/', '-');
  }

  boolean isFor(Viewer viewer) {
    return role == null || viewer.has(role);
  }

  boolean leadsTo(String here) {
    return path.equals("/") ? here.equals("/") : here.startsWith(path);
  }
}
