package nl.steunpunt.campaign.awareness;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.OrganisationClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks each person once a quarter, and counts what is answered. The two have nothing in common: who
 * is asked is noted when they are asked, never when they answer, and the answer arrives with a link
 * that names nobody (docs/adr/0241).
 */
@Service
public class AwarenessAsking {
  /**
   * About a campaign that goes on; only who has a power user for that system, and is none of it.
   */
  private static final String ASK =
      """
      with chosen as (
        select c.system_id, y.name, coalesce(p.department_id, 0) as department_id
          from campaign.campaign c
          join network.pub_system y on y.id = c.system_id and y.active
          join people.pub_person p on p.id = :person and p.active
         where c.ended_at is null and (:system::bigint is null or c.system_id = :system)
           and exists (select from network.pub_constituency k
                        where k.person_id = :person and k.system_id = c.system_id and k.rank = 0)
           and not exists (select from network.pub_power_user u where u.person_id = :person and u.system_id = c.system_id)
         order by md5(c.system_id || '/' || :person::bigint || '/' || :quarter::date) limit 1
      ), asked as (
        insert into campaign.awareness_asked (person_id, quarter)
        select :person, :quarter from chosen on conflict do nothing returning person_id
      ), begun as (
        insert into campaign.awareness_closing (week) select :week from asked on conflict do nothing
      )
      select chosen.system_id as system, chosen.name, chosen.department_id as department from chosen cross join asked
      """;

  private final JdbcClient sql;
  private final QuestionLinks links;
  private final Clock clock;

  AwarenessAsking(JdbcClient sql, QuestionLinks links, Clock clock) {
    this.sql = sql;
    this.links = links;
    this.clock = clock;
  }

  /**
   * @param link to answer with
   */
  public record Asked(String system, String link) {}

  private record Chosen(SystemId system, String name, long department) {}

  /**
   * Empty when there is nothing to ask, or this person was asked this quarter.
   *
   * @param system about this one; null: one of those with a campaign
   */
  @Transactional
  public Optional<Asked> ask(PersonId person, @Nullable SystemId system) {
    var today = today();
    var quarter = Question.quarter(today);
    return sql.sql(ASK)
        .param("person", person)
        .param("system", system)
        .param("quarter", quarter)
        .param("week", today.with(DayOfWeek.MONDAY))
        .query(Chosen.class)
        .optional()
        .map(chosen ->
            new Asked(
                chosen.name,
                links.make(
                    new Question(chosen.system, chosen.department, quarter, UUID.randomUUID()))));
  }

  /** Leads to a page that says what colleagues see there: for who tries a mail out. */
  public String trial(SystemId system) {
    return links.make(new Question(system, Groups.TOP, Question.TRIAL, UUID.randomUUID()));
  }

  /** False when the link was used before, or its quarter is over. */
  @Transactional
  public boolean answer(Question question, Word word) {
    var today = today();
    if (!question.quarter().equals(Question.quarter(today)) || !spend(question)) {
      return false;
    }
    sql.sql("insert into campaign.awareness_closing (week) values (:week) on conflict do nothing")
        .param("week", today.with(DayOfWeek.MONDAY))
        .update();
    count(question, word);
    return true;
  }

  /**
   * All counters are written anew, in order: the version of a row would say which word was said
   * last, and who was asked just before that is known.
   */
  private void count(Question question, Word word) {
    // Else two at once would each write anew what the other has not yet.
    sql.sql("lock table campaign.awareness_open in share row exclusive mode").update();
    sql.sql(
            """
            with counted as (
              delete from campaign.awareness_open returning system_id, department_id, word, answers
            )
            insert into campaign.awareness_open (system_id, department_id, word, answers)
            select system_id, department_id, word, sum(answers)::int
              from (select system_id, department_id, word, answers from counted
                    union all select :system::bigint, :department::bigint, :word::text, 1) told
             group by 1, 2, 3 order by 1, 2, 3
            """)
        .param("system", question.system())
        .param("department", question.department())
        .param("word", word)
        .update();
  }

  private boolean spend(Question question) {
    return sql.sql(
                """
                insert into campaign.awareness_spent (nonce, quarter) values (:nonce, :quarter) on conflict do nothing
                """)
            .param("nonce", question.nonce())
            .param("quarter", question.quarter())
            .update()
        > 0;
  }

  boolean isOpen(Question question) {
    return question.quarter().equals(Question.quarter(today()))
        && sql.sql("select not exists (select from campaign.awareness_spent where nonce = :nonce)")
            .param("nonce", question.nonce())
            .query(Boolean.class)
            .single();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), OrganisationClock.ZONE);
  }
}
