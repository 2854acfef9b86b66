package nl.steunpunt.campaign.round;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Rounds from clients of the API, and the same from the round's own page. */
@RestController
class RoundApi {
  private final RoundReading reading;
  private final RoundWalking walking;
  private final RoundScreens screens;
  private final Messages messages;

  RoundApi(RoundReading reading, RoundWalking walking, RoundScreens screens, Messages messages) {
    this.reading = reading;
    this.walking = walking;
    this.screens = screens;
    this.messages = messages;
  }

  /**
   * @param id a UUID of the client's own making: sent again it is the same round
   * @param places in the order in which they are walked
   * @param taps all or some; what was kept before is kept
   */
  record NewRound(
      @Nullable UUID id,
      @Nullable Instant startedAt,
      @Nullable List<Ref> places,
      @Nullable List<NewTap> taps) {}

  /**
   * @param id a UUID of the client's own making
   * @param place with all but ended and undo
   * @param topic with helped and heard, if it is about one
   * @param minutes with helped
   * @param text with heard
   * @param issue with me_too, and then person: who is hit
   * @param undoes with undo
   */
  record NewTap(
      @Nullable UUID id,
      @Nullable String kind,
      @Nullable Instant at,
      @Nullable Ref place,
      @Nullable Ref system,
      @Nullable Ref topic,
      @Nullable Integer minutes,
      @Nullable String text,
      @Nullable Long issue,
      @Nullable Ref person,
      @Nullable UUID undoes) {}

  /**
   * @param kept false: refused, and sending it again does not help
   * @param code of the reason
   */
  record TapShown(UUID id, boolean kept, @Nullable String code, @Nullable String detail) {}

  record RoundShown(UUID id, Instant startedAt, @Nullable Instant endedAt, List<TapShown> taps) {}

  /** What the page sends: with who it thinks is signed in, since a phone changes hands. */
  record Sending(@Nullable Long person, @Nullable NewRound round) {}

  record Refused(String code, String detail) {}

  @PostMapping("/api/v1/rounds")
  RoundShown report(Me me, @RequestBody NewRound sent) {
    return keep(me, sent);
  }

  @PostMapping("/round/sending")
  ResponseEntity<Object> send(Me me, @RequestBody Sending sending) {
    if (sending.round == null || !Long.valueOf(me.id().value()).equals(sending.person)) {
      return ResponseEntity.status(HttpStatus.CONFLICT)
          .body(refused(me, Refusal.conflict("round.refused.other")));
    }
    try {
      return ResponseEntity.ok(keep(me, sending.round));
    } catch (Refusal refusal) {
      return ResponseEntity.unprocessableContent().body(refused(me, refusal));
    }
  }

  private Refused refused(Me me, Refusal refusal) {
    return new Refused(
        refusal.key(), messages.text(me.locale(), refusal.key(), refusal.arguments()));
  }

  private RoundShown keep(Me me, NewRound sent) {
    var members = new Members();
    var walk = reading.walk(members, sent);
    var taps = reading.taps(members, sent);
    members.check();
    var results = walking.walk(me, walk, taps);
    var kept = screens.kept(me, walk.id()).orElseThrow(NotFound::new);
    return new RoundShown(
        kept.id(),
        kept.startedAt(),
        kept.endedAt(),
        results.stream().map(result -> shown(me, result)).toList());
  }

  private TapShown shown(Me me, RoundWalking.Result result) {
    var refusal = result.refused();
    if (refusal == null) {
      return new TapShown(result.tap().id(), true, null, null);
    }
    var said = refused(me, refusal);
    return new TapShown(Objects.requireNonNull(result.tap().id()), false, said.code, said.detail);
  }
}
