package nl.steunpunt.bench.large;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * A helpdesk's history as wide as ServiceNow's log, four rows for each incident, made as it is
 * read.
 */
public final class HistoryFile extends InputStream {
  private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm");
  private static final int EACH = 4;

  private final int rows;
  private int made;
  private ByteArrayInputStream now =
      piece(
          "number,incident_state,active,reassignment_count,reopen_count,caller_id,opened_by,opened_at,sys_created_by,"
              + "sys_updated_at,contact_type,location,category,subcategory,u_symptom,impact,urgency,priority,assignment_group,resolved_at,closed_at\n");

  public HistoryFile(int rows) {
    this.rows = rows;
  }

  private static ByteArrayInputStream piece(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private boolean fill() {
    if (now.available() == 0 && made < rows) {
      var text = new StringBuilder();
      for (int i = 0; i < 1_000 && made < rows; i++) {
        row(text, made++);
      }
      now = piece(text.toString());
    }
    return now.available() > 0;
  }

  private static void row(StringBuilder text, int row) {
    int incident = row / EACH;
    // Four years, weekends included.
    var opened = LocalDateTime.of(2021, 1, 4, 0, 0).plusMinutes((long) incident * 4);
    var solved = opened.plusMinutes(20 + incident % 600);
    text.append(
            "INC%07d,Active,TRUE,%d,0,Caller %d,Opened by 8,"
                .formatted(incident, incident % 3, incident % 5_000))
        .append(WRITTEN.format(opened))
        .append(",Created by 6,")
        .append(WRITTEN.format(opened.plusMinutes(row % EACH)))
        .append(",Phone,Location ")
        .append(incident % 140)
        .append(",Category ")
        .append(incident % 55)
        .append(",Subcategory ")
        .append(incident % 170)
        .append(",Symptom 72,2 - Medium,2 - Medium,3 - Moderate,Group 56,")
        .append(WRITTEN.format(solved))
        .append(",?\n");
  }

  @Override
  public int read() {
    return fill() ? now.read() : -1;
  }

  @Override
  public int read(byte[] into, int from, int most) {
    return fill() ? now.read(into, from, most) : -1;
  }
}
