package nl.steunpunt.support.colleague;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.question.Questions;
import nl.steunpunt.support.routing.Need;
import nl.steunpunt.support.routing.Ranked;
import nl.steunpunt.support.routing.Reason;
import nl.steunpunt.support.routing.Routing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The colleague power users of a question's system, in routing's order. */
@Repository
public class ColleagueScreens {
  /**
   * @param reasons why routing would ask this one, as far as that tells a colleague something
   * @param sitsIn reads along already, or did have the question
   */
  public record Colleague(
      long id,
      String name,
      String department,
      @Nullable String place,
      List<String> reasons,
      boolean there,
      boolean full,
      boolean tried,
      boolean sitsIn,
      @Nullable Instant absentUntil) {}

  /**
   * @param asker first name
   * @param more whether there are more than are shown
   */
  public record Choice(
      long question, String asker, String q, List<Colleague> colleagues, boolean more) {}

  private record Asked(
      long askerId,
      String asker,
      long filedById,
      long systemId,
      @Nullable Long topicId,
      List<Long> offered,
      List<Long> seated) {}

  private record Person(
      long id,
      String name,
      String department,
      @Nullable String place,
      @Nullable Instant absentUntil) {}

  /** What is about the asker's own power user tells a colleague nothing. */
  private static final Set<Reason.Kind> TOLD =
      Set.of(
          Reason.Kind.PRIMARY,
          Reason.Kind.DEPUTY,
          Reason.Kind.SAME_DEPARTMENT,
          Reason.Kind.SAME_FLOOR,
          Reason.Kind.SAME_BUILDING,
          Reason.Kind.SAME_SITE,
          Reason.Kind.KNOWS_TOPIC,
          Reason.Kind.LIGHT_LOAD);

  private static final int SHOWN = 20;

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Routing routing;
  private final Clock clock;

  ColleagueScreens(JdbcClient sql, ScreenSql screens, Routing routing, Clock clock) {
    this.sql = sql;
    this.screens = screens;
    this.routing = routing;
    this.clock = clock;
  }

  /**
   * @param q a part of a name, department or place; empty: the best of all
   */
  Choice of(Me me, QuestionId question, String q) {
    var asked = asked(me, question);
    var now = clock.instant();
    var ranked =
        routing.ranked(need(asked), now).stream()
            .filter(one -> !one.person().equals(me.id()))
            .limit(q.isBlank() ? SHOWN + 1L : Long.MAX_VALUE)
            .toList();
    var people = people(ranked, now);
    var found =
        ranked.stream()
            .map(one ->
                colleague(one, Objects.requireNonNull(people.get(one.person().value())), asked))
            .filter(one -> matches(one, q))
            .limit(SHOWN + 1L)
            .toList();
    return new Choice(
        question.value(),
        asked.asker.split(" ")[0],
        q,
        found.stream().limit(SHOWN).toList(),
        found.size() > SHOWN);
  }

  private static boolean matches(Colleague colleague, String q) {
    var place = colleague.place == null ? "" : colleague.place;
    var text =
        String.join(" ", colleague.name, colleague.department, place).toLowerCase(Locale.ROOT);
    return List.of(q.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
        .allMatch(text::contains);
  }

  private static Colleague colleague(Ranked one, Person person, Asked asked) {
    return new Colleague(
        person.id,
        person.name,
        person.department,
        person.place,
        one.reasons().stream()
            .filter(reason -> TOLD.contains(reason.kind()))
            .map(reason -> reason.kind().name().toLowerCase(Locale.ROOT))
            .toList(),
        one.present(),
        one.full(),
        one.tried(),
        asked.seated.contains(person.id),
        person.absentUntil);
  }

  private static Need need(Asked asked) {
    var tried = new HashSet<PersonId>();
    asked.offered.forEach(id -> tried.add(new PersonId(id)));
    return new Need(
        new PersonId(asked.askerId),
        new PersonId(asked.filedById),
        new SystemId(asked.systemId),
        asked.topicId == null ? null : new TopicId(asked.topicId),
        false,
        null,
        tried);
  }

  private Asked asked(Me me, QuestionId question) {
    var statement =
        sql.sql(
                """
                select to_json(it) from (
                  select q.asker_id, a.name as asker, q.filed_by_id, q.system_id, q.topic_id,
                         coalesce((select json_agg(distinct s.person_id) from support.step s
                           where s.question_id = q.id and s.kind = 'offered' and s.person_id is not null), '[]') as offered,
                         (select json_agg(p.person_id) from support.participant p where p.question_id = q.id) as seated
                    from support.question q join people.pub_person a on a.id = q.asker_id
                   where q.id = :question and
                """
                    + Questions.VISIBLE
                    + ") it")
            .param("question", question)
            .param("me", me.id())
            .param("desk", me.is(Role.HELPDESK));
    return screens.one(statement, Asked.class).orElseThrow(NotFound::new);
  }

  private Map<Long, Person> people(List<Ranked> ranked, Instant now) {
    return sql
        .sql(
            """
            select p.id, p.name, p.department, p.location_path as place,
                   (select max(a.until_at) from network.pub_absence a
                     where a.person_id = p.id and a.from_at <= :now and a.until_at > :now) as absent_until
              from people.pub_person p
             where p.id = any (:people::bigint[])
            """)
        .param("people", ranked.stream().map(one -> one.person().value()).toArray(Long[]::new))
        .param("now", now)
        .query(Person.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Person::id, Function.identity()));
  }
}
