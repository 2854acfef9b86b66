package nl.steunpunt.network.appraisal;

import java.util.Locale;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.appraisal.Appraisals.Own;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The writer decides when others read it; from then on that version cannot be changed. */
@Service
public class AppraisalReleasing {
  private final Appraisals appraisals;
  private final Mails mails;
  private final Messages messages;
  private final JdbcClient sql;

  AppraisalReleasing(Appraisals appraisals, Mails mails, Messages messages, JdbcClient sql) {
    this.appraisals = appraisals;
    this.mails = mails;
    this.messages = messages;
    this.sql = sql;
  }

  private record Reader(String name, String email, String language) {}

  @Transactional
  public void write(Me me, MandateId id, AppraisalForm form) {
    appraisals.keep(appraisals.ofMine(me.id(), id).mandate(), form);
  }

  /**
   * @throws Refusal when nothing was written, or another tab released already
   */
  @Transactional
  public void release(Me me, MandateId id, AppraisalForm form) {
    var own = appraisals.ofMine(me.id(), id);
    if (form.isEmpty()) {
      throw Refusal.of("appraisal.refused.empty");
    }
    appraisals.keep(id, form);
    if (form.knownVersion() < 0 || !appraisals.release(own, form)) {
      throw Refusal.conflict("appraisal.refused.released");
    }
    tellTheManager(me, own);
  }

  /** HR finds it in the register. */
  private void tellTheManager(Me me, Own own) {
    sql.sql(
            """
            select boss.name, boss.email, boss.language from people.pub_person p
              join people.pub_person boss on boss.id = p.manager_id
             where p.id = :me and boss.active
            """)
        .param("me", me.id())
        .query(Reader.class)
        .optional()
        .ifPresent(reader -> {
          var language = Locale.of(reader.language);
          var letter =
              Letter.of(
                      messages.text(language, "appraisal.mail.subject", me.name()),
                      messages.text(language, "mandate.mail.hello", reader.name),
                      messages.text(language, "appraisal.mail.text", me.name(), own.systemName()))
                  .withAction(
                      messages.text(language, "appraisal.mail.do"),
                      mails.link("/appraisals/" + own.mandate() + "/paper"));
          mails.queue(reader.email, letter, language);
        });
  }
}
