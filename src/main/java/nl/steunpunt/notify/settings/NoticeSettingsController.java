package nl.steunpunt.notify.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.steunpunt.notify.Channel;
import nl.steunpunt.notify.Channel.Trouble;
import nl.steunpunt.notify.Choices;
import nl.steunpunt.notify.Choices.Choice;
import nl.steunpunt.notify.Occasion;
import nl.steunpunt.notify.Way;
import nl.steunpunt.notify.morning.MorningController.Times;
import nl.steunpunt.notify.morning.Mornings;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own: what one is told, and how. */
@Controller
public class NoticeSettingsController {
  public static final String PATH = "/account/notices";

  private final Choices choices;
  private final List<Channel> channels;
  private final Mornings mornings;

  NoticeSettingsController(Choices choices, List<Channel> channels, Mornings mornings) {
    this.choices = choices;
    this.mornings = mornings;
    this.channels = channels.stream().sorted(Comparator.comparing(Channel::way)).toList();
  }

  /**
   * @param wanted the ways that are ticked
   */
  public record Row(Occasion occasion, Set<Way> wanted) {
    public boolean offers(Way way) {
      return occasion.offers(way);
    }

    public Choice choice(Way way) {
      return new Choice(occasion, way);
    }
  }

  /**
   * @param ways the table's columns
   * @param troubles what does not arrive, by column
   * @param morning when the mail of the morning comes
   */
  public record NoticesPage(
      List<Row> rows, List<Way> ways, Map<Way, Trouble> troubles, Times morning) {}

  @GetMapping(PATH)
  ModelAndView show(Me me) {
    return Reply.page("notify/settings/notices", page(me));
  }

  /**
   * @param wanted the fields that were ticked; those of the table that are not in it were not
   */
  @PostMapping(PATH)
  ModelAndView choose(Me me, @RequestParam(defaultValue = "") List<String> wanted) {
    var asked = new HashMap<String, Choice>();
    table(me).forEach(choice -> asked.put(choice.word(), choice));
    var ticked = new HashSet<Choice>();
    for (var word : wanted) {
      var choice = asked.get(word);
      if (choice == null) {
        throw Refusal.of("notice.refused.unknown");
      }
      ticked.add(choice);
    }
    choices.choose(me.id(), asked.values(), ticked);
    return Reply.to(PATH, "notice.saved");
  }

  private NoticesPage page(Me me) {
    var wanted = choices.of(me.id());
    var rows = new ArrayList<Row>();
    for (var occasion : Occasion.values()) {
      if (occasion.concerns(me) && ways().anyMatch(occasion::offers)) {
        rows.add(new Row(occasion, wanted.getOrDefault(occasion, Set.of())));
      }
    }
    var troubles = new HashMap<Way, Trouble>();
    channels.forEach(
        channel -> channel.trouble(me).ifPresent(trouble -> troubles.put(channel.way(), trouble)));
    return new NoticesPage(rows, ways().toList(), troubles, Times.of(mornings.timeOf(me.id())));
  }

  private List<Choice> table(Me me) {
    return Stream.of(Occasion.values())
        .filter(occasion -> occasion.concerns(me))
        .flatMap(occasion -> ways().filter(occasion::offers).map(way -> new Choice(occasion, way)))
        .toList();
  }

  private Stream<Way> ways() {
    return channels.stream().map(Channel::way);
  }

  @Bean
  static MenuEntry noticesEntry() {
    return MenuEntry.mine(40, PATH, "notice.title", "phone", null);
  }
}
