package nl.steunpunt.people.directory;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.steunpunt.people.directory.ImportChange.Kind;
import org.jspecify.annotations.Nullable;

/** The lists of a checked import. */
public enum ImportList {
  JOINERS(Kind.JOIN, Kind.RETURN),
  MOVERS(Kind.MOVE),
  LEAVERS(Kind.LEAVE),
  BAD;

  final List<Kind> kinds;

  ImportList(Kind... kinds) {
    this.kinds = List.of(kinds);
  }

  /** As addresses and message keys call it: {@code joiners}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static @Nullable ImportList named(String key) {
    return Stream.of(values()).filter(list -> list.key().equals(key)).findFirst().orElse(null);
  }

  public int count(ImportRun run) {
    return switch (this) {
      case JOINERS -> run.joiners();
      case MOVERS -> run.movers();
      case LEAVERS -> run.leavers();
      case BAD -> run.bad();
    };
  }
}
