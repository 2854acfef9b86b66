package nl.steunpunt.notify.settings;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.steunpunt.notify.Channel;
import nl.steunpunt.notify.Channel.Trouble;
import nl.steunpunt.notify.Choices;
import nl.steunpunt.notify.Choices.Choice;
import nl.steunpunt.notify.Occasion;
import nl.steunpunt.notify.SpareMail;
import nl.steunpunt.notify.Way;
import nl.steunpunt.notify.morning.MorningController.Times;
import nl.steunpunt.notify.morning.Mornings;
import nl.steunpunt.notify.push.PushBrowser;
import nl.steunpunt.notify.push.PushTrouble;
import nl.steunpunt.notify.push.Pushes;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.FieldError;
import org.springframework.stereotype.Component;

@Component
public class NoticeScreens {
  private final Choices choices;
  private final List<Channel> channels;
  private final Pushes pushes;
  private final Mornings mornings;
  private final List<SpareMail> spares;

  NoticeScreens(
      Choices choices,
      List<Channel> channels,
      Pushes pushes,
      Mornings mornings,
      List<SpareMail> spares) {
    this.choices = choices;
    this.channels = channels.stream().sorted(Comparator.comparing(Channel::way)).toList();
    this.pushes = pushes;
    this.mornings = mornings;
    this.spares = spares;
  }

  /**
   * @param wanted the ways that are ticked
   */
  public record Row(Occasion occasion, Set<Way> wanted) {
    public Choice choice(Way way) {
      return new Choice(occasion, way);
    }
  }

  /**
   * @param ways the table's columns: those by which one of the rows can be told
   * @param troubles what does not arrive, by column
   * @param spares by word: mail that they can do without, and whether they want it
   * @param morning when the mail of the morning comes
   * @param key by which browsers know our messages
   * @param form how notices on a screen are to be
   */
  public record NoticesPage(
      Me me,
      List<Row> rows,
      List<Way> ways,
      Map<Way, Trouble> troubles,
      Map<String, Boolean> spares,
      Times morning,
      String key,
      List<PushBrowser> browsers,
      PushForm form,
      List<FieldError> errors) {

    /** Whether the browser that looks at this shows notices. */
    public boolean isHere() {
      return browsers.stream()
          .anyMatch(browser -> isThis(browser) && browser.trouble() != PushTrouble.GONE);
    }

    public boolean isThis(PushBrowser browser) {
      return browser.signInId() == me.signInId();
    }
  }

  NoticesPage page(Me me, PushForm form, List<FieldError> errors) {
    var wanted = choices.of(me.id());
    var rows =
        occasions(me)
            .map(occasion -> new Row(occasion, wanted.getOrDefault(occasion, Set.of())))
            .toList();
    return new NoticesPage(
        me,
        rows,
        ways().filter(way -> rows.stream().anyMatch(row -> row.occasion().offers(way))).toList(),
        troubles(me),
        spares(me),
        Times.of(mornings.timeOf(me.id())),
        pushes.key(),
        pushes.browsers(me.id()),
        form,
        errors);
  }

  private Map<Way, Trouble> troubles(Me me) {
    var troubles = new EnumMap<Way, Trouble>(Way.class);
    channels.forEach(
        channel -> channel.trouble(me).ifPresent(trouble -> troubles.put(channel.way(), trouble)));
    return troubles;
  }

  /**
   * @param failing ways by which nothing reaches this person, of what is theirs to mend
   */
  public record TroublePage(List<Way> failing) {}

  TroublePage trouble(Me me) {
    return new TroublePage(
        troubles(me).entrySet().stream()
            .filter(trouble -> !trouble.getValue().everybodys())
            .map(Map.Entry::getKey)
            .toList());
  }

  private Map<String, Boolean> spares(Me me) {
    var wanted = new TreeMap<String, Boolean>();
    spares.forEach(mail -> wanted.put(mail.word(), mail.isWanted(me.id())));
    return wanted;
  }

  /** All fields that this person sees. */
  List<Choice> table(Me me) {
    return occasions(me)
        .flatMap(occasion -> ways().filter(occasion::offers).map(way -> new Choice(occasion, way)))
        .toList();
  }

  private Stream<Occasion> occasions(Me me) {
    return Stream.of(Occasion.values())
        .filter(occasion -> occasion.concerns(me) && ways().anyMatch(occasion::offers));
  }

  private Stream<Way> ways() {
    return channels.stream().map(Channel::way);
  }
}
