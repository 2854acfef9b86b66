package nl.steunpunt.network;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.steunpunt.people.People;
import nl.steunpunt.people.PersonId;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Power users from a file: who, of which system, for what share of working time, and whom they
 * serve. A mandate that comes in is provisional until the line manager agrees. Who is not in the
 * file stays what they are; the same file again changes nothing.
 */
@Service
public class PowerUserImport {
  private static final List<String> COLUMNS =
      List.of("email", "system", "share_percent", "departments", "locations");

  /** {@code line} as an editor numbers it; {@code reason} is a word. */
  public record Bad(int line, String column, String reason, String value) {}

  /** {@code granted} and {@code changed} are what would be, when there are bad rows. */
  public record Outcome(int rows, int granted, int changed, int unchanged, List<Bad> bad) {}

  private record Read(List<Grant> grants, List<Bad> bad) {}

  private final People people;
  private final Systems systems;
  private final Mandates mandates;
  private final Constituencies constituencies;
  private final JdbcClient sql;
  private final Clock clock;

  PowerUserImport(
      People people,
      Systems systems,
      Mandates mandates,
      Constituencies constituencies,
      JdbcClient sql,
      Clock clock) {
    this.people = people;
    this.systems = systems;
    this.mandates = mandates;
    this.constituencies = constituencies;
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * @param skipBad leave bad rows out; otherwise one bad row keeps all out
   * @param dryRun change nothing
   */
  @Transactional
  public Outcome run(String file, boolean skipBad, boolean dryRun) {
    var read = read(file);
    var applies = !dryRun && (skipBad || read.bad.isEmpty());
    int granted = 0;
    int changed = 0;
    for (var grant : read.grants) {
      var before = mandates.of(grant.person(), grant.system());
      var same = before.isPresent() && isSame(before.get(), grant);
      if (before.isEmpty()) {
        granted++;
      } else if (!same) {
        changed++;
      }
      if (applies && !same) {
        var knows = before.map(one -> Set.copyOf(mandates.knows(one.id()))).orElse(Set.of());
        mandates.grant(
            new Grant(grant.person(), grant.system(), grant.sharePercent(), grant.rules(), knows),
            clock.instant());
      }
    }
    if (applies && granted + changed > 0) {
      constituencies.recompute();
    }
    var unchanged = read.grants.size() - granted - changed;
    return new Outcome(
        read.grants.size() + (int) read.bad.stream().map(Bad::line).distinct().count(),
        granted,
        changed,
        unchanged,
        read.bad);
  }

  private boolean isSame(Mandate before, Grant grant) {
    return before.sharePercent() == grant.sharePercent()
        && Set.copyOf(mandates.rules(before.id())).equals(grant.rules());
  }

  private Read read(String file) {
    var text = file.startsWith("\uFEFF") ? file.substring(1) : file;
    var header = text.lines().findFirst().orElse("");
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(header.contains(";") ? ';' : ',')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .setAllowMissingColumnNames(true)
            .setIgnoreHeaderCase(true)
            .get();
    var grants = new ArrayList<Grant>();
    var bad = new ArrayList<Bad>();
    try (var table = format.parse(new StringReader(text))) {
      var known =
          table.getHeaderNames().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
      COLUMNS.subList(0, 3).stream()
          .filter(column -> !known.contains(column))
          .forEach(column -> bad.add(new Bad(1, column, "missing_column", "")));
      if (bad.isEmpty()) {
        var places = new HashMap<String, Map<String, Long>>();
        var seen = new HashSet<String>();
        for (var row : table) {
          row(row, places, seen, grants, bad);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      bad.add(new Bad(1, "", "unreadable", ""));
    }
    return new Read(grants, bad);
  }

  private void row(
      CSVRecord row,
      Map<String, Map<String, Long>> places,
      Set<String> seen,
      List<Grant> grants,
      List<Bad> bad) {
    var line = (int) row.getParser().getCurrentLineNumber();
    var before = bad.size();
    var person = person(row, line, bad);
    var system = system(row, line, bad);
    var share = share(row, line, bad);
    var rules = new HashSet<ConstituencyRule>();
    rules(row, line, "departments", ConstituencyRule.Kind.DEPARTMENT, places, rules, bad);
    rules(row, line, "locations", ConstituencyRule.Kind.LOCATION, places, rules, bad);
    if (person != null && system != null && !seen.add(person + " " + system)) {
      bad.add(new Bad(line, "email", "double", cell(row, "email")));
    }
    if (bad.size() == before && person != null && system != null) {
      grants.add(new Grant(person, system, share, rules, Set.of()));
    }
  }

  private @Nullable PersonId person(CSVRecord row, int line, List<Bad> bad) {
    var email = cell(row, "email");
    var person = people.withEmail(email);
    if (person.isEmpty()) {
      bad.add(new Bad(line, "email", email.isEmpty() ? "missing" : "unknown_person", email));
    }
    return person.orElse(null);
  }

  private @Nullable SystemId system(CSVRecord row, int line, List<Bad> bad) {
    var key = cell(row, "system");
    var system = systems.byKey(key).filter(ItSystem::active);
    if (system.isEmpty()) {
      bad.add(new Bad(line, "system", key.isEmpty() ? "missing" : "unknown_system", key));
    }
    return system.map(ItSystem::id).orElse(null);
  }

  private static int share(CSVRecord row, int line, List<Bad> bad) {
    var typed = cell(row, "share_percent").replace("%", "").strip();
    if (typed.matches("\\d{1,3}")) {
      var share = Integer.parseInt(typed);
      if (share >= 1 && share <= 100) {
        return share;
      }
    }
    bad.add(new Bad(line, "share_percent", typed.isEmpty() ? "missing" : "not_1_to_100", typed));
    return 0;
  }

  /** Paths with a bar between: {@code Finance/Crediteuren|Sales}. */
  private void rules(
      CSVRecord row,
      int line,
      String column,
      ConstituencyRule.Kind kind,
      Map<String, Map<String, Long>> places,
      Set<ConstituencyRule> rules,
      List<Bad> bad) {
    Stream.of(cell(row, column).split("\\|"))
        .map(String::strip)
        .filter(path -> !path.isEmpty())
        .forEach(path -> {
          var id = places.computeIfAbsent(column, this::paths).get(path.toLowerCase(Locale.ROOT));
          if (id == null) {
            bad.add(new Bad(line, column, "unknown_place", path));
          } else {
            rules.add(new ConstituencyRule(kind, id));
          }
        });
  }

  private record Place(String path, long id) {}

  private Map<String, Long> paths(String column) {
    var tree = column.equals("departments") ? "pub_department" : "pub_location";
    return sql.sql("select path, id from people." + tree).query(Place.class).list().stream()
        .collect(
            Collectors.toMap(
                place -> place.path.toLowerCase(Locale.ROOT), Place::id, (first, _) -> first));
  }

  private static String cell(CSVRecord row, String column) {
    return row.isMapped(column) && row.isSet(column) ? row.get(column).strip() : "";
  }
}
