package nl.steunpunt.network.poster;

import java.util.List;
import nl.steunpunt.network.whohelps.WhoHelps;
import org.jspecify.annotations.Nullable;

/**
 * For whom a piece is, and where its code leads.
 *
 * @param who a power user; null: for a place or department
 * @param department its path; null: for a place or power user
 * @param inside how many places lie in that one
 * @param places where the code may lead, for a department or power user
 */
public record PosterSubject(
    @Nullable Who who, @Nullable String department, List<Place> places, Place place, int inside) {

  static PosterSubject of(Place place) {
    return new PosterSubject(null, null, List.of(), place, 0);
  }

  /** With what they agreed to see on paper. */
  public record Who(
      long id,
      String name,
      boolean namePrinted,
      boolean photoPrinted,
      boolean hasPhoto,
      List<String> systems) {
    public String firstName() {
      return name.split(" ", 2)[0];
    }
  }

  public record Place(long id, String path, String code) {
    public String name() {
      return WhoHelps.named(steps());
    }

    /** As somebody is told who does not know the building. */
    String where() {
      return above().isEmpty() ? name() : name() + " · " + above();
    }

    /** What it lies in; empty: it is a site. */
    String above() {
      var steps = steps();
      var shown = steps.getLast().length() > 2 ? 1 : 2;
      return steps.size() <= shown
          ? ""
          : String.join(" · ", steps.subList(0, steps.size() - shown).reversed());
    }

    private List<String> steps() {
      return List.of(path.split("/", -1));
    }
  }

  /** As the page calls it. */
  public String title() {
    return who != null ? who.name : department != null ? departmentName() : place.name();
  }

  private String departmentName() {
    var path = String.valueOf(department);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** What stands largest of where it is. */
  String spot() {
    return department == null ? place.name() : departmentName();
  }

  String above() {
    return department == null ? place.above() : place.where();
  }

  /** All of it on one line. */
  String where() {
    return department == null ? place.where() : departmentName() + " · " + place.where();
  }
}
