package nl.steunpunt.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.steunpunt.demo.Script.Line;
import nl.steunpunt.demo.Script.Scene;
import nl.steunpunt.demo.Story.Asked;
import nl.steunpunt.demo.Story.Called;
import nl.steunpunt.demo.Story.Helped;
import nl.steunpunt.demo.Story.Known;
import nl.steunpunt.demo.Story.Said;
import nl.steunpunt.demo.Story.SignalState;
import nl.steunpunt.demo.Story.Vented;
import nl.steunpunt.platform.time.WorkingCalendar;

/** Makes the script happen: gives each scene its people and its moments. */
final class Telling {

  /** In how many working minutes before now a signal came that nobody has read yet. */
  private static final Pattern SOLVING =
      Pattern.compile("(said|reproduced|proposed|works|fails) .+");

  private static final Set<String> POINTING = Set.of("ticket", "idea");

  /** The words of the register for what hits nobody any more. */
  private static final Set<String> ENDED = Set.of("resolved", "works_now");

  private static final int JUST_SAID = 200;

  private static final int MINUTES_ON_THE_PHONE = 8;

  private static final int FEWEST_HIT = 2;
  private static final int MORE_HIT = 13;

  private final Organisation novum;
  private final Script script = Script.load();
  private final RandomGenerator random;
  private final WorkingCalendar calendar;
  private final Weeks weeks;
  private final List<Employee> desk;
  private final List<Employee> extras;

  /** When something about an issue was said first and last, by key. */
  private final Map<String, Instant> firstHeard = new HashMap<>();

  private final Map<String, Instant> lastHeard = new HashMap<>();

  /** From which departments, in the order in which they were heard. */
  private final Map<String, Set<String>> heardFrom = new HashMap<>();

  Telling(Organisation novum, WorkingCalendar calendar, Instant now) {
    this.novum = novum;
    this.calendar = calendar;
    random = new Random(Organisation.SEED);
    weeks = new Weeks(calendar, now, random);
    desk = List.of(novum.member(Cast.PIETER), novum.member(Cast.CHANTAL));
    var principals = Cast.ALL.stream().map(novum::member).collect(Collectors.toSet());
    novum.powerUsers().forEach(p -> principals.add(p.employee()));
    extras =
        novum.employees().stream()
            .filter(e -> e.managerNumber() != null && !principals.contains(e))
            .toList();
  }

  Earlier earlier() {
    return Earlier.before(weeks.begin(), novum, calendar);
  }

  Story story() {
    var questions =
        script.questions().stream()
            .map(this::asked)
            .sorted(Comparator.comparing(Asked::at))
            .toList();
    var signals =
        script.signals().stream()
            .map(this::vented)
            .sorted(Comparator.comparing(Vented::at))
            .toList();
    var shelf = new Shelf(novum, weeks, extras, random);
    var issues =
        Stream.concat(script.issues().stream().map(scene -> known(scene, shelf)), shelf.issues())
            .sorted(Comparator.comparing(Known::at))
            .toList();
    return new Story(questions, signals, issues, shelf.answers(questions), helpMoments(), calls());
  }

  private Asked asked(Scene scene) {
    var asker = someone(scene);
    var helper = novum.powerUserOf(asker);
    var outcome = Outcome.valueOf(scene.head().get(3).toUpperCase(Locale.ROOT));
    var helped = helper.orElseGet(() -> novum.nearest(asker, scene.topic())).employee();
    var pauses = scene.lines().stream().map(this::pause).toList();
    var lasting = pauses.stream().mapToInt(Integer::intValue).sum();
    var at =
        outcome.open()
            ? weeks.recentMoment(lasting, howRecent(outcome))
            : weeks.busyMoment(scene.topic(), lasting);
    scene.issue().ifPresent(key -> heard(key, at, asker));
    return new Asked(
        asker,
        helped,
        helper.isEmpty(),
        scene.topic(),
        scene.text(),
        outcome,
        scene.flags().contains("stuck"),
        scene.flag("due").map(minutes -> weeks.ahead(Integer.parseInt(minutes))).orElse(null),
        scene.flags().contains("kept"),
        scene.issue().orElse(null),
        at,
        conversation(scene.lines(), pauses, at, asker, helped));
  }

  private List<Said> conversation(
      List<Line> lines, List<Integer> pauses, Instant asked, Employee asker, Employee helper) {
    var said = new ArrayList<Said>();
    var at = asked;
    var deskWorker = Names.one(desk, random);
    for (var i = 0; i < lines.size(); i++) {
      at = weeks.after(at, pauses.get(i));
      var line = lines.get(i);
      said.add(
          switch (line.label()) {
            case "asker" -> new Said(asker, "said", line.text(), at);
            case "desk" -> new Said(deskWorker, "answer", line.text(), at);
            case "pu" -> new Said(helper, "said", line.text(), at);
            default -> new Said(helper, line.label(), line.text(), at);
          });
    }
    return List.copyOf(said);
  }

  /** Working minutes until this is said. A why comes in one breath with its answer. */
  private int pause(Line line) {
    return switch (line.label()) {
      case "why" -> 0;
      case "asker" -> 1 + random.nextInt(12);
      case "desk" -> 30 + random.nextInt(200);
      default -> 3 + random.nextInt(28);
    };
  }

  /** In how many working minutes before now an open question was asked. */
  private static int howRecent(Outcome outcome) {
    return switch (outcome) {
      case WITH_HELPDESK -> 900;
      case ANSWERED, DISPUTED -> 500;
      default -> 240;
    };
  }

  private Vented vented(Scene scene) {
    var sender = someone(scene);
    var state = SignalState.valueOf(scene.head().get(3).split(" ")[0].toUpperCase(Locale.ROOT));
    var untilHeard = state == SignalState.SENT ? 0 : 10 + random.nextInt(300);
    var untilEnded = state == SignalState.BECAME_QUESTION ? 15 + random.nextInt(30) : 0;
    var at =
        state == SignalState.SENT
            ? weeks.recentMoment(0, JUST_SAID)
            : weeks.busyMoment(scene.topic(), untilHeard + untilEnded);
    scene.issue().ifPresent(key -> heard(key, at, sender));
    return new Vented(
        sender,
        !scene.flags().contains("named"),
        novum.powerUserOf(sender).map(PowerUser::employee).orElse(null),
        scene.topic(),
        scene.text(),
        state,
        scene.issue().orElse(null),
        scene.line("reply").orElse(null),
        at,
        weeks.after(at, untilHeard),
        weeks.after(at, untilHeard + untilEnded));
  }

  private void heard(String issue, Instant at, Employee by) {
    firstHeard.merge(issue, at, (a, b) -> a.isBefore(b) ? a : b);
    lastHeard.merge(issue, at, (a, b) -> a.isAfter(b) ? a : b);
    heardFrom.computeIfAbsent(issue, none -> new LinkedHashSet<>()).add(by.topDepartment());
  }

  /** An issue is known before the first question about it, and nobody is hit once it is solved. */
  private Known known(Scene scene, Shelf shelf) {
    var key = scene.head().get(0);
    var status = scene.head().get(2);
    var lines = List.of(scene.text().split("\n", 2));
    var first = Objects.requireNonNull(firstHeard.get(key), key);
    var at = weeks.daysBefore(first);
    // Not only where the story speaks of it.
    var places = new LinkedHashSet<>(Objects.requireNonNull(heardFrom.get(key)));
    places.add(Names.one(extras, random).topDepartment());
    var changed =
        switch (status) {
          case "reported" -> at;
          case "resolved", "works_now" -> Objects.requireNonNull(lastHeard.get(key));
          default -> first;
        };
    return new Known(
        key,
        scene.head().get(1),
        status,
        novum.named(scene.head().get(3)),
        lines.get(0),
        lines.get(1),
        scene.line("workaround").orElseThrow(),
        scene.flag("severity").orElse(null),
        scene.flag("release").map(version -> "Nova " + version).orElse(null),
        at,
        changed,
        shelf.joined(
            places,
            FEWEST_HIT + random.nextInt(MORE_HIT),
            at,
            ENDED.contains(status) ? changed : weeks.ahead(0)),
        scene.lines().stream()
            .filter(line -> SOLVING.matcher(line.label()).matches())
            .map(line -> solving(line, changed))
            .toList(),
        scene.lines().stream()
            .filter(line -> POINTING.contains(line.label()))
            .map(Telling::pointing)
            .toList());
  }

  /** {@code ticket: RT 4711: the title | https://...}: without an address there is none. */
  private static Story.Pointing pointing(Script.Line line) {
    var parts = line.text().split(" \\| ", 2);
    return new Story.Pointing(line.label(), parts[0], parts.length > 1 ? parts[1] : null);
  }

  /** {@code proposed Joost Bakker}: what, and who. */
  private Said solving(Script.Line line, Instant at) {
    var words = line.label().split(" ", 2);
    return new Said(novum.named(words[1]), words[0], line.text(), at);
  }

  private List<Helped> helpMoments() {
    return Tables.rows("help-moments.csv").stream()
        .map(row ->
            new Helped(
                novum.named(row.get("power_user")),
                row.get("topic"),
                Integer.parseInt(row.get("minutes")),
                row.get("note"),
                weeks.busyMoment(row.get("topic"), 0)))
        .sorted(Comparator.comparing(Helped::at))
        .toList();
  }

  /** By people of one team in turn: it calls the helpdesk, and asks no power user anything. */
  private List<Called> calls() {
    var calls = new ArrayList<Called>();
    for (var row : Tables.rows("desk-calls.csv")) {
      var team = extras.stream().filter(e -> e.worksIn(row.get("team"))).toList();
      var topic = row.get("topic");
      var at = weeks.busyMoment(topic, MINUTES_ON_THE_PHONE);
      calls.add(
          new Called(
              team.get(calls.size() % team.size()),
              desk.get(calls.size() % desk.size()),
              topic,
              row.get("text"),
              row.get("solution"),
              at,
              weeks.after(at, MINUTES_ON_THE_PHONE)));
    }
    return calls.stream().sorted(Comparator.comparing(Called::at)).toList();
  }

  /** Who is named, or an extra of that team who works in the language of the text. */
  private Employee someone(Scene scene) {
    var who = scene.head().get(2);
    var team =
        extras.stream()
            .filter(e -> e.worksIn(who) && e.language().equals(scene.head().get(1)))
            .toList();
    return team.isEmpty() ? novum.named(who) : Names.one(team, random);
  }
}
