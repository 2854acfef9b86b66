package nl.steunpunt.network.decision;

import java.time.LocalDate;
import java.util.Locale;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.i18n.Moments;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A manager names who decides meanwhile, who is told so: what waits already was mailed before. */
@Component
class DeputyNaming {
  private record Named(String name, String email, String language) {}

  private final DeputyManagers deputies;
  private final Mails mails;
  private final Messages messages;
  private final JdbcClient sql;

  DeputyNaming(DeputyManagers deputies, Mails mails, Messages messages, JdbcClient sql) {
    this.deputies = deputies;
    this.mails = mails;
    this.messages = messages;
    this.sql = sql;
  }

  /**
   * @throws Refusal when it is the manager, or no period of at most a year
   */
  @Transactional
  public void name(Me manager, PersonId deputy, LocalDate fromOn, LocalDate untilOn) {
    if (!deputies.set(manager.id(), deputy, fromOn, untilOn)) {
      return;
    }
    var named =
        sql.sql("select name, email, language from people.pub_person where id = :id")
            .param("id", deputy)
            .query(Named.class)
            .single();
    var language = Locale.of(named.language);
    var last = Moments.written("d MMMM yyyy", language).format(untilOn);
    var letter =
        Letter.of(
                messages.text(language, "decision.deputy.mail.subject", manager.name()),
                messages.text(language, "mandate.mail.hello", named.name),
                messages.text(language, "decision.deputy.mail.text", manager.name(), last))
            .withAction(
                messages.text(language, "decision.deputy.mail.do"),
                mails.link("/mandate-requests"));
    mails.queue(named.email, letter, language);
  }
}
