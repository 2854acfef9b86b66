package nl.steunpunt.notify.morning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.steunpunt.notify.MorningNews;
import nl.steunpunt.notify.MorningNews.Part;
import nl.steunpunt.notify.MorningNews.Reader;
import nl.steunpunt.notify.Occasion;
import nl.steunpunt.notify.morning.Mornings.Due;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.i18n.Moments;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.time.Timed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** On each working day, at the time that each chose: one mail, or none when there is nothing. */
@Component
class MorningSending implements Timed {
  /** Further ahead no organisation is closed. */
  private static final int MOST_DAYS = 60;

  private final Mornings mornings;
  private final List<MorningNews> parts;
  private final OrganisationCalendar calendar;
  private final Mails mails;
  private final Messages messages;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MorningSending(
      Mornings mornings,
      List<MorningNews> parts,
      OrganisationCalendar calendar,
      Mails mails,
      Messages messages,
      TransactionTemplate transaction,
      Clock clock) {
    this.mornings = mornings;
    this.parts = parts.stream().sorted(Comparator.comparing(MorningNews::occasion)).toList();
    this.calendar = calendar;
    this.mails = mails;
    this.messages = messages;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public Optional<Instant> nextDue() {
    var working = calendar.current();
    var now = clock.instant().atZone(working.zone());
    var today = now.toLocalDate();
    if (working.isWorkingDay(today)) {
      var first = mornings.first(today, now.toLocalTime());
      if (first.isPresent()) {
        return first.map(time -> time.atDate(today).atZone(working.zone()).toInstant());
      }
    }
    return today
        .plusDays(1)
        .datesUntil(today.plusDays(MOST_DAYS))
        .filter(working::isWorkingDay)
        .findFirst()
        .flatMap(day -> first(day).map(time -> time.atZone(working.zone()).toInstant()));
  }

  private Optional<LocalDateTime> first(LocalDate day) {
    return mornings.first(day, null).map(day::atTime);
  }

  /** The day is marked and the mail is queued in one transaction: neither without the other. */
  @Override
  public List<Fired> fireDue(Instant now) {
    var local = now.atZone(OrganisationClock.ZONE);
    var day = local.toLocalDate();
    var time = local.toLocalTime();
    // The calendar last: most seconds are nobody's time.
    if (!Mornings.isMorning(time)
        || mornings.first(day, time).filter(first -> !first.isAfter(time)).isEmpty()
        || !calendar.current().isWorkingDay(day)) {
      return List.of();
    }
    return Objects.requireNonNull(
        transaction.execute(status -> {
          var due = mornings.claim(day, time, now);
          var news = news(due, now);
          var fired = new ArrayList<Fired>();
          for (var one : due) {
            var letter = letter(one, news);
            letter.ifPresent(it -> mails.queue(one.email(), it, Locale.of(one.language())));
            fired.add(
                new Fired(letter.isPresent() ? "morning" : "nothing", one.personId().value(), now));
          }
          return fired;
        }));
  }

  private Map<Occasion, Map<PersonId, Part>> news(List<Due> due, Instant now) {
    var news = new HashMap<Occasion, Map<PersonId, Part>>();
    for (var part : parts) {
      var readers =
          due.stream()
              .filter(one -> one.chosen().contains(part.occasion()))
              .map(one -> new Reader(one.personId(), Locale.of(one.language())))
              .toList();
      news.put(part.occasion(), readers.isEmpty() ? Map.of() : part.write(readers, now));
    }
    return news;
  }

  private Optional<Letter> letter(Due to, Map<Occasion, Map<PersonId, Part>> news) {
    var language = Locale.of(to.language());
    var sections = new ArrayList<Letter.Section>();
    var subject = "";
    var path = "/";
    for (var each : parts) {
      var part = news.getOrDefault(each.occasion(), Map.of()).get(to.personId());
      if (part != null && !part.lines().isEmpty()) {
        var heading = messages.text(language, "mail.morning." + each.occasion().word(), part.all());
        sections.add(section(heading, part, language));
        if (subject.isEmpty()) {
          subject = heading;
          path = part.path();
        }
      }
    }
    if (sections.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Letter.of(subject)
            .withSections(sections)
            .withAction(messages.text(language, "mail.morning.open"), mails.link(path))
            .withSmallPrint(
                messages.text(
                    language,
                    "mail.morning.small",
                    Moments.clock(to.atTime(), language),
                    mails.link("/account/notices"))));
  }

  private Letter.Section section(String heading, Part part, Locale language) {
    var lines =
        new ArrayList<>(
            part.lines().stream()
                .map(line -> new Letter.Line(line.text(), line.detail(), mails.link(line.path())))
                .toList());
    var more = part.all() - lines.size();
    if (more > 0) {
      lines.add(
          new Letter.Line(
              messages.text(language, "mail.morning.more", more), "", mails.link(part.path())));
    }
    return new Letter.Section(heading, lines);
  }
}
