package nl.steunpunt.network;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
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
import nl.steunpunt.platform.web.LocalMoment;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Power users from a file: who, of which system, for what share of working time, and whom they
 * serve. A mandate that comes in is provisional until the line manager agrees, or active when the
 * file says who agreed and when. Who is not in the file stays what they are; the same file again
 * changes nothing.
 */
@Service
public class PowerUserImport {
  public static final List<String> COLUMNS =
      List.of(
          "email", "system", "share_percent", "departments", "locations", "agreed_by", "agreed_on");

  /** {@code line} as an editor numbers it; {@code reason} is a word. */
  public record Bad(int line, String column, String reason, String value) {}

  public enum Effect {
    GRANTED,
    CHANGED,
    UNCHANGED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A good row, as it stands in the file.
   *
   * @param serves departments and locations
   * @param agreed the file says who agreed
   */
  public record Row(
      int line,
      String email,
      String system,
      int sharePercent,
      List<String> serves,
      boolean agreed,
      Effect effect) {
    public boolean isProvisional() {
      return effect == Effect.GRANTED && !agreed;
    }
  }

  /** What was done; with bad rows, or in a dry run, what would be. */
  public record Outcome(List<Row> good, List<Bad> bad) {

    public int rows() {
      return good.size() + badRows();
    }

    public int granted() {
      return count(Effect.GRANTED);
    }

    /** Of those granted. */
    public int provisional() {
      return (int) good.stream().filter(Row::isProvisional).count();
    }

    public int changed() {
      return count(Effect.CHANGED);
    }

    public int unchanged() {
      return count(Effect.UNCHANGED);
    }

    /** One row may be wrong in several columns. */
    public int badRows() {
      return (int) bad.stream().map(Bad::line).distinct().count();
    }

    private int count(Effect effect) {
      return (int) good.stream().filter(row -> row.effect == effect).count();
    }
  }

  /** Who agreed, outside the product, on the morning of that day. */
  private record Agreed(PersonId by, Instant at) {}

  private record Wanted(
      int line,
      String email,
      String system,
      List<String> serves,
      Grant grant,
      @Nullable Agreed agreed) {}

  private record Read(List<Wanted> wanted, List<Bad> bad) {}

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
    var good = new ArrayList<Row>();
    for (var wanted : read.wanted) {
      var grant = wanted.grant;
      var before = mandates.of(grant.person(), grant.system());
      var effect = before.map(one -> effect(one, wanted)).orElse(Effect.GRANTED);
      good.add(
          new Row(
              wanted.line,
              wanted.email,
              wanted.system,
              grant.sharePercent(),
              wanted.serves,
              wanted.agreed != null,
              effect));
      if (applies && effect != Effect.UNCHANGED) {
        var knows = before.map(one -> Set.copyOf(mandates.knows(one.id()))).orElse(Set.of());
        var id =
            mandates.grant(
                new Grant(
                    grant.person(), grant.system(), grant.sharePercent(), grant.rules(), knows),
                clock.instant());
        if (wanted.agreed != null) {
          mandates.agree(id, wanted.agreed.by, wanted.agreed.at);
        }
      }
    }
    if (applies && good.stream().anyMatch(row -> row.effect != Effect.UNCHANGED)) {
      constituencies.recompute();
    }
    return new Outcome(good, read.bad);
  }

  private Effect effect(Mandate before, Wanted wanted) {
    return isSame(before, wanted) ? Effect.UNCHANGED : Effect.CHANGED;
  }

  private boolean isSame(Mandate before, Wanted wanted) {
    var grant = wanted.grant;
    return before.sharePercent() == grant.sharePercent()
        && (wanted.agreed == null || before.state() == Mandate.State.ACTIVE)
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
    var wanted = new ArrayList<Wanted>();
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
          row(row, places, seen, wanted, bad);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      bad.add(new Bad(1, "", "unreadable", ""));
    }
    return new Read(wanted, bad);
  }

  private void row(
      CSVRecord row,
      Map<String, Map<String, Long>> places,
      Set<String> seen,
      List<Wanted> wanted,
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
    var agreed = person == null ? null : agreed(row, line, person, bad);
    if (bad.size() == before && person != null && system != null) {
      wanted.add(
          new Wanted(
              line,
              cell(row, "email"),
              cell(row, "system"),
              Stream.of("departments", "locations").flatMap(column -> places(row, column)).toList(),
              new Grant(person, system, share, rules, Set.of()),
              agreed));
    }
  }

  /** Both columns or neither; nobody agrees about themselves. */
  private @Nullable Agreed agreed(CSVRecord row, int line, PersonId person, List<Bad> bad) {
    var by = cell(row, "agreed_by");
    var on = cell(row, "agreed_on");
    if (by.isEmpty() && on.isEmpty()) {
      return null;
    }
    var before = bad.size();
    var manager = people.withEmail(by);
    if (manager.isEmpty()) {
      bad.add(new Bad(line, "agreed_by", by.isEmpty() ? "missing" : "unknown_person", by));
    } else if (manager.get().equals(person)) {
      bad.add(new Bad(line, "agreed_by", "own", by));
    }
    var morning = LocalMoment.day(on).map(day -> day.atStartOfDay(clock.getZone()).toInstant());
    if (morning.isEmpty()) {
      bad.add(new Bad(line, "agreed_on", on.isEmpty() ? "missing" : "no_date", on));
    } else if (morning.get().isAfter(clock.instant())) {
      bad.add(new Bad(line, "agreed_on", "in_future", on));
    }
    return bad.size() == before ? new Agreed(manager.orElseThrow(), morning.orElseThrow()) : null;
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
    places(row, column)
        .forEach(path -> {
          var id = places.computeIfAbsent(column, this::paths).get(path.toLowerCase(Locale.ROOT));
          if (id == null) {
            bad.add(new Bad(line, column, "unknown_place", path));
          } else {
            rules.add(new ConstituencyRule(kind, id));
          }
        });
  }

  private static Stream<String> places(CSVRecord row, String column) {
    return Stream.of(cell(row, column).split("\\|"))
        .map(String::strip)
        .filter(path -> !path.isEmpty());
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
