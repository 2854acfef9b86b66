package nl.steunpunt.network.division;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.Constituencies;
import nl.steunpunt.network.ConstituencyRule;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.SystemName;
import nl.steunpunt.network.cover.CoverScreens.Choice;
import nl.steunpunt.network.mandate.Standing;
import nl.steunpunt.platform.db.Like;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.db.SqlFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Who has which part of the organisation, and what moving one would come to. */
@Repository
public class DivisionScreens {
  static final int PER_PAGE = 24;
  private static final int PARTS = 12;
  private static final int CHOICES = 30;
  private static final int LOADS = 20;

  private static final String DIVISION = SqlFile.beside(DivisionScreens.class, "division.sql");
  private static final String RECEIVERS = SqlFile.beside(DivisionScreens.class, "receivers.sql");
  private static final String WHAT_IF =
      Constituencies.RANKING + SqlFile.beside(DivisionScreens.class, "what-if.sql");

  /** A department, a location or the people of a manager, as one power user has it. */
  public record Part(String kind, long ref, String place) {}

  /**
   * @param people for whom they are the first
   * @param rules how many parts there are; {@code parts} holds the first of them
   */
  public record PowerUser(
      long mandate,
      String name,
      String department,
      @Nullable String location,
      Standing state,
      int share,
      @Nullable BigDecimal contractHours,
      int people,
      int rules,
      List<Part> parts) {
    public boolean hasMore() {
      return more() > 0;
    }

    public int more() {
      return rules - parts.size();
    }

    public @Nullable BigDecimal hours() {
      return agreed(contractHours, share);
    }
  }

  /** Colleagues of one department whom nobody serves. */
  public record Hole(String kind, long ref, String place, int people) {}

  /**
   * @param holes the largest first
   * @param powerUsers one more than fits on a page, when there is more
   */
  public record Division(
      List<SystemName> systems,
      @Nullable Long system,
      List<Hole> holes,
      List<PowerUser> powerUsers) {
    public List<PowerUser> shown() {
      return powerUsers.subList(0, Math.min(PER_PAGE, powerUsers.size()));
    }

    public boolean hasMore() {
      return powerUsers.size() > PER_PAGE;
    }
  }

  /**
   * @param hasIt the name of who has it now; null: nobody
   */
  public record Receivers(
      long system,
      String kind,
      long ref,
      String place,
      @Nullable String hasIt,
      List<Choice> choices) {}

  /** For how many people a power user is the first, and for how many they would be. */
  public record Load(
      long mandate,
      String name,
      String department,
      @Nullable String location,
      int share,
      @Nullable BigDecimal contractHours,
      int was,
      int becomes) {
    public @Nullable BigDecimal hours() {
      return agreed(contractHours, share);
    }

    public boolean hasHours() {
      return contractHours != null && contractHours.signum() > 0;
    }

    /** People for each agreed hour in a week; 0 without fixed hours. */
    public double perHour(int people) {
      var hours = hours();
      return hours == null ? 0 : people / hours.doubleValue();
    }

    public int difference() {
      return becomes - was;
    }
  }

  /**
   * @param asking people who are no power user themselves
   * @param unservedBefore of them without a power user, now
   * @param aloneBefore of them with a power user but nobody who stands in, now
   * @param hasIt whether the receiver has it already
   * @param lastChange the last change of this system that stands; 0: none
   * @param changes how many power users get more or fewer people; {@code loads} holds the first
   */
  public record WhatIf(
      long system,
      String systemName,
      ConstituencyRule.Kind kind,
      long ref,
      String place,
      @Nullable Long from,
      int asking,
      int unservedBefore,
      int unservedAfter,
      int aloneBefore,
      int aloneAfter,
      boolean hasIt,
      long lastChange,
      int changes,
      List<Load> loads) {
    public boolean isOfManager() {
      return kind == ConstituencyRule.Kind.MANAGER;
    }

    public Load receiver() {
      return loads.getFirst();
    }

    /** Null: nobody has it now. */
    public @Nullable Load giver() {
      return loads.stream()
          .filter(load -> from != null && load.mandate == from)
          .findFirst()
          .orElse(null);
    }

    public boolean hasMore() {
      return more() > 0;
    }

    public int more() {
      return changes - loads.size();
    }

    /** The longest bar stands for this many people. */
    public int most() {
      return loads.stream().mapToInt(load -> Math.max(load.was, load.becomes)).max().orElse(1);
    }

    public boolean changesNothing() {
      return unservedBefore == unservedAfter
          && aloneBefore == aloneAfter
          && loads.stream().allMatch(load -> load.was == load.becomes);
    }
  }

  private final JdbcClient sql;
  private final ScreenSql screens;

  DivisionScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  /**
   * @param system null: the first offered
   * @param sought part of a name, department or location; empty: all
   */
  Division division(@Nullable SystemId system, String sought, @Nullable After after) {
    var statement =
        sql.sql(DIVISION)
            .param("system", system)
            .param("like", Like.containing(sought))
            .param("afterName", after == null ? null : after.name())
            .param("afterMandate", after == null ? null : after.mandate())
            .param("parts", PARTS)
            .param("rows", PER_PAGE + 1);
    return screens.one(statement, Division.class).orElseThrow();
  }

  /** The last power user of the page before. */
  public record After(String name, long mandate) {}

  /** Nothing when there is no such system or place. */
  Optional<Receivers> receivers(Move move, String sought) {
    var statement =
        about(sql.sql(RECEIVERS), move)
            .param("like", Like.containing(sought))
            .param("rows", CHOICES);
    return screens.one(statement, Receivers.class);
  }

  /** Nothing when there is no such system, place or power user, or the giver does not have it. */
  Optional<WhatIf> whatIf(Move move, MandateId to) {
    var statement = about(sql.sql(WHAT_IF), move).param("givenTo", to).param("rows", LOADS);
    return screens.one(statement, WhatIf.class);
  }

  private static StatementSpec about(StatementSpec statement, Move move) {
    return statement
        .param("system", move.system())
        .param("kind", move.rule().kind())
        .param("ref", move.rule().refId())
        .param("takenFrom", move.from());
  }

  private static @Nullable BigDecimal agreed(@Nullable BigDecimal contractHours, int share) {
    return contractHours == null
        ? null
        : contractHours.multiply(BigDecimal.valueOf(share)).movePointLeft(2);
  }
}
