package nl.steunpunt.helpdesk.connectors;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.helpdesk.connectors.ConnectionLetters.Kind;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class ConnectionScreens {

  private final JdbcClient sql;

  ConnectionScreens(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * @param trouble key of a sentence
   * @param waiting what is not told there yet, the dead ones not included
   * @param dead what the desk has to put right
   */
  public record Row(
      long id,
      String name,
      String kind,
      String address,
      String place,
      @Nullable String speaker,
      boolean active,
      @Nullable Instant reachedAt,
      @Nullable Instant failingSince,
      @Nullable String trouble,
      @Nullable String detail,
      Instant tryAt,
      long tickets,
      long waiting,
      long dead,
      List<Long> systems,
      @Nullable String speakerEmail,
      String language,
      String places,
      String fields,
      String statuses,
      String people,
      int version) {}

  List<Row> all() {
    return sql.sql(
            """
            select c.id, c.name, c.kind, c.address, c.place, p.name as speaker, c.active, c.reached_at, c.failing_since,
                   c.trouble, c.detail, c.try_at,
                   (select count(*) from helpdesk.linked_ticket t
                     where t.connection_id = c.id and t.their_id is not null) as tickets,
                   (select count(*) from helpdesk.letter l join helpdesk.linked_ticket t on t.id = l.ticket_id
                     where t.connection_id = c.id and l.dead_at is null) as waiting,
                   (select count(*) from helpdesk.letter l join helpdesk.linked_ticket t on t.id = l.ticket_id
                     where t.connection_id = c.id and l.dead_at is not null) as dead,
                   c.systems, p.email as speaker_email, c.language, c.places, c.fields, c.statuses, c.people,
                   c.version
              from helpdesk.connection c
              left join people.pub_person p on p.id = c.speaker_id
             order by c.name, c.id
            """)
        .query(Row.class)
        .list();
  }

  /** Who speaks for the helpdesk there, as an address; empty when that one is gone. */
  String speaker(PersonId person) {
    return sql.sql("select coalesce(email, '') from people.pub_person where id = :id")
        .param("id", person)
        .query(String.class)
        .optional()
        .orElse("");
  }

  Optional<PersonId> ofTheDesk(String address) {
    return sql.sql(
            """
            select id from people.pub_person
             where lower(email) = lower(:address) and active and roles @> array['helpdesk']
            """)
        .param("address", address)
        .query(PersonId.class)
        .optional();
  }

  /** Of these addresses the ones under which nobody works at the desk here. */
  List<String> notOfTheDesk(Collection<String> addresses) {
    return sql.sql(
            """
            select a.address from unnest(:addresses::text[]) as a (address)
             where not exists (select from people.pub_person p
                                where lower(p.email) = lower(a.address) and p.active and p.roles @> array['helpdesk'])
             order by a.address
            """)
        .param("addresses", addresses.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /**
   * A dead letter.
   *
   * @param behind what of the same ticket waits for it
   */
  public record Undelivered(
      LetterId id,
      Kind kind,
      QuestionId question,
      String connection,
      ConnectionId connectionId,
      @Nullable String theirId,
      @Nullable String asker,
      Instant deadAt,
      String trouble,
      String detail,
      long behind,
      String marker,
      @Nullable Long messageId,
      @Nullable String status,
      @Nullable String why,
      @Nullable String repaired,
      long ticketId) {
    public String kindWord() {
      return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    ConnectionLetters.Letter letter() {
      return new ConnectionLetters.Letter(
          id, kind, ticketId, question, marker, theirId, null, messageId, status, why, repaired, 0,
          0);
    }
  }

  /**
   * @param after the letter where the page before ended; null: from the top
   * @param rows at most
   */
  List<Undelivered> undelivered(@Nullable LetterId after, int rows) {
    return sql.sql(
            """
            select l.id, l.kind, t.question_id as question, c.name as connection, c.id as connection_id, t.their_id,
                   a.name as asker, l.dead_at, l.trouble, coalesce(l.detail, '') as detail,
                   (select count(*) from helpdesk.letter b where b.ticket_id = l.ticket_id and b.id > l.id) as behind,
                   t.marker, l.message_id, l.status, l.why, l.repaired, l.ticket_id
              from helpdesk.letter l
              join helpdesk.linked_ticket t on t.id = l.ticket_id
              join helpdesk.connection c on c.id = t.connection_id
              join support.pub_question q on q.id = t.question_id
              join people.pub_person a on a.id = q.asker_id
             where l.dead_at is not null and l.id > coalesce(:after::bigint, 0)
             order by l.id limit :rows
            """)
        .param("after", after)
        .param("rows", rows)
        .query(Undelivered.class)
        .list();
  }

  /**
   * Where a question is as well.
   *
   * @param theirId null: it is not there yet
   * @param waiting what is not told there yet
   */
  public record Elsewhere(
      long question,
      String name,
      String kind,
      String address,
      @Nullable String theirId,
      @Nullable String theirStatus,
      @Nullable Instant failingSince,
      long waiting,
      long dead,
      boolean overruled) {}

  @Nullable Elsewhere elsewhere(QuestionId question) {
    return sql.sql(
            """
            select t.question_id as question, c.name, c.kind, c.address, t.their_id, t.their_status,
                   case when c.active then c.failing_since end as failing_since,
                   (select count(*) from helpdesk.letter l where l.ticket_id = t.id and l.dead_at is null) as waiting,
                   (select count(*) from helpdesk.letter l where l.ticket_id = t.id and l.dead_at is not null) as dead,
                   t.overruled_at is not null as overruled
              from helpdesk.linked_ticket t
              join helpdesk.connection c on c.id = t.connection_id
             where t.question_id = :question
            """)
        .param("question", question)
        .query(Elsewhere.class)
        .optional()
        .orElse(null);
  }
}
