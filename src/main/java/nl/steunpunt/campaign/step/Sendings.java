package nl.steunpunt.campaign.step;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.print.FieldedText;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was sent, and who still waits for it. */
@Repository
public class Sendings {
  private static final List<StepKind> LEAVABLE =
      Stream.of(StepKind.values()).filter(kind -> !kind.reach().isNeeded()).toList();

  private final JdbcClient sql;
  private final Clock clock;

  Sendings(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * @param by null: the name was erased
   * @param leftOut no longer here, or unsubscribed, since it was sent
   * @param forgotten its time is over: only how many is still known
   */
  public record Line(
      SendingId id,
      @Nullable String by,
      Instant at,
      int readers,
      int waiting,
      int mailed,
      int leftOut,
      boolean forgotten,
      @Nullable String departments,
      @Nullable String locations) {
    /** Empty: all. */
    public String to() {
      return Stream.of(departments, locations)
          .filter(Objects::nonNull)
          .collect(Collectors.joining("; "))
          .replace("/", " · ");
    }

    public int percent() {
      return readers == 0 ? 100 : 100 * (readers - waiting) / readers;
    }
  }

  /**
   * @param reader null: no longer here
   * @param left wants no such mail
   */
  record Waiting(
      StepId step, PersonId person, SendingId sending, boolean left, @Nullable Reader reader) {}

  SendingId add(Step step, PersonId by, Audience audience, Map<String, FieldedText> texts) {
    var id =
        sql.sql(
                """
                insert into campaign.sending (step_id, by_id, at, departments, locations, helped, live_on, readers)
                values (:step, :by, :now, :departments::bigint[], :locations::bigint[], :helped, :liveOn, 0) returning id
                """)
            .param("step", step.id())
            .param("by", by)
            .param("now", clock.instant())
            .param("departments", audience.departments().toArray(Long[]::new))
            .param("locations", audience.locations().toArray(Long[]::new))
            .param("helped", audience.helped())
            .param("liveOn", step.liveOn())
            .query(SendingId.class)
            .single();
    texts.forEach((language, text) ->
        sql.sql(
                """
                insert into campaign.sending_text (sending_id, language, title, body)
                values (:id, :language, :title, :body)
                """)
            .param("id", id)
            .param("language", language)
            .param("title", text.title())
            .param("body", text.body())
            .update());
    return id;
  }

  /**
   * Of earlier campaigns for this system, those that said the same: a campaign that was ended and
   * begun anew does not mail it again.
   */
  List<Long> same(Step step, Map<String, FieldedText> texts) {
    return sql.sql(
            """
            select g.id
              from campaign.sending g
              join campaign.step s on s.id = g.step_id and s.kind = :kind and s.id <> :step
              join campaign.campaign c on c.id = s.campaign_id and c.system_id = :system
              join campaign.sending_text t on t.sending_id = g.id
             where g.live_on = :liveOn and (t.language, t.title, t.body) in (:texts)
             group by g.id having count(*) = :languages
            """)
        .param("kind", step.kind().word())
        .param("step", step.id())
        .param("system", step.system())
        .param("liveOn", step.liveOn())
        .param(
            "texts",
            texts.entrySet().stream()
                .map(text ->
                    new Object[] {text.getKey(), text.getValue().title(), text.getValue().body()})
                .toList())
        .param("languages", texts.size())
        .query(Long.class)
        .list();
  }

  void counted(SendingId id, int readers) {
    sql.sql("update campaign.sending set readers = :readers where id = :id")
        .param("readers", readers)
        .param("id", id)
        .update();
  }

  List<Line> of(StepId step) {
    return sql.sql(
            """
            select g.id, p.name as by, g.at, g.readers,
                   count(r.person_id) filter (where r.state = 'waiting')::int as waiting,
                   count(r.person_id) filter (where r.state = 'mailed')::int as mailed,
                   count(r.person_id) filter (where r.state = 'left_out')::int as left_out,
                   g.forgotten_at is not null as forgotten,
                   (select string_agg(d.path, ', ' order by d.path) from people.pub_department d
                     where d.id = any(g.departments)) as departments,
                   (select string_agg(l.path, ', ' order by l.path) from people.pub_location l
                     where l.id = any(g.locations)) as locations
              from campaign.sending g
              left join people.pub_person p on p.id = g.by_id
              left join campaign.step_reader r on r.sending_id = g.id
             where g.step_id = :step
             group by g.id, p.name order by g.id desc
            """)
        .param("step", step)
        .query(Line.class)
        .list();
  }

  /** The step it is of. */
  StepId visible(SendingId id) {
    return sql.sql("select step_id from campaign.sending where id = :id")
        .param("id", id)
        .query(StepId.class)
        .optional()
        .orElseThrow(NotFound::new);
  }

  /**
   * Who waits goes back to not having it, and may get it another time.
   *
   * @return how many
   */
  int stop(SendingId id) {
    var stopped =
        sql.sql("delete from campaign.step_reader where sending_id = :id and state = 'waiting'")
            .param("id", id)
            .update();
    sql.sql("update campaign.sending set readers = readers - :stopped where id = :id")
        .param("stopped", stopped)
        .param("id", id)
        .update();
    return stopped;
  }

  /** The next few for this node alone until its transaction ends, with what their mail can say. */
  List<Waiting> claim(int most) {
    return sql.sql(
            """
            select r.step_id, r.person_id, r.sending_id, coalesce(p.active, false) as active,
                   u.person_id is not null as left,
            """
                + Reader.COLUMNS
                + """
                  from campaign.step_reader r
                  join campaign.step s on s.id = r.step_id
                  join campaign.campaign c on c.id = s.campaign_id
                  join network.pub_system y on y.id = c.system_id
                  left join people.pub_person p on p.id = r.person_id
                  left join campaign.unsubscribed u on u.person_id = r.person_id and s.kind in (:leavable)
                """
                + Reader.JOINS
                + """
                 where r.state = 'waiting' order by r.sending_id, r.person_id limit :most
                   for update of r skip locked
                """)
        .param("leavable", LEAVABLE)
        .param("most", most)
        .query((row, number) ->
            new Waiting(
                new StepId(row.getLong("step_id")),
                new PersonId(row.getLong("person_id")),
                new SendingId(row.getLong("sending_id")),
                row.getBoolean("left"),
                row.getBoolean("active") ? reader(row) : null))
        .list();
  }

  /** Somebody as the reader of a step: who sends a trial to themselves. */
  Optional<Reader> reader(StepId step, PersonId person) {
    return sql.sql(
            "select "
                + Reader.COLUMNS
                + """
                  from campaign.step s
                  join campaign.campaign c on c.id = s.campaign_id
                  join network.pub_system y on y.id = c.system_id
                  join people.pub_person p on p.id = :person
                """
                + Reader.JOINS
                + " where s.id = :step")
        .param("person", person)
        .param("step", step)
        .query((row, number) -> reader(row))
        .optional();
  }

  private static Reader reader(ResultSet row) throws SQLException {
    return new Reader(
        new PersonId(row.getLong("person")),
        row.getString("name"),
        row.getString("email"),
        row.getString("language"),
        StepKind.of(row.getString("kind")),
        new SystemId(row.getLong("system")),
        row.getString("system_name"),
        row.getObject("live_on", LocalDate.class),
        row.getString("power_user"),
        row.getString("place"),
        row.getString("power_users"),
        null);
  }

  Map<SendingId, Map<String, FieldedText>> texts(List<SendingId> sendings) {
    var texts = new HashMap<SendingId, Map<String, FieldedText>>();
    for (var row :
        sql.sql(
                """
                select sending_id as sending, language, title, body from campaign.sending_text
                 where sending_id in (:ids)
                """)
            .param("ids", sendings)
            .query(TextRow.class)
            .list()) {
      texts
          .computeIfAbsent(row.sending, id -> new HashMap<>())
          .put(row.language, new FieldedText(row.title, row.body));
    }
    return texts;
  }

  private record TextRow(SendingId sending, String language, String title, String body) {}

  void settle(List<Waiting> who, String state) {
    for (var byStep : who.stream().collect(Collectors.groupingBy(Waiting::step)).entrySet()) {
      sql.sql(
              """
              update campaign.step_reader set state = :state where step_id = :step and person_id in (:people)
              """)
          .param("state", state)
          .param("step", byStep.getKey())
          .param("people", byStep.getValue().stream().map(Waiting::person).toList())
          .update();
    }
  }
}
