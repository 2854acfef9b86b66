package nl.steunpunt.helpdesk.deed;

import java.util.Locale;

/** What a deed changes of a ticket: one column of it, which is put back when it is undone. */
public enum DeedKind {
  TAKEN("taken_by", "bigint"),
  RELEASED("taken_by", "bigint"),
  MOVED("queue_id", "bigint"),
  RATED("severity", "text"),
  MERGED("merged_into", "bigint"),
  UNMERGED("merged_into", "bigint"),
  PUT_BELOW("parent_id", "bigint"),
  TAKEN_OUT("parent_id", "bigint"),
  /** Undone by opening it again. */
  CLOSED("open", "boolean"),
  /** Undone by withdrawing the question that was made. */
  SPLIT("split_from", "bigint");

  private final String column;
  private final String type;

  DeedKind(String column, String type) {
    this.column = column;
    this.type = type;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String column() {
    return column;
  }

  String type() {
    return type;
  }
}
