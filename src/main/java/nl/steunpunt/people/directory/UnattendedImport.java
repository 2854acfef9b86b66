package nl.steunpunt.people.directory;

import java.io.InputStream;
import nl.steunpunt.people.DirectoryLoading;
import nl.steunpunt.people.PersonId;
import org.springframework.stereotype.Component;

/** The import of a file in nobody's name. */
@Component
class UnattendedImport implements DirectoryLoading {

  private static final PersonId NOBODY = new PersonId(0);

  private final DirectoryImporting importing;

  UnattendedImport(DirectoryImporting importing) {
    this.importing = importing;
  }

  /** That others leave is meant: who loads a file says who works here. */
  @Override
  public void load(String fileName, InputStream file) {
    importing.run(NOBODY, fileName, file, false, true);
  }
}
