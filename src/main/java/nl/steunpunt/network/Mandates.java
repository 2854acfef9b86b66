package nl.steunpunt.network;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.people.People;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is power user of what. Granting and ending change whom the rules serve only with the next
 * {@link Constituencies#recompute()}: an import grants many and recomputes once.
 */
@Component
public class Mandates {

  private static final String COLUMNS =
      """
      select id, person_id, system_id, state, share_percent, started_at, ended_at
        from network.mandate
      """;

  private record Stored(MandateId id, boolean granted) {}

  private final JdbcClient sql;
  private final People people;
  private final ApplicationEventPublisher facts;

  Mandates(JdbcClient sql, People people, ApplicationEventPublisher facts) {
    this.sql = sql;
    this.people = people;
    this.facts = facts;
  }

  /**
   * Makes the person a provisional power user; one who is so already keeps the mandate and its
   * state, with the share, rules and topics given here in place of the earlier ones.
   */
  @Transactional
  public MandateId grant(Grant grant, Instant at) {
    var stored =
        sql.sql(
                """
                insert into network.mandate (person_id, system_id, state, share_percent, started_at)
                values (:person, :system, 'provisional', :share, :at)
                on conflict (person_id, system_id) where state <> 'ended'
                do update set share_percent = excluded.share_percent
                returning id, old.id is null as granted
                """)
            .param("person", grant.person())
            .param("system", grant.system())
            .param("share", grant.sharePercent())
            .param("at", at)
            .query(Stored.class)
            .single();
    replaceRules(stored.id, grant.rules());
    replaceTopics(stored.id, grant.knows());
    if (stored.granted) {
      people.give(grant.person(), Role.POWER_USER);
      facts.publishEvent(new MandateGranted(stored.id, grant.person(), grant.system()));
    }
    return stored.id;
  }

  /** The line manager agreed. */
  public void agree(MandateId id) {
    sql.sql("update network.mandate set state = 'active' where id = :id and state = 'provisional'")
        .param("id", id)
        .update();
  }

  @Transactional
  public void end(MandateId id, Instant at) {
    sql.sql(
            """
            update network.mandate as m set state = 'ended', ended_at = :at
             where id = :id and state <> 'ended'
            returning id as mandate, person_id as person, system_id as system,
                      not exists (select from network.mandate other
                                   where other.person_id = m.person_id and other.id <> m.id
                                     and other.state <> 'ended') as last_of_person
            """)
        .param("id", id)
        .param("at", at)
        .query(MandateEnded.class)
        .optional()
        .ifPresent(ended -> {
          if (ended.lastOfPerson()) {
            people.take(ended.person(), Role.POWER_USER);
          }
          facts.publishEvent(ended);
        });
  }

  /** For who leaves the organisation. */
  @Transactional
  public void endAllOf(PersonId person, Instant at) {
    of(person).forEach(mandate -> end(mandate.id(), at));
  }

  public List<Mandate> of(PersonId person) {
    return sql.sql(COLUMNS + " where person_id = :person and state <> 'ended' order by id")
        .param("person", person)
        .query(Mandate.class)
        .list();
  }

  public Optional<Mandate> of(PersonId person, SystemId system) {
    return of(person).stream().filter(mandate -> mandate.systemId().equals(system)).findFirst();
  }

  public List<Mandate> current(SystemId system) {
    return sql.sql(COLUMNS + " where system_id = :system and state <> 'ended' order by id")
        .param("system", system)
        .query(Mandate.class)
        .list();
  }

  public List<ConstituencyRule> rules(MandateId id) {
    return sql.sql(
            "select kind, ref_id from network.constituency_rule where mandate_id = :id order by id")
        .param("id", id)
        .query(ConstituencyRule.class)
        .list();
  }

  public List<TopicId> knows(MandateId id) {
    return sql.sql("select topic_id from network.topic_knowledge where mandate_id = :id order by 1")
        .param("id", id)
        .query(TopicId.class)
        .list();
  }

  private void replaceRules(MandateId id, Collection<ConstituencyRule> rules) {
    sql.sql(
            """
            with wanted as (select * from unnest(:kinds::text[], :refs::bigint[]) as w (kind, ref_id)),
            gone as (
              delete from network.constituency_rule r
               where mandate_id = :id
                 and not exists (select from wanted w where w.kind = r.kind and w.ref_id = r.ref_id))
            insert into network.constituency_rule (mandate_id, kind, ref_id)
            select :id, kind, ref_id from wanted
            on conflict do nothing
            """)
        .param("id", id)
        .param(
            "kinds",
            rules.stream()
                .map(rule -> rule.kind().name().toLowerCase(java.util.Locale.ROOT))
                .toArray(String[]::new))
        .param("refs", rules.stream().map(ConstituencyRule::refId).toArray(Long[]::new))
        .update();
  }

  private void replaceTopics(MandateId id, Collection<TopicId> topics) {
    sql.sql(
            """
            with wanted as (select unnest(:topics::bigint[]) as topic_id),
            gone as (
              delete from network.topic_knowledge
               where mandate_id = :id and topic_id not in (select topic_id from wanted))
            insert into network.topic_knowledge (mandate_id, topic_id)
            select :id, topic_id from wanted
            on conflict do nothing
            """)
        .param("id", id)
        .param("topics", topics.stream().map(TopicId::value).toArray(Long[]::new))
        .update();
  }
}
