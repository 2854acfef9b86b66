package nl.steunpunt.network;

/**
 * A part that another room shows where people come to ask or to find who helps: a bean of that
 * room.
 */
public interface VisitPanel {
  /** Where the part is posted for; it may answer with nothing. */
  String path();
}
