package nl.steunpunt.helpdesk.connectors;

import java.util.Optional;
import nl.steunpunt.helpdesk.connectors.ConnectionLetters.Letter;
import nl.steunpunt.helpdesk.connectors.Connections.Connection;
import nl.steunpunt.support.QuestionDoor;
import org.springframework.stereotype.Component;

/**
 * Tells another system one thing. What may have arrived at an earlier try is looked for first: a
 * node can die between their taking it and our writing that down.
 */
@Component
class LetterSending {
  private final LinkedTickets tickets;
  private final SaidThere said;
  private final LetterWriting writing;
  private final QuestionDoor questions;

  LetterSending(
      LinkedTickets tickets, SaidThere said, LetterWriting writing, QuestionDoor questions) {
    this.tickets = tickets;
    this.said = said;
    this.writing = writing;
    this.questions = questions;
  }

  void send(Connection connection, Connector connector, Line line, Letter letter) throws Trouble {
    switch (letter.kind()) {
      case CREATE -> create(connection, connector, line, letter);
      case REMARK -> remark(connection, connector, line, letter);
      case STATUS -> status(connection, connector, line, letter);
    }
  }

  private void create(Connection connection, Connector connector, Line line, Letter letter)
      throws Trouble {
    var there =
        letter.tries() > 0 ? connector.find(line, letter.marker()) : Optional.<String>empty();
    var id =
        there.isPresent()
            ? there.get()
            : connector.create(line, writing.ticket(connection, letter));
    tickets.made(letter.ticketId(), id);
    questions.tellChanged(letter.questionId(), "elsewhere");
  }

  private void remark(Connection connection, Connector connector, Line line, Letter letter)
      throws Trouble {
    var ticket = their(letter);
    var text = writing.text(connection, letter);
    var arrived = letter.tries() > 0 && connector.holds(line, ticket, writing.mark(letter));
    // What was erased meanwhile has nothing to say.
    if (!text.isBlank() && !arrived) {
      say(connection, connector, line, letter);
    }
  }

  /**
   * The helpdesk's status wins: when it became another one since we last looked, ours is left and
   * what they say is taken over at the next look. The words that go with ours are told all the
   * same.
   */
  private void status(Connection connection, Connector connector, Line line, Letter letter)
      throws Trouble {
    var ticket = their(letter);
    var mapping = connection.mapping();
    var meant = "open".equals(letter.status()) ? Meaning.OPEN : Meaning.CLOSED;
    var now = connector.look(line, ticket, Long.MAX_VALUE);
    if (letter.tries() == 0 || !connector.holds(line, ticket, writing.mark(letter))) {
      say(connection, connector, line, letter);
    }
    if (mapping.meaning(now.status()).filter(meaning -> meaning == meant).isPresent()) {
      return;
    }
    var theirs = letter.theirStatus() != null && !letter.theirStatus().equals(now.status());
    if (theirs) {
      tickets.overruled(letter.ticketId());
      return;
    }
    var status = mapping.statusFor(meant);
    if (status.isPresent()) {
      connector.setStatus(line, ticket, status.get());
    }
  }

  private void say(Connection connection, Connector connector, Line line, Letter letter)
      throws Trouble {
    var text = writing.signed(connection, letter);
    said.tells(letter.ticketId(), writing.words(text));
    connector.remark(line, their(letter), text);
  }

  private static String their(Letter letter) throws Trouble {
    var id = letter.theirId();
    if (id == null) {
      throw Trouble.refused("connector.trouble.unmade", "");
    }
    return id;
  }
}
