package nl.steunpunt.network.candidacy;

import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;
import nl.steunpunt.network.Candidacies;
import nl.steunpunt.network.ItSystem;
import nl.steunpunt.network.mandate.Terms;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody wants to become a power user: who leads the network hears of it, and answers. */
@Service
class Volunteering {
  private final Candidacies candidacies;
  private final VolunteerNews news;
  private final Mails mails;
  private final Messages messages;
  private final JdbcClient sql;
  private final Clock clock;

  Volunteering(
      Candidacies candidacies,
      VolunteerNews news,
      Mails mails,
      Messages messages,
      JdbcClient sql,
      Clock clock) {
    this.candidacies = candidacies;
    this.news = news;
    this.mails = mails;
    this.messages = messages;
    this.sql = sql;
    this.clock = clock;
  }

  /** Other words for the same wish are no news. */
  @Transactional
  public void volunteer(Me me, ItSystem system, String why) {
    var now = clock.instant();
    if (candidacies.volunteer(me.id(), system.id(), why, now)) {
      news.tell(me.id(), system.id(), now);
    }
  }

  /** Not now: with thanks, so that nobody waits for an answer that does not come. */
  @Transactional
  public void refuse(PersonId volunteer, ItSystem system, @Nullable String words) {
    Terms.requireFit("words", words);
    if (!candidacies.withdraw(volunteer, system.id())) {
      throw Refusal.conflict("candidacy.gone");
    }
    sql.sql("select name, email, language from people.pub_person where active and id = :id")
        .param("id", volunteer)
        .query(Reader.class)
        .optional()
        .ifPresent(reader -> thank(reader, system, words));
  }

  private void thank(Reader volunteer, ItSystem system, @Nullable String words) {
    var language = volunteer.locale();
    var paragraphs =
        Stream.of(
                messages.text(language, "mandate.mail.hello", volunteer.name()),
                messages.text(language, "candidacy.not_now.mail.text", system.name()),
                words)
            .filter(Objects::nonNull)
            .toArray(String[]::new);
    var subject = messages.text(language, "candidacy.not_now.mail.subject", system.name());
    mails.queue(volunteer.email(), Letter.of(subject, paragraphs), language);
  }
}
