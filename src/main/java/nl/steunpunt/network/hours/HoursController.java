package nl.steunpunt.network.hours;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.WorkKind;
import nl.steunpunt.network.WorkTitles;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.web.LocalMoment;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** My own hours: the week, putting it right, and asking for a talk. */
@Controller
public class HoursController {
  private static final String PATH = "/hours";
  private static final String TEMPLATE = "network/hours/hours";

  /** An own entry, as it was typed. */
  public record Entry(String day, String kind, String minutes, String note) {
    static final Entry NONE = new Entry("", "round", "", "");
  }

  /** Of a piece, as it was typed. */
  public record Correction(long piece, String minutes) {}

  /**
   * @param titles of the questions among the pieces, as far as I may still see them
   */
  public record HoursPage(
      Week week,
      Week now,
      LocalDate today,
      List<MyWeek> mandates,
      Map<Long, String> titles,
      Entry entry,
      @Nullable Correction correction,
      @Nullable Refusal refused) {
    /** What is being corrected stands open, with what was typed. */
    public @Nullable String typed(Piece piece) {
      return correction != null && correction.piece == piece.id() ? correction.minutes : null;
    }

    /** Null: it is no question, or one that I may not see any more. */
    public @Nullable String title(Piece piece) {
      return piece.kind() == WorkKind.QUESTION && piece.subject() != null
          ? titles.get(piece.subject())
          : null;
    }

    public boolean isNow() {
      return week.equals(now);
    }

    public boolean isAhead() {
      return week.isAfter(now);
    }

    /** Days of this week that can be written on. */
    public List<LocalDate> daysSoFar() {
      return week.days().stream().filter(day -> !day.isAfter(today)).toList();
    }

    public boolean isOpen() {
      return !isAhead() && !now.plus(-HoursCorrecting.WEEKS_BACK).isAfter(week);
    }

    public String address() {
      return PATH + "?week=" + week.word();
    }

    public List<WorkKind> ownKinds() {
      return List.of(WorkKind.ROUND, WorkKind.CALL, WorkKind.OTHER);
    }
  }

  private final HoursScreens screens;
  private final HoursCorrecting correcting;
  private final TalkAsking talks;
  private final WorkTitles titles;
  private final Clock clock;

  HoursController(
      HoursScreens screens,
      HoursCorrecting correcting,
      TalkAsking talks,
      WorkTitles titles,
      Clock clock) {
    this.screens = screens;
    this.correcting = correcting;
    this.talks = talks;
    this.titles = titles;
    this.clock = clock;
  }

  @GetMapping(PATH)
  ModelAndView show(Me me, @RequestParam(defaultValue = "") String week) {
    return Reply.page(TEMPLATE, page(me, week(week), Entry.NONE, null, null));
  }

  @PostMapping(PATH + "/pieces")
  ModelAndView enter(
      Me me,
      @RequestParam MandateId mandate,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String minutes,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String week) {
    try {
      var on = LocalMoment.day(day).orElseThrow(() -> Refusal.of("hours.refused.day"));
      correcting.enter(me.id(), mandate, on, kind(kind), minutes(minutes, 1), note.strip());
      return Reply.to(PATH + "?week=" + Week.of(on).word(), "hours.done.entered");
    } catch (Refusal refusal) {
      return Reply.again(
          TEMPLATE, page(me, week(week), new Entry(day, kind, minutes, note), null, refusal));
    }
  }

  @PostMapping(PATH + "/pieces/{piece}/correction")
  ModelAndView correct(
      Me me,
      @PathVariable long piece,
      @RequestParam(defaultValue = "") String minutes,
      @RequestParam(defaultValue = "") String week) {
    try {
      correcting.correct(me.id(), piece, minutes(minutes, 0));
      return Reply.to(PATH + "?week=" + week(week).word(), "hours.done.corrected");
    } catch (Refusal refusal) {
      var correction = new Correction(piece, minutes);
      return Reply.again(TEMPLATE, page(me, week(week), Entry.NONE, correction, refusal));
    }
  }

  @PostMapping(PATH + "/pieces/{piece}/undoing")
  ModelAndView undo(Me me, @PathVariable long piece, @RequestParam(defaultValue = "") String week) {
    correcting.undo(me.id(), piece);
    return Reply.to(PATH + "?week=" + week(week).word(), "hours.done.undone");
  }

  @PostMapping(PATH + "/pieces/{piece}/removal")
  ModelAndView remove(
      Me me, @PathVariable long piece, @RequestParam(defaultValue = "") String week) {
    correcting.remove(me.id(), piece);
    return Reply.to(PATH + "?week=" + week(week).word(), "hours.done.removed");
  }

  @PostMapping(PATH + "/talk")
  ModelAndView askForTalk(Me me, @RequestParam MandateId mandate) {
    talks.ask(me.id(), mandate, clock.instant());
    return Reply.to(PATH, "hours.done.talk");
  }

  @PostMapping(PATH + "/talk/withdrawal")
  ModelAndView noTalk(Me me, @RequestParam MandateId mandate) {
    talks.takeBack(me.id(), mandate);
    return Reply.to(PATH, "hours.done.no_talk");
  }

  @Bean
  static MenuEntry hoursEntry() {
    return MenuEntry.mine(9, PATH, "hours.title", "clock", "power_user");
  }

  private HoursPage page(
      Me me, Week week, Entry entry, @Nullable Correction correction, @Nullable Refusal refused) {
    var now = clock.instant();
    var mandates = screens.of(me.id(), week);
    var questions = mandates.stream().flatMap(MyWeek::questions).distinct().toList();
    return new HoursPage(
        week,
        Week.at(now),
        LocalDate.ofInstant(now, OrganisationClock.ZONE),
        mandates,
        questions.isEmpty() ? Map.of() : titles.ofQuestions(me.id(), questions),
        entry,
        correction,
        refused);
  }

  private Week week(String word) {
    return word.isEmpty() ? Week.at(clock.instant()) : Week.parse(word).orElseThrow(NotFound::new);
  }

  private static WorkKind kind(String word) {
    try {
      return WorkKind.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Refusal.of("hours.refused.kind");
    }
  }

  private static int minutes(String typed, int least) {
    var text = typed.strip();
    var number =
        text.matches("\\d{1,5}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    return number.orElseThrow(
        () -> Refusal.of("hours.refused.minutes", least, HoursCorrecting.LONGEST_MINUTES));
  }
}
