package nl.steunpunt.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.picture.Crop;
import nl.steunpunt.platform.picture.PictureFormat;
import nl.steunpunt.platform.picture.Pictures;
import nl.steunpunt.platform.picture.Workbench;
import nl.steunpunt.platform.web.Refusal;
import org.springframework.stereotype.Component;

/** Makes a small square of what was sent, and keeps nothing else of it. */
@Component
public class PhotoTaking {
  private static final int MOST_BYTES = 10 << 20;

  /** Pixels: as large as a face is shown, on a screen with three to each. */
  private static final int SIDE = 320;

  private final Pictures pictures;
  private final Profiles profiles;

  PhotoTaking(Pictures pictures, Profiles profiles) {
    this.pictures = pictures;
    this.profiles = profiles;
  }

  /** Holds no connection to the database while it decodes. */
  public void take(PersonId person, InputStream sent, Crop crop) throws IOException {
    try (var bench = new Workbench()) {
      var file = bench.receive(sent, MOST_BYTES);
      var format = PictureFormat.of(file).orElseThrow(() -> Refusal.of("picture.damaged"));
      var square = pictures.square(format, file, crop, SIDE, bench);
      profiles.changePhoto(person, Files.readAllBytes(square.file()));
    }
  }
}
