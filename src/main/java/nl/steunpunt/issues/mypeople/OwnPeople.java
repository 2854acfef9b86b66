package nl.steunpunt.issues.mypeople;

/** Whom a power user serves at a moment. */
public final class OwnPeople {
  /**
   * Beginning of a statement: {@code mine} has a row for each person and system whom {@code :me}
   * serves at {@code :now}. What is read through it is never older than that moment, and shows
   * nobody else's people.
   */
  public static final String MINE =
      """
      with mine as materialized (
        select person_id, system_id, standing_in from network.pub_serving(:now) where power_user_id = :me
      )
      """;

  private OwnPeople() {}
}
