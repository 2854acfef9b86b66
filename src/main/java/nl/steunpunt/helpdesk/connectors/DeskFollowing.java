package nl.steunpunt.helpdesk.connectors;

import java.util.HashSet;
import java.util.List;
import nl.steunpunt.helpdesk.connectors.LinkedTickets.Standing;
import nl.steunpunt.support.DeskElsewhere;
import nl.steunpunt.support.DeskFollower;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.QuestionsForgotten;
import org.springframework.stereotype.Component;

/**
 * Writes down what another system has to hear of a question, in the transaction in which it
 * happened: by comparing what is so with what was told, so that nothing depends on what happened.
 */
@Component
class DeskFollowing implements DeskFollower, QuestionsForgotten {
  private static final String AT_DESK = "with_helpdesk";
  private static final String OPEN = "open";
  private static final String CLOSED = "closed";

  private final LinkedTickets tickets;
  private final SaidThere saidThere;
  private final ConnectionLetters letters;
  private final DeskElsewhere questions;
  private final ConnectionWork work;

  DeskFollowing(
      LinkedTickets tickets,
      SaidThere saidThere,
      ConnectionLetters letters,
      DeskElsewhere questions,
      ConnectionWork work) {
    this.tickets = tickets;
    this.saidThere = saidThere;
    this.letters = letters;
    this.questions = questions;
    this.work = work;
  }

  @Override
  public void changed(QuestionId question) {
    tickets
        .standing(question)
        .filter(standing -> standing.connection() != null)
        .ifPresent(standing -> follow(question, standing));
  }

  private void follow(QuestionId question, Standing standing) {
    var wanted = standing.status().equals(AT_DESK) ? OPEN : CLOSED;
    var ticket = standing.ticket();
    var connection = standing.connection();
    if (ticket == null) {
      if (wanted.equals(OPEN) && standing.active() && connection != null) {
        letters.create(tickets.link(connection, question, newest(question, 0)));
        work.beginAfterCommit();
      }
      return;
    }
    if (wanted.equals(CLOSED) && !standing.made() && letters.takeBack(ticket)) {
      // They never heard of it, and need not any more.
      tickets.unlink(ticket);
      return;
    }
    tell(question, ticket, standing, wanted);
  }

  private void tell(QuestionId question, long ticket, Standing standing, String wanted) {
    var told = standing.toldMessage();
    var heard = new HashSet<>(saidThere.heard(ticket));
    var follows = wanted.equals(OPEN) || OPEN.equals(standing.wanted());
    for (var said = questions.saidAfter(question, told);
        !said.isEmpty();
        said = questions.saidAfter(question, told)) {
      for (var one : said) {
        told = one.id();
        // What is talked about with a power user is not the helpdesk's, but what was tried is.
        if (!heard.contains(one.clientId()) && follows) {
          letters.remark(ticket, one.id());
        }
      }
    }
    tickets.toldUpTo(ticket, told);
    if (!wanted.equals(standing.wanted())) {
      tickets.wants(ticket, wanted);
      letters.status(ticket, wanted, why(standing));
    }
    work.beginAfterCommit();
  }

  private static String why(Standing standing) {
    return switch (standing.status()) {
      case AT_DESK -> "again";
      case "with_power_user", OPEN -> "returned";
      case "solved" -> "answered";
      default -> standing.outcome().equals("withdrawn") ? "withdrawn" : "settled";
    };
  }

  private long newest(QuestionId question, long after) {
    var newest = after;
    for (var said = questions.saidAfter(question, newest);
        !said.isEmpty();
        said = questions.saidAfter(question, newest)) {
      newest = said.getLast().id();
    }
    return newest;
  }

  @Override
  public void forget(List<Long> gone) {
    tickets.forget(gone);
  }
}
