package nl.steunpunt.network.mandate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.steunpunt.network.ConstituencyChanges;
import nl.steunpunt.network.ConstituencyRule;
import nl.steunpunt.network.ConstituencyRule.Kind;
import nl.steunpunt.network.ItSystem;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.Systems;
import nl.steunpunt.network.mandate.MandateApiScreens.MandateShown;
import nl.steunpunt.network.mandate.MandateApiScreens.MandateWithHistory;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.People;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.api.Invalid;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.api.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mandates: proposing, answering, renewing, ending. Each shows those that concern the client. */
@RestController
public class MandateApi {
  /** Where a refusal points. */
  public static final Map<String, String> MEMBERS =
      Map.of(
          ".share", "/sharePercent",
          ".same_share", "/sharePercent",
          ".share_reason", "/shareReason",
          ".ends_on", "/endsOn");

  private static final PersonId NOBODY = new PersonId(0);
  private static final SystemId NO_SYSTEM = new SystemId(0);

  private final MandateApiScreens screens;
  private final MandateProposing proposing;
  private final MandateAnswering answering;
  private final MandateEnding ending;
  private final AgreementKeeping keeping;
  private final ConstituencyChanges changes;
  private final Systems systems;
  private final People people;
  private final JdbcClient sql;

  MandateApi(
      MandateApiScreens screens,
      MandateProposing proposing,
      MandateAnswering answering,
      MandateEnding ending,
      AgreementKeeping keeping,
      ConstituencyChanges changes,
      Systems systems,
      People people,
      JdbcClient sql) {
    this.screens = screens;
    this.proposing = proposing;
    this.answering = answering;
    this.ending = ending;
    this.keeping = keeping;
    this.changes = changes;
    this.systems = systems;
    this.people = people;
    this.sql = sql;
  }

  /**
   * @param person number or address
   * @param system key or number
   * @param endsOn left out: a year from today
   * @param departments numbers or paths, served with all that lies below; likewise locations
   */
  record NewMandate(
      @Nullable Ref person,
      @Nullable Ref system,
      @Nullable Integer sharePercent,
      @Nullable String shareReason,
      @Nullable LocalDate endsOn,
      @Nullable String relief,
      @Nullable String reliefBy,
      @Nullable List<Ref> departments,
      @Nullable List<Ref> locations) {}

  /**
   * @param agrees false: no
   * @param version that was seen; left out: whatever stands now
   */
  record CandidateAnswer(
      @Nullable Boolean agrees, @Nullable Integer version, @Nullable String words) {}

  /**
   * @param version that was seen; left out: whatever stands now
   */
  record EndingWish(@Nullable Integer version, @Nullable String words) {}

  @GetMapping("/api/v1/mandates")
  Slice<MandateShown> list(
      Me me,
      @RequestParam(required = false) @Nullable Ref system,
      @RequestParam(required = false) @Nullable Ref person,
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    var rows = Slice.limit(limit);
    return Slice.of(
        screens.list(
            me,
            system == null ? null : known(system),
            person == null
                ? null
                : people
                    .find(person)
                    .orElseThrow(
                        () -> Invalid.parameter("person", "api.member.nobody", person.text())),
            stage == null ? null : stage(stage),
            Slice.after(after),
            rows + 1),
        rows,
        MandateShown::id);
  }

  @GetMapping("/api/v1/mandates/{id}")
  MandateWithHistory show(Me me, @PathVariable MandateId id) {
    return screens.withHistory(me, id);
  }

  /** The lead asks somebody. */
  @PostMapping("/api/v1/mandates")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  public MandateShown propose(Me me, @RequestBody NewMandate wish) {
    var members = new Members();
    var person =
        members.known("/person", wish.person, ref -> people.find(ref).orElse(null), NOBODY);
    var system =
        members.known(
            "/system",
            wish.system,
            ref -> systems.find(ref).filter(ItSystem::active).map(ItSystem::id).orElse(null),
            NO_SYSTEM);
    if (wish.sharePercent == null) {
      members.wrong("/sharePercent", "api.member.missing");
    }
    var rules = new ArrayList<ConstituencyRule>();
    rules(members, "/departments", Kind.DEPARTMENT, wish.departments, rules);
    rules(members, "/locations", Kind.LOCATION, wish.locations, rules);
    var terms =
        new Terms(
            wish.sharePercent == null ? 0 : wish.sharePercent,
            text(members, "/shareReason", wish.shareReason),
            wish.endsOn == null ? keeping.today().plusYears(1) : wish.endsOn,
            text(members, "/relief", wish.relief),
            text(members, "/reliefBy", wish.reliefBy));
    members.check();
    var id = Members.pointing(MEMBERS, () -> proposing.propose(me.id(), person, system, terms));
    rules.forEach(rule -> changes.add(id, rule, me.id(), keeping.moment()));
    return screens.shown(me, id);
  }

  /** The candidate says yes or no, to the lead's proposal or the manager's other share. */
  @PostMapping("/api/v1/mandates/{id}/agreement")
  MandateShown answer(Me me, @PathVariable MandateId id, @RequestBody CandidateAnswer answer) {
    var members = new Members();
    if (answer.agrees == null) {
      members.wrong("/agrees", "api.member.missing");
    }
    var words = text(members, "/words", answer.words);
    members.check();
    var version = answer.version == null ? screens.shown(me, id).version() : answer.version;
    if (Boolean.TRUE.equals(answer.agrees)) {
      answering.agree(me.id(), id, version);
    } else {
      answering.refuse(me.id(), id, version, words);
    }
    return screens.shown(me, id);
  }

  /** The lead asks the manager for another year, before it comes by itself. */
  @PostMapping("/api/v1/mandates/{id}/renewal")
  MandateShown renew(Me me, @PathVariable MandateId id) {
    proposing.renew(me.id(), id);
    return screens.shown(me, id);
  }

  /** By the power user, who decides about it, or the lead. */
  @PostMapping("/api/v1/mandates/{id}/ending")
  MandateShown end(Me me, @PathVariable MandateId id, @RequestBody EndingWish wish) {
    var members = new Members();
    var words = text(members, "/words", wish.words);
    members.check();
    return Members.pointing(
        Map.of(".reason_to_end", "/words"),
        () -> {
          ending.end(me, id, wish.version, words);
          return screens.shown(me, id);
        });
  }

  private SystemId known(Ref system) {
    return systems
        .find(system)
        .map(ItSystem::id)
        .orElseThrow(() -> Invalid.parameter("system", "api.member.nobody", system.text()));
  }

  private static Stage stage(String word) {
    return List.of(Stage.values()).stream()
        .filter(one -> one.word().equals(word))
        .findFirst()
        .orElseThrow(() -> Invalid.parameter("stage", "api.member.nobody", word));
  }

  private void rules(
      Members members,
      String pointer,
      Kind kind,
      @Nullable List<Ref> refs,
      List<ConstituencyRule> rules) {
    if (refs == null) {
      return;
    }
    for (var at = 0; at < refs.size(); at++) {
      var ref = refs.get(at);
      var tree = kind == Kind.DEPARTMENT ? "pub_department" : "pub_location";
      var found =
          sql.sql("select id from people.%s where id = :id or path = :path".formatted(tree))
              .param("id", ref.number().isPresent() ? ref.number().getAsLong() : null)
              .param("path", ref.text())
              .query(Long.class)
              .optional();
      if (found.isEmpty()) {
        members.wrong(pointer + "/" + at, "api.member.nobody", ref.text());
      } else {
        rules.add(new ConstituencyRule(kind, found.get()));
      }
    }
  }

  private static @Nullable String text(Members members, String pointer, @Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    return members.text(pointer, typed, Terms.LONGEST_TEXT);
  }
}
