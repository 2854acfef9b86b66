package nl.steunpunt.issues.telling;

import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.MenuCount;
import nl.steunpunt.platform.web.Viewer;
import org.springframework.stereotype.Component;

/** Of how many issues there is something to tell. */
@Component
class TellingCount implements MenuCount {
  private final TellingScreens screens;

  TellingCount(TellingScreens screens) {
    this.screens = screens;
  }

  @Override
  public String path() {
    return TellingController.PATH;
  }

  @Override
  public String key() {
    return "telling.count";
  }

  @Override
  public boolean isFor(Viewer viewer) {
    return viewer.has("power_user");
  }

  @Override
  public int of(Viewer viewer) {
    return screens.count(new PersonId(viewer.number()));
  }
}
