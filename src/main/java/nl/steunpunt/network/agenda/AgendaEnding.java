package nl.steunpunt.network.agenda;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.network.MandateEnded;
import nl.steunpunt.network.PresenceNews;
import nl.steunpunt.people.PeopleLeft;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.Timed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A time that is past goes at once; open pages are told when one begins, and when it ends. */
@Component
class AgendaEnding implements Timed {
  private final JdbcClient sql;
  private final Agendas agendas;
  private final PresenceNews news;

  AgendaEnding(JdbcClient sql, Agendas agendas, PresenceNews news) {
    this.sql = sql;
    this.agendas = agendas;
    this.news = news;
  }

  @Override
  public List<Fired> fireDue(Instant now) {
    var changed =
        sql.sql(
                """
                with past as (
                  delete from network.busy_time where until_at <= :now returning person_id
                ), begun as (
                  update network.busy_time set begun = true
                   where not begun and from_at <= :now and until_at > :now returning person_id
                ), removed as (
                  delete from network.agenda where removed_at <= :undo
                )
                select person_id from past union select person_id from begun
                """)
            .param("now", now)
            .param("undo", now.minus(Agendas.UNDO))
            .query(PersonId.class)
            .list();
    news.changed(changed);
    return List.of();
  }

  @ApplicationModuleListener
  void on(MandateEnded ended) {
    agendas.forget(List.of(ended.person()));
  }

  @ApplicationModuleListener
  void on(PeopleLeft left) {
    agendas.forget(left.people());
  }
}
