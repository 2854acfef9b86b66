package nl.steunpunt.platform.web;

/**
 * How much waits for the viewer at a place of the menu; a bean of the room it leads to. Asked with
 * each page and after each event, so it may cost one indexed read.
 */
public interface MenuCount {
  /** The place's path, as in its {@link MenuEntry}. */
  String path();

  /** Message key of what is counted, with the number as its argument. */
  String key();

  /** Whether this viewer has that place. */
  boolean isFor(Viewer viewer);

  int of(Viewer viewer);
}
