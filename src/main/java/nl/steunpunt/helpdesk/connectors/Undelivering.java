package nl.steunpunt.helpdesk.connectors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.helpdesk.connectors.Connections.Connection;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What another system did not take, and what the desk does about it. */
@Service
public class Undelivering {
  static final int LONGEST = 10_000;

  private final ConnectionScreens screens;
  private final Connections connections;
  private final ConnectionLetters letters;
  private final LetterWriting writing;
  private final ConnectionWork work;

  Undelivering(
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
   * @param rows at most
   * @return one more when there are more
   */
  List<Item> waiting(@Nullable LetterId after, int rows) {
    var known = new HashMap<ConnectionId, Optional<Connection>>();
    var items = new ArrayList<Item>();
    for (var row : screens.undelivered(after, rows + 1)) {
      var text =
          known
              .computeIfAbsent(row.connectionId(), connections::find)
              .map(connection -> writing.text(connection, row.letter()));
      items.add(new Item(row, text.orElse("")));
    }
    return items;
  }

  /** Once more, as it was put right. */
  void again(LetterId letter, String text) {
    if (text.isBlank()) {
      throw Refusal.of("undelivered.refused.empty").at("text");
    }
    if (text.length() > LONGEST) {
      throw Refusal.of("undelivered.refused.long", LONGEST).at("text");
    }
    done(letters.again(letter, text.strip()));
  }

  void drop(LetterId letter) {
    done(letters.drop(letter));
  }

  private void done(boolean waited) {
    if (!waited) {
      throw Refusal.conflict("undelivered.refused.gone");
    }
    work.beginAfterCommit();
  }
}
