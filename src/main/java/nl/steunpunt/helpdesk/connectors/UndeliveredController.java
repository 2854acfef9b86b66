package nl.steunpunt.helpdesk.connectors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.helpdesk.connectors.Connections.Connection;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * What another system did not take. It has the words of questions in it, so it is the desk's and
 * not the administrator's.
 */
@Controller
public class UndeliveredController {
  static final String PATH = "/desk/undelivered";
  private static final int LONGEST = 10_000;

  private final ConnectionScreens screens;
  private final Connections connections;
  private final ConnectionLetters letters;
  private final LetterWriting writing;
  private final ConnectionWork work;

  UndeliveredController(
      ConnectionScreens screens,
      Connections connections,
      ConnectionLetters letters,
      LetterWriting writing,
      ConnectionWork work) {
    this.screens = screens;
    this.connections = connections;
    this.letters = letters;
    this.writing = writing;
    this.work = work;
  }

  /**
   * @param text as it would go
   */
  public record Item(ConnectionScreens.Undelivered letter, String text) {}

  /**
   * @param next the letter where this page ends; null: it is the last one
   */
  public record ListPage(List<Item> items, @Nullable Long after, @Nullable Long next) {}

  @GetMapping(PATH)
  ModelAndView list(@RequestParam(required = false) @Nullable LetterId after) {
    var rows = screens.undelivered(after);
    var more = rows.size() > ConnectionScreens.rows();
    var shown = more ? rows.subList(0, ConnectionScreens.rows()) : rows;
    var known = new HashMap<ConnectionId, Optional<Connection>>();
    var items = new ArrayList<Item>();
    for (var row : shown) {
      known
          .computeIfAbsent(row.connectionId(), connections::find)
          .ifPresent(
              connection -> items.add(new Item(row, writing.text(connection, row.letter()))));
    }
    return Reply.page(
        "helpdesk/connectors/undelivered",
        new ListPage(
            items,
            after == null ? null : after.value(),
            more ? shown.getLast().id().value() : null));
  }

  /** Once more, as it was put right. */
  @PostMapping(PATH + "/{letter}/sending")
  ModelAndView again(@PathVariable LetterId letter, @RequestParam(defaultValue = "") String text) {
    if (text.isBlank()) {
      throw Refusal.of("undelivered.refused.empty").at("text");
    }
    if (text.length() > LONGEST) {
      throw Refusal.of("undelivered.refused.long", LONGEST).at("text");
    }
    if (!letters.again(letter, text.strip())) {
      throw Refusal.conflict("undelivered.refused.gone");
    }
    work.beginAfterCommit();
    return Reply.to(PATH, "undelivered.again.done");
  }

  @PostMapping(PATH + "/{letter}/removal")
  ModelAndView drop(@PathVariable LetterId letter) {
    if (!letters.drop(letter)) {
      throw Refusal.conflict("undelivered.refused.gone");
    }
    work.beginAfterCommit();
    return Reply.to(PATH, "undelivered.dropped");
  }
}
