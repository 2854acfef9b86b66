package nl.steunpunt.platform.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup says about itself. It is the last entry of the file: rows are counted while they
 * are written.
 *
 * @param format of the file; see {@link #FORMAT}
 * @param product the release that made it
 * @param postgres the major version of the server it was read from
 * @param migrations per module the versions that its schema had
 * @param tables in an order in which each can be filled after those it refers to
 * @param sequences the last number that each gave; those that never gave one are left out
 */
record Manifest(
    int format,
    String product,
    int postgres,
    Instant madeAt,
    Map<String, List<String>> migrations,
    List<TableContent> tables,
    Map<String, Long> sequences) {

  /**
   * A zip with per table an entry in PostgreSQL's COPY text format (UTF-8, UTC, ISO dates, bytea in
   * hex), and at last {@code manifest.json}. What reads a higher number than this must refuse.
   */
  static final int FORMAT = 1;

  static final String ENTRY = "manifest.json";

  /**
   * @param name with its schema before it
   * @param columns as PostgreSQL takes them in a list: names with quotes where they need them
   * @param sha256 of the entry's content, in hex
   */
  record TableContent(String name, String columns, long rows, String sha256) {
    String entry() {
      return name + ".copy";
    }
  }

  long rows() {
    return tables.stream().mapToLong(TableContent::rows).sum();
  }
}
