package nl.steunpunt.notify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;

/**
 * What somebody can be told of, as they would say it themselves. A row of the settings table each;
 * one is here only when somebody is told of it.
 */
public enum Occasion {
  /** A question waits for my answer, or a colleague asks me along. */
  QUESTION_FOR_ME(For.POWER_USERS, Offered.BOTH, Way.MAIL, Way.PUSH),
  /** Something is said, or happens, in a question that I took. */
  HELPED_QUESTION(For.POWER_USERS, Offered.AT_ONCE, Way.MAIL, Way.PUSH),
  /** Something is said, or happens, in what I asked. */
  MY_QUESTION(For.EVERYONE, Offered.AT_ONCE, Way.MAIL, Way.PUSH),
  /** What became of what I let know. */
  MY_SIGNAL(For.EVERYONE, Offered.AT_ONCE, Way.MAIL),
  /** Something changes about an issue that I have too. */
  MY_ISSUE(For.EVERYONE, Offered.AT_ONCE, Way.MAIL),
  /** There is news about an issue that people I serve are hit by: I can tell them. */
  NEWS_TO_TELL(For.POWER_USERS, Offered.BOTH, Way.MAIL, Way.PUSH),
  /** What the people I serve are hit by. */
  PEOPLE_HIT(For.POWER_USERS, Offered.IN_THE_MORNING),
  /** Something is said of an issue that I help to solve, or decided about what I proposed. */
  SOLVING(For.WHO_SOLVE, Offered.AT_ONCE, Way.MAIL),
  /** What the desk promised of a ticket is nearly late. */
  DESK_TARGET(For.THE_DESK, Offered.AT_ONCE, Way.MAIL, Way.PUSH);

  private enum For {
    EVERYONE,
    POWER_USERS,
    WHO_SOLVE,
    THE_DESK
  }

  /** By which ways it can be told at all. */
  private enum Offered {
    AT_ONCE(Way.MAIL, Way.PUSH),
    IN_THE_MORNING(Way.DIGEST),
    BOTH(Way.MAIL, Way.PUSH, Way.DIGEST);

    private final Set<Way> ways;

    Offered(Way... ways) {
      this.ways = Set.of(ways);
    }
  }

  private final For whom;
  private final Offered offered;
  private final Set<Way> usual;

  /**
   * @param usual how who has not chosen is told
   */
  Occasion(For whom, Offered offered, Way... usual) {
    this.whom = whom;
    this.offered = offered;
    this.usual = Set.of(usual);
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Occasion> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** Whether it happens to this person at all. */
  public boolean concerns(Me me) {
    return switch (whom) {
      case EVERYONE -> true;
      case POWER_USERS -> me.is(Role.POWER_USER);
      case WHO_SOLVE ->
          me.is(Role.POWER_USER)
              || me.is(Role.HELPDESK)
              || me.is(Role.PRODUCT_OWNER)
              || me.is(Role.NETWORK_LEAD);
      case THE_DESK -> me.is(Role.HELPDESK);
    };
  }

  /** Whether a mail goes at once: after a quiet spell it would be too late. */
  boolean isPressing() {
    return this == DESK_TARGET;
  }

  public boolean isUsual(Way way) {
    return usual.contains(way);
  }

  public boolean offers(Way way) {
    return offered.ways.contains(way);
  }
}
