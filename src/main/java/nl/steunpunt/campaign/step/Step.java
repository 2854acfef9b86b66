package nl.steunpunt.campaign.step;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import nl.steunpunt.network.SystemId;
import org.jspecify.annotations.Nullable;

/**
 * @param state planned until it is skipped or done
 * @param open whether its campaign goes on
 * @param known whether it is still known who got it: else it cannot be sent again
 * @param readers to how many it was sent, in all
 */
public record Step(
    StepId id,
    CampaignId campaign,
    SystemId system,
    String systemName,
    String systemKey,
    LocalDate liveOn,
    StepKind kind,
    LocalDate plannedOn,
    State state,
    @Nullable Instant stateAt,
    boolean open,
    boolean known,
    int readers) {

  public enum State {
    PLANNED,
    SKIPPED,
    DONE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
