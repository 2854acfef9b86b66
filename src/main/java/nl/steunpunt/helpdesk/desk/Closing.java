package nl.steunpunt.helpdesk.desk;

import org.jspecify.annotations.Nullable;

/**
 * What the desk says of a ticket as it closes it.
 *
 * @param couldPowerUser whether a power user could have solved it
 * @param topic what it was about; null: as its asker said
 */
public record Closing(CloseReason reason, boolean couldPowerUser, @Nullable Long topic) {
  public static Closing because(CloseReason reason) {
    return new Closing(reason, false, null);
  }
}
