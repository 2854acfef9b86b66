package nl.steunpunt.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.stream.Collectors;
import nl.steunpunt.demo.Colleagues.Found;
import nl.steunpunt.network.FloorPlans;
import nl.steunpunt.network.FloorPlans.PlanPicture;
import nl.steunpunt.platform.picture.Drawing;
import nl.steunpunt.platform.picture.Drawings;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The plan of one floor, with the desks of the power users who sit there. */
@Component
class FloorPlanSeeding {
  /** Fatima’s: also that of the help button on the demo’s intranet. */
  static final String FLOOR = "Utrecht/Gebouw B/3";

  private final FloorPlans plans;

  FloorPlanSeeding(FloorPlans plans) {
    this.plans = plans;
  }

  void seed(Collection<PowerUser> powerUsers, Found people, Found locations) {
    var drawing = drawing();
    plans.put(
        locations.id(FLOOR),
        new PlanPicture(Drawing.MEDIA_TYPE, drawing.width(), drawing.height(), drawing.svg()));
    var byName =
        powerUsers.stream()
            .collect(Collectors.toMap(p -> p.employee().name(), p -> people.person(p.employee())));
    for (var row : Tables.rows("desks.csv")) {
      var person = byName.get(row.get("name"));
      if (person != null) {
        plans.pin(
            person,
            locations.id(row.get("location")),
            Double.parseDouble(row.get("x")) / 100,
            Double.parseDouble(row.get("y")) / 100);
      }
    }
  }

  private static Drawing drawing() {
    try {
      return Drawings.cleaned(
          new ClassPathResource("demo/floor-utrecht-b3.svg").getContentAsByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
