package nl.steunpunt.helpdesk.history;

import nl.steunpunt.platform.db.TypedId;

public record HistoryRunId(long value) implements TypedId {
  public static HistoryRunId of(Long value) {
    return new HistoryRunId(value);
  }

  public static HistoryRunId of(String value) {
    return new HistoryRunId(Long.parseLong(value));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
