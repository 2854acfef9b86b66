package nl.steunpunt.network.floorplan;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import nl.steunpunt.network.FloorPlans;
import nl.steunpunt.network.FloorPlans.PlanPicture;
import nl.steunpunt.platform.picture.Drawing;
import nl.steunpunt.platform.picture.Drawings;
import nl.steunpunt.platform.picture.PictureFormat;
import nl.steunpunt.platform.picture.Pictures;
import nl.steunpunt.platform.picture.Workbench;
import nl.steunpunt.platform.web.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Makes a plan of our own writing of what was sent, and keeps nothing else of it. */
@Component
class FloorPlanTaking {
  private static final int MOST_BYTES = 10 << 20;

  private final Pictures pictures;
  private final FloorPlans plans;

  FloorPlanTaking(Pictures pictures, FloorPlans plans) {
    this.pictures = pictures;
    this.plans = plans;
  }

  /**
   * Holds no connection to the database while it decodes.
   *
   * @return names of parts of a drawing that were left out
   */
  List<String> take(long location, MultipartFile sent) throws IOException {
    try (var bench = new Workbench();
        var bytes = sent.getInputStream()) {
      var file = bench.receive(bytes, MOST_BYTES);
      var format = PictureFormat.of(file);
      if (format.isEmpty() && Drawings.isOne(file)) {
        var drawing = Drawings.cleaned(Files.readAllBytes(file));
        plans.put(
            location,
            new PlanPicture(Drawing.MEDIA_TYPE, drawing.width(), drawing.height(), drawing.svg()));
        return drawing.without();
      }
      var png =
          format
              .filter(PictureFormat.PNG::equals)
              .orElseThrow(() -> Refusal.of("floor_plan.refused.format"));
      var whole = pictures.renew(png, file, bench).whole();
      plans.put(
          location,
          new PlanPicture(
              whole.mediaType(), whole.width(), whole.height(), Files.readAllBytes(whole.file())));
      return List.of();
    }
  }
}
