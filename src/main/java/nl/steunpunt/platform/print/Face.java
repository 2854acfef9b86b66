package nl.steunpunt.platform.print;

/** Weights of Open Sans, embedded in what is printed. */
public enum Face {
  REGULAR("Regular"),
  BOLD("Bold"),
  HEAVY("ExtraBold");

  private final String weight;

  Face(String weight) {
    this.weight = weight;
  }

  String file() {
    return "/fonts/OpenSans-" + weight + ".ttf";
  }
}
