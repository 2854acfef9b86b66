package nl.steunpunt.support.signal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.steunpunt.platform.db.TypedId;
import nl.steunpunt.support.PastSignal;
import nl.steunpunt.support.SignalHistory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signals of the past, as rows: whom they would have told has heard of them long ago. */
@Service
class SignalKeeping implements SignalHistory {
  private final JdbcClient sql;

  SignalKeeping(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  @Transactional
  public void addAll(Collection<PastSignal> signals) {
    var rows = List.copyOf(signals);
    sql.sql(
            """
            insert into support.signal (sender_id, named, power_user_id, system_id, topic_id, department_id, location_id,
                                        text, state, reply, question_id, issue_id, sent_at, changed_at)
            select s.sender, s.named, s.power_user, s.system, s.topic, p.department_id, p.location_id,
                   s.text, s.state, s.reply, s.question, s.issue, s.sent_at::timestamptz, s.changed_at::timestamptz
              from unnest(:senders::bigint[], :named::boolean[], :powerUsers::bigint[], :systems::bigint[],
                          :topics::bigint[], :texts::text[], :states::text[], :replies::text[], :questions::bigint[],
                          :issues::bigint[], :sentAt::text[], :changedAt::text[])
                   with ordinality as s (sender, named, power_user, system, topic, text, state, reply, question, issue,
                                         sent_at, changed_at, n)
              join people.pub_person p on p.id = s.sender
             order by s.n
            """)
        .param("senders", ids(rows, PastSignal::sender))
        .param("named", rows.stream().map(PastSignal::named).toArray(Boolean[]::new))
        .param("powerUsers", ids(rows, PastSignal::powerUser))
        .param("systems", ids(rows, PastSignal::system))
        .param("topics", ids(rows, PastSignal::topic))
        .param("texts", words(rows, PastSignal::text))
        .param("states", words(rows, signal -> signal.end().name().toLowerCase(Locale.ROOT)))
        .param("replies", words(rows, PastSignal::reply))
        .param("questions", ids(rows, PastSignal::question))
        .param("issues", rows.stream().map(PastSignal::issue).toArray(Long[]::new))
        .param("sentAt", words(rows, signal -> signal.sentAt().toString()))
        .param("changedAt", words(rows, signal -> signal.changedAt().toString()))
        .update();
  }

  private static Long[] ids(List<PastSignal> rows, Function<PastSignal, @Nullable TypedId> of) {
    return rows.stream()
        .map(of)
        .map(id -> id == null ? null : Long.valueOf(id.value()))
        .toArray(Long[]::new);
  }

  private static String[] words(List<PastSignal> rows, Function<PastSignal, @Nullable String> of) {
    return rows.stream().map(of).toArray(String[]::new);
  }
}
