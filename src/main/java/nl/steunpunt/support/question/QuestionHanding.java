package nl.steunpunt.support.question;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.question.Handings.Before;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A whole inbox in other hands. Each question goes where routing finds that it belongs now, the
 * deputies first, with the step that says so. What nobody touched there can be taken back.
 */
@Service
public class QuestionHanding {
  public enum Which {
    /** What this power user has not taken up yet, and would move on by silence anyway. */
    UNTAKEN,
    ALL
  }

  /**
   * @param name who gets them; null: the helpdesk
   */
  public record Destination(@Nullable String name, int questions) {}

  public record Preview(List<Destination> untaken, List<Destination> all) {}

  /** More than this is no inbox to hand over in one transaction. */
  private static final int MOST = 200;

  private final Questions questions;
  private final Handings handings;
  private final QuestionMoving moving;
  private final QuestionNews news;
  private final JdbcClient sql;
  private final Clock clock;

  QuestionHanding(
      Questions questions,
      Handings handings,
      QuestionMoving moving,
      QuestionNews news,
      JdbcClient sql,
      Clock clock) {
    this.questions = questions;
    this.handings = handings;
    this.moving = moving;
    this.news = news;
    this.sql = sql;
    this.clock = clock;
  }

  public int count(PersonId holder, Which which) {
    return held(holder, which).size();
  }

  /**
   * Where they would go now; nothing moves. Each question is routed, as who asks and who had it
   * decide where it goes: some four statements each, of at most {@link #MOST}.
   */
  @Transactional(readOnly = true)
  public Preview preview(PersonId holder) {
    var now = clock.instant();
    var untaken = new ArrayList<@Nullable PersonId>();
    var all = new ArrayList<@Nullable PersonId>();
    for (var id : held(holder, Which.ALL)) {
      var question = questions.read(id);
      if (question.isPresent()) {
        var isUntaken = !question.get().isTaken();
        var to = place(id, question.get(), holder, now);
        all.add(to);
        if (isUntaken) {
          untaken.add(to);
        }
      }
    }
    return new Preview(destinations(untaken), destinations(all));
  }

  /** One that somebody works on at this very moment stays where it is. */
  @Transactional
  public List<Destination> hand(PersonId holder, Which which) {
    var now = clock.instant();
    var to = new ArrayList<@Nullable PersonId>();
    for (var id : held(holder, which)) {
      questions
          .locked(id)
          .filter(question -> holder.equals(question.powerUser()))
          .filter(question -> question.status() == Status.WITH_POWER_USER)
          .ifPresent(question -> {
            var before = Before.of(question);
            to.add(place(id, question, holder, now));
            questions.save(question);
            questions.admitHolder(question, now);
            handings.note(id, holder, before, now);
            news.tell(question, holder, "handed_on");
          });
    }
    return destinations(to);
  }

  /**
   * What was handed on at that moment comes back as it was, but for what others answered, took up
   * or moved since.
   *
   * @return how many came back
   */
  @Transactional
  public int takeBack(PersonId holder, Instant handedAt) {
    var now = clock.instant();
    var back = 0;
    for (var id : handings.handedOn(holder, handedAt)) {
      var question = questions.locked(id);
      var before = question.flatMap(found -> handings.untouched(id, holder));
      if (question.isPresent() && before.isPresent()) {
        takeBack(question.get(), holder, before.get(), now);
        back++;
      }
    }
    handings.forget(holder, handedAt);
    return back;
  }

  private void takeBack(Question question, PersonId holder, Before before, Instant now) {
    question.takeBack(holder, before, now);
    if (question.waitingSince() != null) {
      var until = question.snoozedUntil();
      question.plan(moving.afterSilence(question, until == null ? now : until));
    }
    questions.save(question);
    news.tell(question, holder, StepKind.TAKEN_BACK.word());
  }

  private @Nullable PersonId place(QuestionId id, Question question, PersonId holder, Instant now) {
    question.handOn(holder, now);
    moving.route(question, moving.triedWith(questions.offeredBefore(id), holder, now), now);
    return question.status() == Status.WITH_POWER_USER ? question.powerUser() : null;
  }

  private List<QuestionId> held(PersonId holder, Which which) {
    return sql.sql(
            """
            select id from support.question
             where status = 'with_power_user' and power_user_id = :holder and (:all or taken_at is null)
             order by id limit :most
            """)
        .param("holder", holder)
        .param("all", which == Which.ALL)
        .param("most", MOST)
        .query(QuestionId.class)
        .list();
  }

  /** Who gets most first. */
  private List<Destination> destinations(List<@Nullable PersonId> to) {
    var counted = new LinkedHashMap<Optional<PersonId>, Integer>();
    to.forEach(person -> counted.merge(Optional.ofNullable(person), 1, Integer::sum));
    var names = names(counted.keySet().stream().flatMap(Optional::stream).toList());
    return counted.entrySet().stream()
        .sorted(Map.Entry.<Optional<PersonId>, Integer>comparingByValue().reversed())
        .map(
            entry -> new Destination(entry.getKey().map(names::get).orElse(null), entry.getValue()))
        .toList();
  }

  private record Named(PersonId id, String name) {}

  private Map<PersonId, String> names(List<PersonId> people) {
    var names = new LinkedHashMap<PersonId, String>();
    sql.sql("select id, name from people.pub_person where id = any (:people::bigint[])")
        .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
        .query(Named.class)
        .list()
        .forEach(one -> names.put(one.id, one.name));
    return names;
  }
}
