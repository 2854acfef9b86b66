package nl.steunpunt.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.steunpunt.platform.api.Invalid;
import nl.steunpunt.platform.web.Refusal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Power users by CSV: the file is the body, in UTF-8. */
@RestController
class PowerUserImportApi {
  /** In bytes. */
  private static final int LONGEST = 4_000_000;

  private static final int MOST_BAD_ROWS = 1_000;

  private final PowerUserImport importing;

  PowerUserImportApi(PowerUserImport importing) {
    this.importing = importing;
  }

  /**
   * @param dryRun nothing was changed: this is what would be
   * @param badRows the first thousand
   */
  record Imported(
      boolean dryRun,
      int rows,
      int granted,
      int changed,
      int unchanged,
      int bad,
      List<PowerUserImport.Bad> badRows) {}

  /**
   * @param skipBad leave bad rows out; otherwise one bad row refuses all
   */
  @PostMapping("/api/v1/power-users/import")
  Imported run(
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestParam(defaultValue = "false") boolean skipBad,
      InputStream body)
      throws IOException {
    var bytes = body.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw Refusal.of("power_users.refused.too_large", LONGEST / 1_000_000);
    }
    var file = new String(bytes, StandardCharsets.UTF_8);
    var outcome = importing.run(file, skipBad, dryRun);
    if (!dryRun && !skipBad && !outcome.bad().isEmpty()) {
      throw badRows(outcome.bad());
    }
    return new Imported(
        dryRun,
        outcome.rows(),
        outcome.granted(),
        outcome.changed(),
        outcome.unchanged(),
        outcome.badRows(),
        outcome.bad().stream().limit(MOST_BAD_ROWS).toList());
  }

  private static Invalid badRows(List<PowerUserImport.Bad> bad) {
    return Invalid.lines(
        bad.stream()
            .limit(MOST_BAD_ROWS)
            .map(row ->
                new Invalid.Line(
                    row.line(), row.column(), "power_users.bad." + row.reason(), row.value()))
            .toList());
  }
}
