package nl.steunpunt.network.candidacy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.time.Timed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who leads the network hears of a volunteer, once a day however often that one comes and goes. Who
 * came back within the day, and is still there when it is over, is told of then.
 */
@Component
class VolunteerNews implements Timed {
  private static final Logger LOG = LoggerFactory.getLogger(VolunteerNews.class);

  private static final Duration QUIET = Duration.ofDays(1);

  /** Each in a transaction of its own. */
  private static final int BATCH = 1;

  private record About(String name, String system) {}

  private record Quiet(PersonId personId, SystemId systemId, boolean owed) {}

  private final Mails mails;
  private final Messages messages;
  private final JdbcClient sql;

  VolunteerNews(Mails mails, Messages messages, JdbcClient sql) {
    this.mails = mails;
    this.messages = messages;
    this.sql = sql;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(PersonId volunteer, SystemId system, Instant now) {
    var isDue =
        sql.sql(
                """
                insert into network.volunteer_told as told (person_id, system_id, told_at)
                values (:person, :system, :now)
                on conflict (person_id, system_id) do update
                   set owed = told.told_at > :quietFrom,
                       told_at = case when told.told_at > :quietFrom then told.told_at else excluded.told_at end
                returning old.told_at is null or old.told_at <= :quietFrom
                """)
            .param("person", volunteer)
            .param("system", system)
            .param("now", now)
            .param("quietFrom", now.minus(QUIET))
            .query(Boolean.class)
            .single();
    if (isDue) {
      mail(volunteer, system);
    }
  }

  @Override
  public Optional<Instant> nextDue() {
    return Timed.first(sql, "select min(told_at) from network.volunteer_told")
        .map(at -> at.plus(QUIET));
  }

  @Override
  @Transactional
  public List<Fired> fireDue(Instant now) {
    var fired = new ArrayList<Fired>();
    for (var one : over(now)) {
      if (one.owed) {
        told(one, now);
        mail(one.personId, one.systemId);
      } else {
        forget(one);
      }
      fired.add(new Fired("volunteer_told", one.personId.value(), now));
    }
    return fired;
  }

  /** Owed: withdrawn and back again since the leads were told, and not a power user by now. */
  private List<Quiet> over(Instant now) {
    return sql.sql(
            """
            select t.person_id, t.system_id,
                   t.owed and exists (select from network.volunteer v
                             join people.pub_person p on p.id = v.person_id and p.active
                             join network.system s on s.id = v.system_id and s.active
                            where v.person_id = t.person_id and v.system_id = t.system_id) as owed
              from network.volunteer_told t where t.told_at <= :quietFrom
             order by t.told_at, t.person_id, t.system_id limit :most for update of t skip locked
            """)
        .param("quietFrom", now.minus(QUIET))
        .param("most", BATCH)
        .query(Quiet.class)
        .list();
  }

  private void told(Quiet one, Instant now) {
    sql.sql(
            """
            update network.volunteer_told set told_at = :now, owed = false
             where person_id = :person and system_id = :system
            """)
        .param("now", now)
        .param("person", one.personId)
        .param("system", one.systemId)
        .update();
  }

  private void forget(Quiet one) {
    sql.sql("delete from network.volunteer_told where person_id = :person and system_id = :system")
        .param("person", one.personId)
        .param("system", one.systemId)
        .update();
  }

  private void mail(PersonId volunteer, SystemId system) {
    var about =
        sql.sql(
                """
                select p.name, s.name as system from people.pub_person p, network.system s
                 where p.id = :person and s.id = :system
                """)
            .param("person", volunteer)
            .param("system", system)
            .query(About.class)
            .single();
    sql.sql(
            """
            select name, email, language from people.pub_person
             where active and 'network_lead' = any (roles) and id <> :volunteer order by id
            """)
        .param("volunteer", volunteer)
        .query(Reader.class)
        .list()
        .forEach(lead -> mail(lead, about, system));
  }

  private void mail(Reader lead, About about, SystemId system) {
    var language = lead.locale();
    var letter =
        Letter.of(
                messages.text(language, "candidacy.mail.subject", about.name, about.system),
                messages.text(language, "mandate.mail.hello", lead.name()),
                messages.text(language, "candidacy.mail.text", about.name, about.system))
            .withAction(
                messages.text(language, "candidacy.mail.do"),
                mails.link("/network/candidates?system=" + system));
    try {
      mails.queue(lead.email(), letter, language);
    } catch (IllegalArgumentException e) {
      // Neither the volunteer nor the other leads can help it, nor who volunteered after this one.
      LOG.warn("a network lead is not told of a volunteer: {}", e.getMessage());
    }
  }
}
