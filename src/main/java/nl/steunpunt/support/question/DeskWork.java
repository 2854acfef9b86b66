package nl.steunpunt.support.question;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.Systems;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.network.Topics;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.support.Desk;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.conversation.Conversations;
import nl.steunpunt.support.conversation.MessageKind;
import nl.steunpunt.support.routing.Need;
import nl.steunpunt.support.routing.Routing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the helpdesk does with a question that is there. */
@Service
public class DeskWork implements Desk {
  private final Questions questions;
  private final QuestionMoving moving;
  private final Conversations conversations;
  private final QuestionNews news;
  private final QuestionAsking asking;
  private final MessageWriting writing;
  private final Routing routing;
  private final Systems systems;
  private final Topics topics;
  private final JdbcClient sql;
  private final Clock clock;

  DeskWork(
      Questions questions,
      QuestionMoving moving,
      Conversations conversations,
      QuestionNews news,
      QuestionAsking asking,
      MessageWriting writing,
      Routing routing,
      Systems systems,
      Topics topics,
      JdbcClient sql,
      Clock clock) {
    this.questions = questions;
    this.moving = moving;
    this.conversations = conversations;
    this.news = news;
    this.asking = asking;
    this.writing = writing;
    this.routing = routing;
    this.systems = systems;
    this.topics = topics;
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void requireAtDesk(Me me, QuestionId id) {
    visibleToDesk(me, id).requireAtHelpdesk();
  }

  @Override
  @Transactional
  public Set<QuestionId> holdAtDesk(Me me, Collection<QuestionId> ids) {
    if (!me.is(Role.HELPDESK)) {
      return Set.of();
    }
    return new LinkedHashSet<>(
        sql.sql(
                """
                select id from support.question
                 where id = any (:ids::bigint[]) and status = 'with_helpdesk' order by id for update
                """)
            .param("ids", ids.stream().map(QuestionId::value).toArray(Long[]::new))
            .query(QuestionId.class)
            .list());
  }

  @Override
  @Transactional
  public QuestionId splitOff(Me me, QuestionId from, String text, @Nullable UUID sending) {
    return asking.splitOff(me, visibleToDesk(me, from), text, sending);
  }

  @Override
  @Transactional
  public boolean dropSplit(Me me, QuestionId id) {
    var question = visibleToDesk(me, id);
    if (question.status() != Status.WITH_HELPDESK || isTalkedAbout(id)) {
      return false;
    }
    var now = clock.instant();
    question.dropSplit(me.id(), now);
    save(question, me, now, "withdrawn");
    return true;
  }

  private boolean isTalkedAbout(QuestionId id) {
    return sql.sql("select exists (select from support.message where question_id = :id)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  @Override
  @Transactional
  public boolean openAgain(Me me, QuestionId id, BooleanSupplier asItWas) {
    var question = visibleToDesk(me, id);
    if (!question.isSolvedByDesk() || !asItWas.getAsBoolean()) {
      return false;
    }
    var now = clock.instant();
    question.openAgainAtDesk(me.id(), now);
    save(question, me, now, StepKind.OPENED_AGAIN.word());
    return true;
  }

  @Override
  @Transactional
  public void noteTaken(Me me, QuestionId id) {
    var question = visibleToDesk(me, id);
    var now = clock.instant();
    question.takeAtDesk(me.id(), now);
    save(question, me, now, "taken");
  }

  @Override
  @Transactional
  public void noteReleased(Me me, QuestionId id) {
    var question = visibleToDesk(me, id);
    var now = clock.instant();
    question.releaseAtDesk(me.id(), now);
    save(question, me, now, "released");
  }

  /** Back to a power user, with advice that all at the question can read. */
  @Override
  @Transactional
  public void giveBack(Me me, QuestionId id, UUID clientId, String advice, @Nullable PersonId to) {
    var question = visibleToDesk(me, id);
    var now = clock.instant();
    moving.giveBack(question, me.id(), to, now);
    conversations.add(id, me.id(), clientId, MessageKind.ADVICE, advice);
    save(question, me, now, "returned");
  }

  @Override
  public Optional<Helper> wouldGetBack(Me me, QuestionId id) {
    questions.requireVisible(me, id);
    var question = questions.read(id).orElseThrow(NotFound::new);
    return moving.backTo(question, clock.instant()).map(to -> helper(question.asker(), to));
  }

  @Override
  @Transactional
  public void say(Me me, QuestionId id, UUID clientId, String text) {
    visibleToDesk(me, id).requireAtHelpdesk();
    writing.write(me, id, clientId, text);
  }

  /** The desk is done with it: what was wrong and what was done, in words for the asker. */
  @Override
  @Transactional
  public void close(Me me, QuestionId id, UUID clientId, String reason) {
    var question = visibleToDesk(me, id);
    var now = clock.instant();
    question.closeAtDesk(me.id(), moving.closing(now), now);
    conversations.add(id, me.id(), clientId, MessageKind.ANSWER, reason);
    save(question, me, now, "answered");
  }

  @Override
  @Transactional
  public Filed file(Me me, Call call) {
    var trouble = call.trouble();
    var ask =
        new Ask(
            SystemId.of(trouble.system()),
            topic(trouble),
            call.text(),
            trouble.caller(),
            trouble.stuck(),
            null,
            call.sending());
    var earlier = asking.asked(me, ask);
    if (earlier.isPresent()) {
      return filed(me, trouble, earlier.get());
    }
    if (call.way() == Way.POWER_USER) {
      return filed(me, trouble, asking.askForCaller(me, ask));
    }
    var id = asking.askAtDesk(me, ask);
    if (call.way() == Way.SOLVED) {
      close(me, id, UUID.randomUUID(), call.solution());
    }
    return new Filed(id, null);
  }

  private Filed filed(Me me, Trouble trouble, QuestionId id) {
    var question = questions.visibleTo(me, id);
    var holder = question.status() == Status.WITH_POWER_USER ? question.powerUser() : null;
    return new Filed(id, holder == null ? null : helper(trouble.caller(), holder));
  }

  @Override
  public Optional<Helper> helperFor(Me me, Trouble trouble) {
    var need =
        new Need(
            trouble.caller(),
            me.id(),
            SystemId.of(trouble.system()),
            topic(trouble),
            trouble.stuck(),
            null,
            Set.of());
    return Optional.ofNullable(routing.route(need, clock.instant()).stop().powerUser())
        .map(powerUser -> helper(trouble.caller(), powerUser));
  }

  private static @Nullable TopicId topic(Trouble trouble) {
    return trouble.topic() == null ? null : TopicId.of(trouble.topic());
  }

  private Helper helper(PersonId asker, PersonId powerUser) {
    return sql.sql(
            """
            select p.id, p.name, p.location_path as place,
                   coalesce(p.location_id = c.location_id
                     or substring(p.location_path from '^[^/]+/[^/]+/[^/]+') = substring(c.location_path from '^[^/]+/[^/]+/[^/]+'),
                     false) as same_floor
              from people.pub_person p, people.pub_person c
             where p.id = :powerUser and c.id = :asker
            """)
        .param("powerUser", powerUser)
        .param("asker", asker)
        .query(Helper.class)
        .single();
  }

  @Override
  public List<SystemChoice> systems() {
    return systems.active().stream()
        .map(system ->
            new SystemChoice(
                system.id().value(),
                system.name(),
                topics.active(system.id()).stream()
                    .map(topic ->
                        new TopicChoice(topic.id().value(), topic.nameNl(), topic.nameEn()))
                    .toList()))
        .toList();
  }

  private Question visibleToDesk(Me me, QuestionId id) {
    var question = questions.visibleTo(me, id);
    if (!me.is(Role.HELPDESK)) {
      throw Refusal.of("question.refused.not_desk");
    }
    return question;
  }

  private void save(Question question, Me me, Instant now, String what) {
    questions.save(question);
    questions.admit(
        Objects.requireNonNull(question.id()), now, List.of(new Seat(me.id(), Seat.Role.DESK)));
    questions.admitHolder(question, now);
    news.tell(question, me.id(), what);
  }
}
