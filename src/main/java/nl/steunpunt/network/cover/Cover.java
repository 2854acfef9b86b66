package nl.steunpunt.network.cover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.steunpunt.network.SystemName;
import nl.steunpunt.network.mandate.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The cover of one system. Lists are as long as a page has room for; beside each stands how many
 * there are in all.
 *
 * @param system the one shown; null while there is none, and then there is no aim
 * @param powerUsers of the system
 * @param weeks the oldest first, this week the last; none before anybody served
 * @param notAsked power users without an agreement of whom no manager was asked
 * @param toAnswer of whom the manager, or after another share they themselves, must answer yet
 */
public record Cover(
    List<SystemName> systems,
    @Nullable Long system,
    @Nullable Aim aim,
    int powerUsers,
    List<PlaceCount> places,
    int holesInAll,
    List<Hole> holes,
    int aloneInAll,
    List<Alone> alone,
    int inactiveInAll,
    List<Inactive> inactive,
    int leavingInAll,
    List<Leaving> leaving,
    List<TopicCover> topics,
    int callingInAll,
    List<Calling> calling,
    int conflictsInAll,
    List<Conflict> conflicts,
    List<PastWeek> weeks,
    int notAsked,
    int toAnswer) {

  /**
   * People who have one power user and nobody else.
   *
   * @param department of most of them
   * @param aboveId the department above that: who helps there comes second here
   * @param departments how many there are
   */
  public record Alone(
      long mandate, String name, int people, long aboveId, String department, int departments) {}

  /**
   * A mandate that nobody has anything from now.
   *
   * @param awayUntil for a long time; null: not so
   * @param unused not signed in anywhere, and nothing noted for weeks
   */
  public record Inactive(
      long mandate,
      String name,
      int people,
      @Nullable Instant awayUntil,
      boolean servesNobody,
      boolean unused) {}

  /**
   * Who stops soon, or should have by now, as far as that is known.
   *
   * @param endsOn the last day, of the mandate or of working here
   * @param leaves the person leaves, by what the directory knows: no renewal helps
   * @param passed that day is over, and the directory still has them as working here
   * @param unserved people who then have nobody
   */
  public record Leaving(
      long mandate,
      String name,
      LocalDate endsOn,
      Stage stage,
      int people,
      long departmentId,
      boolean leaves,
      boolean passed,
      int unserved) {
    /** The end of a message's key. */
    public String word() {
      return passed ? "was_last_day" : leaves ? "last_day" : "on";
    }

    public boolean isBeingRenewed() {
      return !leaves && stage == Stage.RENEWAL_DUE;
    }
  }

  /**
   * @param knowers power users who know it well
   * @param people who have one of those as their first
   */
  public record TopicCover(
      long id,
      String key,
      String nameNl,
      String nameEn,
      boolean critical,
      int knowers,
      int people) {
    public String in(String language) {
      return language.equals("en") ? nameEn : nameNl;
    }

    public boolean isShort(int needed) {
      return critical && knowers < needed;
    }

    public CoverState state(int needed) {
      return knowers == 0
          ? CoverState.HOLE
          : isShort(needed) ? CoverState.ALONE : CoverState.COVERED;
    }
  }

  /** A team that went to the helpdesk first, and never to a power user. */
  public record Calling(long departmentId, String department, int people, int helpdesk) {}

  /** Two power users whose rules are equally near; the first one has the people for now. */
  public record Conflict(
      String department,
      @Nullable String location,
      long firstMandate,
      String first,
      long secondMandate,
      String second,
      int people) {}

  /** Critical ones that too few know. */
  public List<TopicCover> shortTopics() {
    var needed = aim == null ? 0 : aim.knowers();
    return topics.stream().filter(topic -> topic.isShort(needed)).toList();
  }
}
