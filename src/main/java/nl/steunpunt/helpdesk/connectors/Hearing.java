package nl.steunpunt.helpdesk.connectors;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.steunpunt.helpdesk.connectors.Connections.Connection;
import nl.steunpunt.helpdesk.connectors.LinkedTickets.Linked;
import nl.steunpunt.helpdesk.connectors.TheirTicket.Entry;
import nl.steunpunt.helpdesk.desk.CloseReason;
import nl.steunpunt.helpdesk.desk.Closing;
import nl.steunpunt.helpdesk.desk.TicketHandling;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.support.Desk;
import nl.steunpunt.support.DeskElsewhere;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over what was said and decided in another system. It looks at how things are there and not
 * at what happened: the same news twice, late or out of order changes nothing.
 */
@Component
class Hearing {
  /** What one message here can hold, with a name before it. */
  private static final int LONGEST = 9_500;

  record Speaker(PersonId id, String name, @Nullable String email, String language) {
    Me me() {
      return new Me(id, name, email == null ? "" : email, language, List.of("helpdesk"), 0);
    }
  }

  private final LinkedTickets tickets;
  private final LooksThere looks;
  private final SaidThere said;
  private final ConnectionLetters letters;
  private final LetterWriting writing;
  private final DeskElsewhere questions;
  private final Desk desk;
  private final TicketHandling handling;
  private final Messages messages;
  private final JdbcClient sql;

  Hearing(
      LinkedTickets tickets,
      LooksThere looks,
      SaidThere said,
      ConnectionLetters letters,
      LetterWriting writing,
      DeskElsewhere questions,
      Desk desk,
      TicketHandling handling,
      Messages messages,
      JdbcClient sql) {
    this.tickets = tickets;
    this.looks = looks;
    this.said = said;
    this.letters = letters;
    this.writing = writing;
    this.questions = questions;
    this.desk = desk;
    this.handling = handling;
    this.messages = messages;
    this.sql = sql;
  }

  /**
   * All of it in one transaction: what was heard and that it was heard.
   *
   * @throws Trouble when nobody speaks for the helpdesk here
   */
  @Transactional(rollbackFor = Trouble.class)
  public void hear(Connection connection, long ticketId, TheirTicket their) throws Trouble {
    // The question first, as everybody does who writes in it: the other way round they wait for
    // each other.
    var question = tickets.questionOf(ticketId).orElse(null);
    if (question == null || !questions.lock(question)) {
      return;
    }
    var linked = tickets.locked(ticketId).orElse(null);
    if (linked == null) {
      return;
    }
    var speaker = speaker(connection);
    var heard = Set.copyOf(said.heard(ticketId));
    var fresh =
        their.entries().stream()
            .filter(entry -> !heard.contains(client(linked, entry)))
            .filter(entry -> isSaid(linked, their, entry))
            .toList();
    var meaning = decided(connection, linked, their);
    var saved = meaning == Meaning.CLOSED || meaning == Meaning.RETURNED ? lastWords(fresh) : null;
    for (var entry : fresh) {
      if (!entry.equals(saved)) {
        say(connection, linked, speaker, entry);
      }
    }
    if (meaning != null) {
      decide(connection, linked, speaker, meaning, saved, their);
    }
    var open = !status(linked.questionId()).equals("closed");
    looks.lookedAt(linked.id(), their.status(), open);
  }

  /** What goes with the decision; when it does not fit in one message, it is said before it. */
  private static @Nullable Entry lastWords(List<Entry> fresh) {
    var last = fresh.isEmpty() ? null : fresh.getLast();
    return last == null || last.text().length() > LONGEST ? null : last;
  }

  /**
   * Not our own words that come back. Who made the ticket is not enough to know them by: the key
   * may be another colleague's since, and they may merge tickets.
   */
  private boolean isSaid(Linked linked, TheirTicket their, Entry entry) {
    if (entry.text().isBlank()) {
      return false;
    }
    var unquoted =
        entry.text().lines().filter(line -> !line.startsWith(">")).collect(Collectors.joining());
    var marked = unquoted.contains(linked.marker() + "/");
    var ours =
        marked
            && (entry.account().equals(their.maker())
                || said.told(linked.id(), writing.words(entry.text())));
    return !ours;
  }

  /**
   * What their status asks of the question now; null: nothing. While a status of ours is under way,
   * only another one than we knew says something.
   */
  private @Nullable Meaning decided(Connection connection, Linked linked, TheirTicket their) {
    var meaning = connection.mapping().meaning(their.status()).orElse(null);
    var changed = !their.status().equals(linked.theirStatus());
    if (meaning == null || (!changed && letters.holdsStatus(linked.id()))) {
      return null;
    }
    var atDesk = status(linked.questionId()).equals("with_helpdesk");
    if (meaning == Meaning.OPEN) {
      // Not at the first look, nor when it is with a power user again.
      var settled = List.of("solved", "closed").contains(status(linked.questionId()));
      return changed && linked.theirStatus() != null && settled ? meaning : null;
    }
    return atDesk ? meaning : null;
  }

  private void decide(
      Connection connection,
      Linked linked,
      Speaker speaker,
      Meaning meaning,
      @Nullable Entry saved,
      TheirTicket their) {
    if (letters.holdsStatus(linked.id())) {
      letters.dropStatus(linked.id());
      tickets.overruled(linked.id());
    }
    var question = linked.questionId();
    var known = saved == null ? Optional.<Speaker>empty() : colleague(connection, saved);
    var author = known.orElse(speaker);
    var client =
        saved == null
            ? client(linked, "s" + their.lastEntry() + their.status())
            : client(linked, saved);
    if (meaning == Meaning.OPEN) {
      tickets.wants(linked.id(), "open");
      questions.reopen(author.me(), question);
      return;
    }
    said.hears(linked.id(), client, saved == null ? null : saved.id());
    tickets.wants(linked.id(), "closed");
    if (meaning == Meaning.RETURNED && desk.wouldGetBack(author.me(), question).isPresent()) {
      var advice =
          saved == null
              ? sentence(question, "connector.heard.returned")
              : named(saved, known, speaker, saved.text());
      handling.giveBack(author.me(), question, client, advice, null);
      return;
    }
    var text =
        saved == null
            ? sentence(question, "connector.heard.closed")
            : named(saved, known, speaker, saved.text());
    handling.close(
        author.me(), question, client, Closing.because(CloseReason.SOLVED), each -> text);
  }

  private void say(Connection connection, Linked linked, Speaker speaker, Entry entry) {
    var known = colleague(connection, entry);
    var author = known.orElse(speaker);
    var text = entry.text();
    for (int from = 0, piece = 0; from < text.length(); from += LONGEST, piece++) {
      var client = client(linked, "e" + entry.id() + (piece == 0 ? "" : "." + piece));
      if (said.hears(linked.id(), client, entry.id())) {
        var part = text.substring(from, Math.min(text.length(), from + LONGEST));
        if (!part.isBlank()) {
          questions.say(
              author.me(), linked.questionId(), client, named(entry, known, speaker, part));
        }
      }
    }
  }

  /** Whoever is not known here is named in front of what they say. */
  private static String named(Entry entry, Optional<Speaker> known, Speaker speaker, String text) {
    return known.isPresent() || entry.name().isBlank() || entry.name().equals(speaker.name())
        ? text
        : entry.name() + ":\n" + text;
  }

  /** Who works at the desk here under that address; else one speaks for all. */
  private Optional<Speaker> colleague(Connection connection, Entry entry) {
    var mapping = connection.mapping();
    var address =
        mapping
            .colleague(entry.account())
            .or(() -> mapping.colleague(entry.name()))
            .orElse(entry.email());
    return address == null
        ? Optional.empty()
        : sql.sql(
                """
                select id, name, email, language from people.pub_person
                 where lower(email) = lower(:address) and active and roles @> array['helpdesk']
                """)
            .param("address", address)
            .query(Speaker.class)
            .optional();
  }

  private Speaker speaker(Connection connection) throws Trouble {
    return sql.sql(
            """
            select id, name, email, language from people.pub_person
             where id = :id and active and roles @> array['helpdesk']
            """)
        .param("id", connection.speakerId())
        .query(Speaker.class)
        .optional()
        .orElseThrow(() -> Trouble.connection("connector.trouble.speaker", ""));
  }

  private String status(QuestionId question) {
    return sql.sql("select status from support.pub_question where id = :id")
        .param("id", question)
        .query(String.class)
        .single();
  }

  private String sentence(QuestionId question, String key) {
    var language =
        sql.sql(
                """
                select a.language from support.pub_question q join people.pub_person a on a.id = q.asker_id
                 where q.id = :id
                """)
            .param("id", question)
            .query(String.class)
            .single();
    return messages.text(Locale.of(language), key);
  }

  private static UUID client(Linked linked, Entry entry) {
    return client(linked, "e" + entry.id());
  }

  /** The same for the same entry, whoever hears it, and however often. */
  private static UUID client(Linked linked, String what) {
    return UUID.nameUUIDFromBytes((linked.marker() + " " + what).getBytes(StandardCharsets.UTF_8));
  }
}
