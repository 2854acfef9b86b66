package nl.steunpunt.issues.reach;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.live.LiveEvents;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.time.Timed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each morning: which topics rise beyond their usual week ({@link Rise}). What counts of a topic is
 * each question, signal, and “me too”. Desk and network lead are told once, when it begins.
 */
@Component
class TopicWatching implements Timed {
  private static final LocalTime MORNING = LocalTime.of(6, 30);

  /** Enough days for what the rule reads, closing days and weekends included. */
  private static final int DAYS = 230;

  private final JdbcClient sql;
  private final OrganisationCalendar calendar;
  private final TransactionTemplate transaction;
  private final LiveEvents live;
  private final Mails mails;
  private final Messages messages;

  TopicWatching(
      JdbcClient sql,
      OrganisationCalendar calendar,
      TransactionTemplate transaction,
      LiveEvents live,
      Mails mails,
      Messages messages) {
    this.sql = sql;
    this.calendar = calendar;
    this.transaction = transaction;
    this.live = live;
    this.mails = mails;
    this.messages = messages;
  }

  private record Counted(long topic, LocalDate day, int count) {}

  private record Reader(PersonId id, String email, String language) {}

  private record Topic(String nameNl, String nameEn, String system) {
    String name(Locale language) {
      return language.getLanguage().equals("nl") ? nameNl : nameEn;
    }
  }

  @Override
  public Optional<Instant> nextDue() {
    return sql.sql("select watched_on from issues.topic_watch")
        .query(LocalDate.class)
        .optional()
        .map(day -> day.plusDays(1).atTime(MORNING).atZone(OrganisationClock.ZONE).toInstant());
  }

  @Override
  public List<Fired> fireDue(Instant now) {
    var did = transaction.execute(status -> watch(now));
    return did == null ? List.of() : did;
  }

  private List<Fired> watch(Instant now) {
    var morning = now.atZone(OrganisationClock.ZONE);
    var today =
        morning.toLocalTime().isBefore(MORNING)
            ? morning.toLocalDate().minusDays(1)
            : morning.toLocalDate();
    var claimed =
        sql.sql(
                "select watched_on from issues.topic_watch where watched_on < :today for update skip locked")
            .param("today", today)
            .query(LocalDate.class)
            .optional();
    if (claimed.isEmpty()) {
      return List.of();
    }
    var days = workingDays(today);
    var fired = new ArrayList<Fired>();
    counts(days, today)
        .forEach((topic, ofDays) -> {
          if (judge(topic, ofDays, today)) {
            fired.add(new Fired("topic_rises", topic, now));
          }
        });
    sql.sql("update issues.topic_watch set watched_on = :today").param("today", today).update();
    return fired;
  }

  private List<LocalDate> workingDays(LocalDate today) {
    var current = calendar.current();
    return today.minusDays(DAYS).datesUntil(today).filter(current::isWorkingDay).toList();
  }

  /** Of each topic its working days in order; what comes on another day counts for the next one. */
  private Map<Long, List<Rise.Day>> counts(List<LocalDate> days, LocalDate today) {
    var counts = new HashMap<Long, TreeMap<LocalDate, Integer>>();
    var known = new java.util.TreeSet<>(days);
    for (var one : counted(today)) {
      var day = known.ceiling(one.day);
      if (day != null) {
        counts
            .computeIfAbsent(one.topic, none -> new TreeMap<>())
            .merge(day, one.count, Integer::sum);
      }
    }
    var turns = turns(days);
    var topics = new HashMap<Long, List<Rise.Day>>();
    counts.forEach((topic, ofDay) -> {
      var first = ofDay.firstKey();
      topics.put(
          topic,
          days.stream()
              .filter(day -> !day.isBefore(first))
              .map(day ->
                  new Rise.Day(
                      day.getDayOfWeek(),
                      Objects.requireNonNull(turns.get(day)),
                      ofDay.getOrDefault(day, 0)))
              .toList());
    });
    return topics;
  }

  /** By the calendar of the organisation: a month can end on a closing day. */
  private Map<LocalDate, Rise.Turn> turns(List<LocalDate> days) {
    var current = calendar.current();
    var turns = new HashMap<LocalDate, Rise.Turn>();
    for (var day : days) {
      var fromStart =
          (int) day.withDayOfMonth(1).datesUntil(day).filter(current::isWorkingDay).count();
      var end = day.withDayOfMonth(1).plusMonths(1);
      var toEnd = (int) day.plusDays(1).datesUntil(end).filter(current::isWorkingDay).count();
      turns.put(day, Rise.turn(fromStart, toEnd));
    }
    return turns;
  }

  private List<Counted> counted(LocalDate today) {
    return sql.sql(
            """
            select topic_id as topic, day, sum(n)::int as count from (
              select topic_id, (asked_at at time zone :zone)::date as day, count(*) as n
                from support.pub_question where asked_at >= :since and topic_id is not null group by 1, 2
              union all
              select topic_id, (sent_at at time zone :zone)::date, count(*)
                from support.pub_signal where sent_at >= :since and topic_id is not null group by 1, 2
              union all
              select i.topic_id, (m.at at time zone :zone)::date, count(*)
                from issues.me_too m join issues.issue i on i.id = m.issue_id
               where m.at >= :since and m.question_id is null and i.topic_id is not null and i.merged_into is null
               group by 1, 2) c
             where day < :today
             group by 1, 2
            """)
        .param("zone", OrganisationClock.ZONE.getId())
        .param("since", today.minusDays(DAYS).atStartOfDay(OrganisationClock.ZONE).toInstant())
        .param("today", today)
        .query(Counted.class)
        .list();
  }

  /**
   * @return whether it begins to rise
   */
  private boolean judge(long topic, List<Rise.Day> days, LocalDate today) {
    var judged = Rise.of(days);
    if (!judged.rises()) {
      sql.sql(
              "update issues.topic_rise set ended_on = :today where topic_id = :topic and ended_on is null")
          .param("today", today)
          .param("topic", topic)
          .update();
      return false;
    }
    var began =
        sql.sql(
                """
                insert into issues.topic_rise (topic_id, observed, expected, threshold, began_on)
                values (:topic, :observed, :expected, :threshold, :today)
                on conflict (topic_id) where ended_on is null do update
                   set observed = excluded.observed, expected = excluded.expected, threshold = excluded.threshold
                returning began_on
                """)
            .param("topic", topic)
            .param("observed", judged.observed())
            .param("expected", judged.expected())
            .param("threshold", judged.threshold())
            .param("today", today)
            .query(LocalDate.class)
            .single();
    if (!began.equals(today)) {
      return false;
    }
    tell(topic, judged);
    return true;
  }

  private void tell(long topic, Rise.Judgement judged) {
    var about =
        sql.sql(
                """
                select t.name_nl, t.name_en, s.name as system
                  from network.pub_topic t join network.pub_system s on s.id = t.system_id where t.id = :topic
                """)
            .param("topic", topic)
            .query(Topic.class)
            .single();
    var readers =
        sql.sql(
                """
                select id, email, language from people.pub_person
                 where active and roles && array['helpdesk', 'network_lead'] order by id
                """)
            .query(Reader.class)
            .list();
    live.tell(readers.stream().map(Reader::id).toList(), "topic", topic, "rises");
    readers.forEach(reader ->
        mails.queue(
            reader.email, letter(reader, about, topic, judged), Locale.of(reader.language)));
  }

  private Letter letter(Reader reader, Topic about, long topic, Rise.Judgement judged) {
    var language = Locale.of(reader.language);
    return Letter.of(
            messages.text(language, "mail.rise.subject", about.name(language), about.system),
            messages.text(
                language,
                "mail.rise.text",
                about.name(language),
                judged.observed(),
                Math.round(judged.expected())),
            messages.text(language, "mail.rise.rule"))
        .withAction(messages.text(language, "mail.rise.do"), mails.link("/issues?topic=" + topic))
        .withSmallPrint(messages.text(language, "mail.rise.small"));
  }
}
