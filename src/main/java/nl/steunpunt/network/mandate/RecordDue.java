package nl.steunpunt.network.mandate;

/** What HR is still to record. */
public enum RecordDue {
  START,
  CHANGE,
  END
}
