package nl.steunpunt.network.mandate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.time.OrganisationCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails whose turn it is, or who must know, in the transaction in which it happened. */
@Component
class MandateNews {
  private record Reader(PersonId id, String name, String email, String language) {}

  private record About(
      PersonId personId,
      String name,
      String system,
      int share,
      @Nullable BigDecimal contractHours,
      @Nullable String manager,
      @Nullable String waitsFor) {}

  private final JdbcClient sql;
  private final Mails mails;
  private final MandateLinks links;
  private final Messages messages;
  private final OrganisationCalendar calendar;

  MandateNews(
      JdbcClient sql,
      Mails mails,
      MandateLinks links,
      Messages messages,
      OrganisationCalendar calendar) {
    this.sql = sql;
    this.mails = mails;
    this.links = links;
    this.messages = messages;
    this.calendar = calendar;
  }

  void tell(MandateId id, Agreement agreement) {
    if (agreement.newSteps().isEmpty()) {
      return;
    }
    var about = about(id);
    agreement.newSteps().forEach(step -> tell(id, agreement, about, step));
  }

  private void tell(MandateId id, Agreement agreement, About about, Step step) {
    switch (step.kind()) {
      case PROPOSED -> candidate(id, about, "proposed");
      case OFFERED -> {
        if (agreement.stage() == Stage.PROPOSED) {
          candidate(id, about, "proposed");
        }
      }
      case ASKED ->
          deciders(
              id,
              agreement,
              about,
              agreement.stage() == Stage.RENEWAL_DUE ? "renewal" : "asked",
              step.at());
      case REMINDED -> {
        if (agreement.stage().waitsForManager()) {
          deciders(id, agreement, about, "reminder", step.at());
        } else {
          candidate(id, about, "reminder_candidate");
        }
      }
      case AGREED, RENEWED -> {
        candidate(id, about, "agreed");
        decided(about, step, "agreed_by_you");
      }
      case OTHER_SHARE -> {
        candidate(id, about, "other_share");
        decided(about, step, "other_share_by_you");
        leads(id, about, "lead_other_share");
      }
      case DECLINED -> {
        candidate(id, about, "declined");
        decided(about, step, "declined_by_you");
        leads(id, about, agreement.row(id).askedAgain() ? "lead_declined_twice" : "lead_declined");
      }
      case CANDIDATE_REFUSED -> leads(id, about, "lead_refused");
      case NOBODY_TO_ASK -> leads(id, about, "lead_nobody");
      case CALL_DUE -> leads(id, about, "lead_call");
      case GRACE_OVER -> {
        candidate(id, about, "grace_over");
        leads(id, about, "lead_grace_over");
      }
      case MANAGER_CHANGED, DEPARTMENT_CHANGED -> moved(id, agreement, about, step);
      case ENDED -> ended(id, agreement, about, step);
      default -> {}
    }
  }

  /**
   * What was agreed holds no more, and nobody here did that: the power user should not find out by
   * looking. Whom somebody of another department helps from now on is the lead's to decide.
   */
  private void moved(MandateId id, Agreement agreement, About about, Step step) {
    if (agreement.standing() != Standing.PROVISIONAL || agreement.row(id).agreedAt() == null) {
      return;
    }
    var isDepartment = step.kind() == StepKind.DEPARTMENT_CHANGED;
    if (isDepartment) {
      leads(id, about, "lead_moved");
    }
    if (!isDepartment
        || agreement.newSteps().stream().noneMatch(one -> one.kind() == StepKind.MANAGER_CHANGED)) {
      candidate(id, about, "moved");
    }
  }

  /**
   * The manager whose agreement it was has that time back. Who left cannot sign in any more: their
   * manager can give them the certificate, and the thanks.
   */
  private void ended(MandateId id, Agreement agreement, About about, Step step) {
    var row = agreement.row(id);
    if (row.startedAt() == null) {
      cameToNothing(id, agreement, about, step);
      return;
    }
    var left = row.endedWhy() == Ending.LEFT;
    candidate(id, about, "ended");
    leads(id, about, left ? "lead_left" : "lead_ended");
    var manager = row.askedId();
    if (manager != null && row.agreedAt() != null && !manager.equals(step.by())) {
      var what = left ? "manager_left" : "manager_ended";
      readers("p.id = :id", manager.value())
          .forEach(reader -> send(reader, about, what, "/mandate-requests/" + id));
    }
  }

  /** Nobody was a power user yet. Who said no knows, and the lead was told of that "no". */
  private void cameToNothing(MandateId id, Agreement agreement, About about, Step step) {
    if (!about.personId.equals(step.by())) {
      candidate(id, about, "withdrawn");
    }
    if (agreement.newSteps().stream().noneMatch(one -> one.kind() == StepKind.CANDIDATE_REFUSED)) {
      leads(id, about, "lead_withdrawn");
    }
  }

  private void candidate(MandateId id, About about, String what) {
    readers("p.id = :id", about.personId.value())
        .forEach(reader -> send(reader, about, what, "/mandate#mandate-" + id));
  }

  /** Each with a link of their own: whose it is stands in it. */
  private void deciders(MandateId id, Agreement agreement, About about, String what, Instant now) {
    var asked = agreement.asked();
    if (asked == null) {
      return;
    }
    readers(
            """
            p.id = :id or exists (select from network.deputy_manager d
              where d.manager_id = :id and d.deputy_id = p.id
                and :today between d.from_on and d.until_on)
            """,
            asked.value(),
            LocalDate.ofInstant(now, calendar.current().zone()))
        .stream()
        .filter(reader -> !reader.id.equals(about.personId))
        .forEach(reader ->
            send(
                reader,
                about,
                what,
                "/mandate-link/" + links.make(id, agreement.version(), reader.id, now)));
  }

  /** So that a decision made with somebody else's mail does not stay unseen. */
  private void decided(About about, Step step, String what) {
    if (step.by() != null) {
      readers("p.id = :id", step.by().value())
          .forEach(reader -> send(reader, about, what, "/mandate-requests"));
    }
  }

  private void leads(MandateId id, About about, String what) {
    readers("'network_lead' = any (p.roles) and :id > 0", id.value())
        .forEach(reader -> send(reader, about, what, "/network/mandates/" + id));
  }

  private void send(Reader to, About about, String what, String path) {
    var language = Locale.of(to.language);
    var letter =
        Letter.of(
                text(language, "mandate.mail.subject." + what, about),
                messages.text(language, "mandate.mail.hello", to.name),
                text(language, "mandate.mail.text." + what, about))
            .withAction(messages.text(language, "mandate.mail.do." + what), mails.link(path));
    mails.queue(
        to.email,
        path.startsWith("/mandate-link/")
            ? letter.withSmallPrint(messages.text(language, "mandate.mail.link", to.name))
            : letter,
        language);
  }

  private String text(Locale language, String key, About about) {
    var hours = WeeklyHours.of(about.contractHours, about.share);
    return messages.text(
        language,
        key,
        about.name,
        about.system,
        about.share,
        hours == null ? -1 : hours,
        about.manager == null ? "" : about.manager,
        about.waitsFor == null ? "" : about.waitsFor);
  }

  private About about(MandateId id) {
    return sql.sql(
            """
            select m.person_id, p.name, s.name as system, coalesce(m.asked_share, m.share_percent) as share,
                   p.contract_hours, boss.name as manager,
                   case when m.stage in ('proposed', 'other_share') then p.name else boss.name end as waits_for
              from network.mandate m
              join network.system s on s.id = m.system_id
              join people.pub_person p on p.id = m.person_id
              left join people.pub_person boss on boss.id = m.asked_id
             where m.id = :id
            """)
        .param("id", id)
        .query(About.class)
        .single();
  }

  private List<Reader> readers(String which, long id) {
    return readers(which, id, LocalDate.EPOCH);
  }

  private List<Reader> readers(String which, long id, LocalDate today) {
    return sql.sql(
            "select p.id, p.name, p.email, p.language from people.pub_person p where p.active and ("
                + which
                + ") order by p.id")
        .param("id", id)
        .param("today", today)
        .query(Reader.class)
        .list();
  }
}
