package nl.steunpunt.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.live.LiveHub;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells open pages that somebody's presence is another now: of the people whom they help, and their
 * own. Kept nowhere; a page asks then what it is.
 */
@Component
public class PresenceNews {
  private static final String KIND = "presence";

  /** As many as go in one whisper. */
  private static final int AT_ONCE = 200;

  private record Hearer(long powerUserId, long personId) {}

  private final JdbcClient sql;
  // The hub tells who is connected, which is news itself.
  private final ObjectProvider<LiveHub> hub;

  PresenceNews(JdbcClient sql, ObjectProvider<LiveHub> hub) {
    this.sql = sql;
    this.hub = hub;
  }

  public void changed(Collection<PersonId> people) {
    if (people.isEmpty()) {
      return;
    }
    var hearers = new LinkedHashMap<Long, List<PersonId>>();
    sql.sql(
            """
            select u.person_id as power_user_id, u.person_id from network.mandate u
             where u.person_id = any(:people::bigint[]) and u.state in ('provisional', 'active')
            union
            select c.power_user_id, c.person_id from network.constituency c where c.power_user_id = any(:people::bigint[])
            """)
        .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
        .query(Hearer.class)
        .list()
        .forEach(hearer ->
            hearers
                .computeIfAbsent(hearer.powerUserId, _ -> new ArrayList<>())
                .add(new PersonId(hearer.personId)));
    if (!hearers.isEmpty()) {
      afterCommit(() -> hearers.forEach(this::whisper));
    }
  }

  private void whisper(long powerUser, List<PersonId> hearers) {
    for (int at = 0; at < hearers.size(); at += AT_ONCE) {
      var some = hearers.subList(at, Math.min(hearers.size(), at + AT_ONCE));
      hub.getObject().whisper(some, KIND, powerUser, "");
    }
  }

  private static void afterCommit(Runnable work) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      work.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }
}
