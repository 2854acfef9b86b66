package nl.steunpunt.network.hours;

import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.mandate.AgreementKeeping;
import nl.steunpunt.network.mandate.Agreements;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "More time or less work?": what the line manager chooses when it was asked. */
@Service
class TeamHoursDeciding {
  static final int LONGEST_WORDS = 500;

  private enum Answer {
    SHARE,
    TALK
  }

  private final TeamHoursScreens screens;
  private final Agreements agreements;
  private final AgreementKeeping keeping;
  private final HoursNews news;
  private final JdbcClient sql;

  TeamHoursDeciding(
      TeamHoursScreens screens,
      Agreements agreements,
      AgreementKeeping keeping,
      HoursNews news,
      JdbcClient sql) {
    this.screens = screens;
    this.agreements = agreements;
    this.keeping = keeping;
    this.news = news;
    this.sql = sql;
  }

  /** Another share, which the power user is asked to agree to. */
  @Transactional
  public void share(Me me, MandateId mandate, int share, @Nullable String words) {
    requireAsked(me, mandate);
    if (words != null && words.length() > LONGEST_WORDS) {
      throw Refusal.of("mandate.refused.too_long", LONGEST_WORDS);
    }
    var agreement = agreements.locked(mandate).orElseThrow(NotFound::new);
    agreement
        .manager()
        .reconsider(
            me.id(),
            managerOf(agreement.person()),
            share,
            words,
            keeping.moment(),
            keeping.rules());
    keeping.keep(agreement);
    answer(me, mandate, Answer.SHARE);
  }

  @Transactional
  public void talk(Me me, MandateId mandate) {
    requireAsked(me, mandate);
    answer(me, mandate, Answer.TALK);
    news.talk(me, mandate);
  }

  /** Who stands in for them today decides in their place, and is asked nothing later. */
  private PersonId managerOf(PersonId person) {
    return sql.sql("select manager_id from people.pub_person where id = :person")
        .param("person", person)
        .query(PersonId.class)
        .single();
  }

  private void requireAsked(Me me, MandateId mandate) {
    if (!screens.isAsked(me.id(), mandate, keeping.today())) {
      throw new NotFound();
    }
  }

  /** Of two who answer at once the second is told. */
  private void answer(Me me, MandateId mandate, Answer answer) {
    var first =
        sql.sql(
                """
                update network.over_question set answer = :answer, answered_by = :me, answered_at = :now
                 where mandate_id = :mandate and answer is null
                """)
            .param("answer", answer)
            .param("me", me.id())
            .param("now", keeping.moment())
            .param("mandate", mandate)
            .update();
    if (first == 0) {
      throw Refusal.conflict("team_hours.refused.answered");
    }
  }
}
