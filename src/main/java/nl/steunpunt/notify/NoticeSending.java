package nl.steunpunt.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.steunpunt.notify.Channel.Recipient;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.time.Timed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What is due is told: each channel is asked to tell its people all that they are owed by it. */
@Component
class NoticeSending implements Timed {
  private static final int BATCH = 50;

  /**
   * @param email null: they have left
   */
  record Row(
      PersonId personId,
      String conversation,
      Way way,
      Instant since,
      @Nullable String email,
      @Nullable String language) {
    Owed owed() {
      return new Owed(personId, conversation, way, since);
    }
  }

  private record Group(Recipient to, Way way) {}

  private final JdbcClient sql;
  private final Map<Way, Channel> channels = new EnumMap<>(Way.class);
  private final TransactionTemplate transaction;

  NoticeSending(JdbcClient sql, List<Channel> channels, TransactionTemplate transaction) {
    this.sql = sql;
    channels.forEach(channel -> this.channels.put(channel.way(), channel));
    this.transaction = transaction;
  }

  @Override
  public Optional<Instant> nextDue() {
    return Timed.first(sql, "select min(due_at) from notify.pending");
  }

  /**
   * The row goes and what it said is queued in one transaction: neither is lost, and nobody is told
   * twice.
   */
  @Override
  public List<Fired> fireDue(Instant now) {
    return transaction.execute(status -> {
      var fired = new ArrayList<Fired>();
      var groups = new LinkedHashMap<Group, List<Owed>>();
      for (var row : claim(now)) {
        if (row.email == null || row.language == null || !channels.containsKey(row.way)) {
          settle(row.owed(), new Told.Stale(), now);
          fired.add(fired(row.owed(), new Told.Stale(), now));
        } else {
          var to = new Recipient(row.personId, row.email, row.language);
          groups.computeIfAbsent(new Group(to, row.way), none -> new ArrayList<>()).add(row.owed());
        }
      }
      groups.forEach((group, owed) -> {
        var told = Objects.requireNonNull(channels.get(group.way)).tell(group.to, owed, now);
        for (var one : owed) {
          var became = told.getOrDefault(one, new Told.Done());
          settle(one, became, now);
          fired.add(fired(one, became, now));
        }
      });
      return fired;
    });
  }

  private static Fired fired(Owed owed, Told told, Instant now) {
    var what =
        switch (told) {
          case Told.Done _, Told.UntilSeen _ -> owed.way().word();
          case Told.Stale _ -> "seen";
          case Told.Later _ -> "waits";
        };
    return new Fired(what, owed.personId().value(), now);
  }

  private List<Row> claim(Instant now) {
    return sql.sql(
            """
            select o.person_id, o.conversation, o.way, o.since, p.email, p.language
              from (select person_id, conversation, way, since, due_at from notify.pending
                     where due_at <= :now order by due_at limit :batch for update skip locked) o
              left join people.pub_person p on p.id = o.person_id and p.active
             order by o.due_at
            """)
        .param("now", now)
        .param("batch", BATCH)
        .query(Row.class)
        .list();
  }

  private void settle(Owed owed, Told told, Instant now) {
    switch (told) {
      case Told.Done _, Told.Stale _ -> remove(owed);
      case Told.UntilSeen _ ->
          move(owed, "update notify.pending set due_at = null, told_at = :at", now);
      case Told.Later later ->
          // Never now: it would be claimed again at once, for ever.
          move(
              owed,
              "update notify.pending set due_at = :at",
              later.at().isAfter(now) ? later.at() : now.plusSeconds(1));
    }
  }

  private void remove(Owed owed) {
    which(sql.sql("delete from notify.pending" + OF_ONE), owed).update();
  }

  private void move(Owed owed, String change, Instant at) {
    which(sql.sql(change + OF_ONE).param("at", at), owed).update();
  }

  private static final String OF_ONE =
      " where person_id = :person and conversation = :conversation and way = :way";

  private static JdbcClient.StatementSpec which(JdbcClient.StatementSpec statement, Owed owed) {
    return statement
        .param("person", owed.personId())
        .param("conversation", owed.conversation())
        .param("way", owed.way());
  }
}
