package nl.steunpunt.helpdesk.caller;

import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import nl.steunpunt.network.AboutReading;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.People;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.api.Invalid;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.api.Slice;
import nl.steunpunt.support.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Somebody calls the desk: who it is and what about, by the telephone's program. */
@RestController
@RequestMapping("/api/v1/calls")
class CallApi {
  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_SOLUTION = 10_000;
  private static final PersonId NOBODY = new PersonId(0);

  private final Callers callers;
  private final CallTaking calls;
  private final AboutReading abouts;
  private final People people;

  CallApi(Callers callers, CallTaking calls, AboutReading abouts, People people) {
    this.callers = callers;
    this.calls = calls;
    this.abouts = abouts;
    this.people = people;
  }

  record FoundCaller(
      long id,
      String name,
      @Nullable String function,
      String department,
      @Nullable String location) {
    static FoundCaller of(Callers.Caller caller) {
      return new FoundCaller(
          caller.id().value(),
          caller.name(),
          caller.function(),
          caller.departmentPath(),
          caller.locationPath());
    }
  }

  /**
   * @param caller address or number
   * @param system key or number
   * @param topic key or number of one of that system's topics
   * @param stuck the caller cannot go on
   * @param solution with the way "solved": what was told
   * @param couldPowerUser of what was solved: whether a power user could have
   */
  record NewCall(
      @Nullable Ref caller,
      @Nullable Ref system,
      @Nullable Ref topic,
      @Nullable String text,
      @Nullable Boolean stuck,
      Desk.@Nullable Way way,
      @Nullable String solution,
      @Nullable Boolean couldPowerUser,
      @Nullable UUID clientId) {}

  /**
   * @param place where that one sits
   * @param sameFloor as the caller
   */
  record CallHelper(long id, String name, @Nullable String place, boolean sameFloor) {}

  /**
   * @param helper who has it now; null: the desk
   */
  record FiledCall(long question, @Nullable CallHelper helper) {
    static FiledCall of(Desk.Filed filed) {
      var helper = filed.helper();
      return new FiledCall(
          filed.question().value(),
          helper == null
              ? null
              : new CallHelper(
                  helper.id().value(), helper.name(), helper.place(), helper.sameFloor()));
    }
  }

  /** By what somebody says of themselves or the telephone shows. */
  @GetMapping("/callers")
  Slice<FoundCaller> find(@RequestParam String q) {
    var typed = q.strip();
    if (typed.length() < Callers.SHORTEST || typed.length() > Callers.LONGEST) {
      throw Invalid.parameter("q", "people.search.length", Callers.SHORTEST, Callers.LONGEST);
    }
    return Slice.whole(callers.find(typed).stream().map(FoundCaller::of).toList());
  }

  @PostMapping
  ResponseEntity<FiledCall> file(Me me, @RequestBody NewCall call) {
    var members = new Members();
    var caller = members.known("/caller", call.caller, this::caller, NOBODY);
    var about = abouts.of(members, call.system, call.topic);
    var text = members.text("/text", call.text, LONGEST_TEXT);
    var solved = call.way == Desk.Way.SOLVED;
    var solution = solved ? members.text("/solution", call.solution, LONGEST_SOLUTION) : "";
    if (call.way == null) {
      members.wrong("/way", "api.member.missing");
    }
    members.check();
    var trouble =
        new Desk.Trouble(
            caller,
            about.system().value(),
            about.topic() == null ? null : about.topic().value(),
            Boolean.TRUE.equals(call.stuck));
    var filed =
        calls.take(
            me,
            new Desk.Call(trouble, text, Objects.requireNonNull(call.way), solution, call.clientId),
            Boolean.TRUE.equals(call.couldPowerUser));
    return ResponseEntity.created(URI.create("/api/v1/questions/" + filed.question()))
        .body(FiledCall.of(filed));
  }

  private @Nullable PersonId caller(Ref named) {
    return people.find(named).orElse(null);
  }
}
