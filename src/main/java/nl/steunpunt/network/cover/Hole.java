package nl.steunpunt.network.cover;

import java.util.List;
import nl.steunpunt.network.mandate.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Colleagues of one department, or of one place of work, whom nobody helps first.
 *
 * @param place the department or the location that this is about
 * @param departmentId where most of them work; likewise the location
 * @param willing who wants to help or is named by at least five colleagues, the nearest first
 * @param near power users who work near it and have room
 * @param asked who has been asked already and does not serve (yet)
 */
public record Hole(
    long place,
    int people,
    long departmentId,
    String department,
    @Nullable Long locationId,
    @Nullable String location,
    List<Willing> willing,
    List<Near> near,
    List<Asked> asked) {
  private static final int MOST_OFFERS = 3;

  /**
   * @param named by how many colleagues; null below five
   */
  public record Willing(
      long person,
      String name,
      @Nullable String function,
      boolean volunteered,
      @Nullable Integer named) {}

  /**
   * @param room for how many more people the target allows
   */
  public record Near(long mandate, String name, int room) {}

  public record Asked(long mandate, String name, Stage stage, boolean askedAgain) {
    /** Nobody has asked the manager yet. */
    public boolean isNew() {
      return stage == Stage.CANDIDATE_AGREED;
    }

    /** The manager said no, and can be asked once more. */
    public boolean canBeAsked() {
      return stage == Stage.DECLINED && !askedAgain;
    }
  }

  /** With room for one power user beside them, when there is one. */
  public List<Willing> willingShown() {
    var most = near.isEmpty() ? MOST_OFFERS : MOST_OFFERS - 1;
    return willing.subList(0, Math.min(most, willing.size()));
  }

  public List<Near> nearShown() {
    return near.subList(0, Math.min(MOST_OFFERS - willingShown().size(), near.size()));
  }

  /** How many of them this power user could take: all, or what there is room for. */
  public int closedBy(Near one) {
    return Math.min(people, one.room());
  }
}
