package nl.steunpunt.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.mandate.Ending;
import nl.steunpunt.network.mandate.MandateEnding;
import nl.steunpunt.network.mandate.MandateImporting;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is power user of what, now. Granting changes whom the rules serve only with the next {@link
 * Constituencies#recompute()}: an import grants many and recomputes once.
 */
@Component
public class Mandates {

  private static final String COLUMNS =
      """
      select id, person_id, system_id, state, share_percent, started_at, ended_at
        from network.mandate
      """;

  private final JdbcClient sql;
  private final MandateImporting importing;
  private final MandateEnding ending;

  Mandates(JdbcClient sql, MandateImporting importing, MandateEnding ending) {
    this.sql = sql;
    this.importing = importing;
    this.ending = ending;
  }

  /**
   * Makes the person a provisional power user without asking anybody; one who is so already keeps
   * the mandate, with the rules and topics given here in place of the earlier ones. Another share
   * than was agreed makes it provisional again.
   */
  @Transactional
  public MandateId grant(Grant grant, Instant at) {
    return grant(grant, at, null);
  }

  /**
   * @param endsOn the last day of a new one; null: a year from then
   */
  @Transactional
  public MandateId grant(Grant grant, Instant at, @Nullable LocalDate endsOn) {
    var id = importing.bring(grant.person(), grant.system(), grant.sharePercent(), at, endsOn);
    replaceRules(id, grant.rules());
    replaceTopics(id, grant.knows());
    return id;
  }

  /**
   * The line manager agreed, outside the product.
   *
   * @return false when that stands already, or the mandate has ended
   */
  public boolean agree(MandateId id, PersonId by, Instant at) {
    return importing.agreed(id, by, at);
  }

  /**
   * The line manager was asked then; this and what follows mails nobody.
   *
   * @return false when somebody has been asked already
   */
  public boolean asked(MandateId id, PersonId by, Instant at) {
    return importing.asked(id, by, at);
  }

  /** The reminders that would have gone out since then stand at their own time. */
  public void catchUp(MandateId id) {
    importing.catchUp(id);
  }

  /** Who was asked proposed another share then. */
  public void otherShare(MandateId id, int share, String words, Instant at) {
    importing.otherShare(id, share, words, at);
  }

  /** Who was asked said no then. */
  public void declined(MandateId id, String words, Instant at) {
    importing.declined(id, words, at);
  }

  /** Another share is asked since then; what was agreed stands. */
  public void changeAsked(MandateId id, PersonId by, int share, String why, Instant at) {
    importing.changeAsked(id, by, share, why, at);
  }

  /** HR wrote it down then. */
  public void recorded(MandateId id, PersonId by, Instant at) {
    importing.recorded(id, by, at);
  }

  /** At the lead's wish. Whom it served is served by others when this returns. */
  public void end(MandateId id, PersonId by) {
    ending.end(by, Ending.LEADS_WISH, id);
  }

  public List<Mandate> of(PersonId person) {
    return sql.sql(
            COLUMNS
                + " where person_id = :person and state in ('provisional', 'active') order by id")
        .param("person", person)
        .query(Mandate.class)
        .list();
  }

  public Optional<Mandate> of(PersonId person, SystemId system) {
    return of(person).stream().filter(mandate -> mandate.systemId().equals(system)).findFirst();
  }

  public List<Mandate> current(SystemId system) {
    return sql.sql(
            COLUMNS
                + " where system_id = :system and state in ('provisional', 'active') order by id")
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

  /** Whom questions about these topics reach sooner. */
  public void replaceTopics(MandateId id, Collection<TopicId> topics) {
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
