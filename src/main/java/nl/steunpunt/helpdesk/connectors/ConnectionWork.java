package nl.steunpunt.helpdesk.connectors;

import java.time.Duration;
import java.time.Instant;
import nl.steunpunt.helpdesk.connectors.ConnectionLetters.Letter;
import nl.steunpunt.helpdesk.connectors.Connections.Claimed;
import nl.steunpunt.helpdesk.connectors.Connections.Connection;
import nl.steunpunt.helpdesk.connectors.Connector.Changes;
import nl.steunpunt.helpdesk.connectors.LooksThere.Due;
import nl.steunpunt.platform.time.Beside;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Works at one connection after the other: tells what waits, asks what changed, and looks at it.
 * Only one node at a time is at a connection. One that fails is left alone for longer each time,
 * with all that waits for it; the others go on.
 */
@Component
class ConnectionWork extends Beside {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionWork.class);

  /** Of letters and of looks: then another connection gets its turn. */
  private static final int AT_ONCE = 20;

  /** Nothing is begun after this, so that all of it ends within the lease. */
  private static final Duration BUSY = Duration.ofMinutes(1);

  /** Their clock has whole seconds, and what is written at the same time is seen in any order. */
  private static final Duration OVERLAP = Duration.ofMinutes(2);

  private static final Duration POLL = Duration.ofMinutes(1);

  /** Where each open ticket has to be asked. */
  private static final Duration POLL_EACH = Duration.ofMinutes(5);

  private final Connections connections;
  private final ConnectionLetters letters;
  private final LooksThere looks;
  private final LetterSending sending;
  private final Hearing hearing;
  private final Lines lines;

  ConnectionWork(
      Connections connections,
      ConnectionLetters letters,
      LooksThere looks,
      LetterSending sending,
      Hearing hearing,
      Lines lines) {
    super("connections");
    this.connections = connections;
    this.letters = letters;
    this.looks = looks;
    this.sending = sending;
    this.hearing = hearing;
    this.lines = lines;
  }

  @Override
  protected int makeSome() {
    var claimed = connections.claim();
    claimed.ifPresent(this::work);
    return claimed.isPresent() ? 1 : 0;
  }

  private void work(Claimed claimed) {
    var connection = connections.find(claimed.id()).orElse(null);
    if (connection == null) {
      return;
    }
    try {
      var connector = lines.connector(connection);
      var line = lines.open(connection);
      var end = System.nanoTime() + BUSY.toNanos();
      tell(claimed, connection, connector, line, end);
      if (claimed.mayPoll()) {
        ask(claimed, connector, line);
      }
      look(claimed, connection, connector, line, end);
      connections.reached(claimed.id());
    } catch (Trouble trouble) {
      // Of what they said nothing: it may have words of a question in it.
      LOG.warn(
          "connection {} waits, attempt {}: {}", claimed.id(), claimed.attempts(), trouble.key());
      connections.failed(claimed.id(), claimed.attempts(), trouble);
    } catch (RuntimeException e) {
      // Else it would stay claimed, and nobody would be told.
      LOG.warn(
          "connection {} waits, attempt {}: {}", claimed.id(), claimed.attempts(), e.getClass());
      connections.failed(
          claimed.id(),
          claimed.attempts(),
          Trouble.connection("connector.trouble.ours", e.getClass().getSimpleName()));
    }
  }

  private void tell(
      Claimed claimed, Connection connection, Connector connector, Line line, long end)
      throws Trouble {
    for (int sent = 0; sent < AT_ONCE && System.nanoTime() < end; sent++) {
      var letter = letters.begin(claimed.id()).orElse(null);
      if (letter == null) {
        return;
      }
      try {
        sending.send(connection, connector, line, letter);
        letters.sent(letter.id());
      } catch (Trouble trouble) {
        undelivered(connection, connector, line, letter, trouble);
      } catch (TransientDataAccessException e) {
        letters.faulty(letter, ours(e));
      } catch (DataAccessException | Refusal e) {
        letters.dead(letter.id(), ours(e));
      } catch (RuntimeException e) {
        // An answer of another shape: the letter may have arrived, and is looked for the next time.
        LOG.warn("letter {} of connection {}: {}", letter.id(), claimed.id(), e.getClass());
        letters.faulty(letter, ours(e));
      }
    }
  }

  private static Trouble ours(RuntimeException e) {
    return Trouble.refused("connector.trouble.ours", e.getClass().getSimpleName());
  }

  /** Whether it is this letter or all of them is found out by asking something harmless. */
  private void undelivered(
      Connection connection, Connector connector, Line line, Letter letter, Trouble trouble)
      throws Trouble {
    switch (trouble.reach()) {
      case CONNECTION -> throw trouble;
      case LETTER -> letters.dead(letter.id(), trouble);
      case BROKEN -> {
        connector.greet(line, connection.mapping());
        letters.faulty(letter, trouble);
      }
    }
  }

  private void ask(Claimed claimed, Connector connector, Line line) throws Trouble {
    var upTo = claimed.seenUpTo();
    if (upTo == null) {
      connections.polled(claimed.id(), null, POLL);
      return;
    }
    var changes = changes(claimed, connector, line, upTo);
    if (changes.everyOne()) {
      looks.lookAtEachOpen(claimed.id());
    }
    looks.lookAt(claimed.id(), changes.tickets());
    connections.polled(claimed.id(), changes.upTo(), changes.everyOne() ? POLL_EACH : POLL);
  }

  /** Who fails at saying what changed may still say how each ticket is. */
  private static Changes changes(Claimed claimed, Connector connector, Line line, Instant upTo)
      throws Trouble {
    try {
      return connector.changedSince(line, upTo.minus(OVERLAP));
    } catch (Trouble trouble) {
      if (trouble.reach() == Trouble.Reach.CONNECTION) {
        throw trouble;
      }
      LOG.warn("connection {} does not say what changed: {}", claimed.id(), trouble.key());
    } catch (RuntimeException e) {
      LOG.warn("connection {} does not say what changed: {}", claimed.id(), e.getClass());
    }
    return Changes.unknown(upTo);
  }

  private void look(
      Claimed claimed, Connection connection, Connector connector, Line line, long end)
      throws Trouble {
    for (var due : looks.toLookAt(claimed.id(), AT_ONCE)) {
      if (System.nanoTime() >= end) {
        return;
      }
      look(claimed, connection, connector, line, due);
    }
  }

  private void look(Claimed claimed, Connection connection, Connector connector, Line line, Due due)
      throws Trouble {
    try {
      var their = connector.look(line, due.theirId(), due.readAfter());
      hearing.hear(connection, due.id(), their);
      if (claimed.seenUpTo() == null) {
        connections.polled(claimed.id(), their.updated(), POLL);
      }
    } catch (Trouble trouble) {
      if (trouble.reach() == Trouble.Reach.CONNECTION) {
        throw trouble;
      }
      // One ticket that cannot be read, or is not there any more, holds up no other.
      LOG.warn("ticket {} of connection {}: {}", due.id(), claimed.id(), trouble.key());
      if (trouble.reach() == Trouble.Reach.BROKEN) {
        connector.greet(line, connection.mapping());
        looks.lookSoon(due.id());
      } else {
        looks.lookLater(due.id());
      }
    } catch (Refusal | NotFound e) {
      // What they decided cannot be here; what they said is tried again with the next news.
      LOG.warn("ticket {} of connection {}: {}", due.id(), claimed.id(), e.getMessage());
      looks.lookLater(due.id());
    } catch (TransientDataAccessException e) {
      // Somebody here wrote in it at the same moment.
      LOG.warn("ticket {} of connection {}: {}", due.id(), claimed.id(), e.getClass());
      looks.lookSoon(due.id());
    } catch (RuntimeException e) {
      // An answer of another shape is so again the next time, and would be looked at first.
      LOG.warn("ticket {} of connection {}: {}", due.id(), claimed.id(), e.getClass());
      looks.lookLater(due.id());
    }
  }
}
