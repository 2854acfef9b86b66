package nl.steunpunt.network.decision;

import java.util.Map;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.decision.MandateDeciding.Said;
import nl.steunpunt.network.mandate.MandateApiScreens;
import nl.steunpunt.network.mandate.MandateApiScreens.MandateShown;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.api.Invalid;
import nl.steunpunt.platform.api.Members;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The manager, or a deputy, decides. */
@RestController
class DecisionApi {
  /** Where a refusal points. */
  private static final Map<String, String> MEMBERS =
      Map.of(
          ".share", "/sharePercent",
          ".same_share", "/sharePercent",
          ".share_reason", "/reason",
          ".reason", "/reason");

  private final MandateDeciding deciding;
  private final MandateApiScreens screens;

  DecisionApi(MandateDeciding deciding, MandateApiScreens screens) {
    this.deciding = deciding;
    this.screens = screens;
  }

  /**
   * @param version that was seen; left out: whatever stands now
   * @param sharePercent with {@code other_share}
   * @param reason with {@code decline} required, and with a share outside what is normal
   */
  record DecisionWish(
      @Nullable Decision decision,
      @Nullable Integer version,
      @Nullable Integer sharePercent,
      @Nullable String reason,
      @Nullable String relief,
      @Nullable String reliefBy) {}

  @PostMapping("/api/v1/mandates/{id}/decision")
  MandateShown decide(Me me, @PathVariable MandateId id, @RequestBody DecisionWish wish) {
    var shown = screens.shown(me, id);
    if (wish.decision == null) {
      throw Invalid.member("/decision", "api.member.missing");
    }
    var said =
        new Said(
            wish.decision,
            wish.version == null ? shown.version() : wish.version,
            wish.sharePercent,
            orNull(wish.reason),
            orNull(wish.relief),
            orNull(wish.reliefBy));
    return Members.pointing(
        MEMBERS,
        () -> {
          deciding.decide(me.id(), id, said);
          return screens.shown(me, id);
        });
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
