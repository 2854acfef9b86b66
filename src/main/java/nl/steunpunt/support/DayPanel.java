package nl.steunpunt.support;

/** A part of a power user's day that another room shows above the inbox: a bean of that room. */
public interface DayPanel {
  /** The address of the part; it may answer with nothing. */
  String path();
}
