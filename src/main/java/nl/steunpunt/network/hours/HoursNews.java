package nl.steunpunt.network.hours;

import java.time.LocalDate;
import java.util.Locale;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.Mails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Two mails: the question to the manager, and to the power user that the manager wants to talk. */
@Component
class HoursNews {
  private record Reader(String name, String email, String language, String about, String system) {}

  private final JdbcClient sql;
  private final Mails mails;
  private final Messages messages;

  HoursNews(JdbcClient sql, Mails mails, Messages messages) {
    this.sql = sql;
    this.mails = mails;
    this.messages = messages;
  }

  /** To who stands in for them today too: the question is on their page as well. */
  void over(MandateId mandate, LocalDate today) {
    sql.sql(
            """
            select boss.name, boss.email, boss.language, p.name as about, s.name as system
              from network.mandate m
              join network.system s on s.id = m.system_id
              join people.pub_person p on p.id = m.person_id
              cross join lateral (select p.manager_id as id
                                   union
                                  select d.deputy_id from network.deputy_manager d
                                   where d.manager_id = p.manager_id and :today between d.from_on and d.until_on) who
              join people.pub_person boss on boss.id = who.id and boss.active and boss.id <> p.id
             where m.id = :mandate order by boss.id
            """)
        .param("mandate", mandate)
        .param("today", today)
        .query(Reader.class)
        .list()
        .forEach(reader -> send(reader, "over", "/team-hours#mandate-" + mandate, reader.about));
  }

  void talk(Me manager, MandateId mandate) {
    sql.sql(
            """
            select p.name, p.email, p.language, p.name as about, s.name as system
              from network.mandate m
              join network.system s on s.id = m.system_id
              join people.pub_person p on p.id = m.person_id and p.active
             where m.id = :mandate
            """)
        .param("mandate", mandate)
        .query(Reader.class)
        .list()
        .forEach(reader -> send(reader, "talk", "/hours", manager.name()));
  }

  private void send(Reader to, String what, String path, String whom) {
    var language = Locale.of(to.language);
    mails.queue(
        to.email,
        Letter.of(
                messages.text(language, "hours.mail.subject." + what, whom, to.system),
                messages.text(language, "mandate.mail.hello", to.name),
                messages.text(language, "hours.mail.text." + what, whom, to.system))
            .withAction(messages.text(language, "hours.mail.do." + what), mails.link(path)),
        language);
  }
}
