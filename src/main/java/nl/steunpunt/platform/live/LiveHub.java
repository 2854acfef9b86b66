package nl.steunpunt.platform.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import nl.steunpunt.platform.db.TypedId;
import nl.steunpunt.platform.web.TryLater;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings events from the table to the open streams of this node. What it has seen is not a highest
 * number (numbers commit out of order) but a snapshot: an event is new when the last snapshot did
 * not see its transaction. So nothing is missed, nothing comes twice, and one long transaction
 * holds nobody up. See docs/adr on live events.
 */
@Component
public class LiveHub implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);
  private static final long POLL_MILLIS = 1_000;
  private static final long HEARTBEAT_MILLIS = 20_000;
  private static final String NEWER =
      """
      select id, person_id, kind, coalesce(subject, 0) as subject, detail
        from platform.live_event
       where xid >= pg_snapshot_xmin(:seen::pg_snapshot)
         and not pg_visible_in_snapshot(xid, :seen::pg_snapshot)
      """;

  /** A NOTIFY carries 8,000 bytes at most. */
  private static final int MOST_WHISPERED_TO = 200;

  /**
   * Of one person on one node: three browsers that cannot share one among their tabs, and some
   * programs.
   */
  static final int MOST_OF_ONE = 20;

  /**
   * The oldest makes room only when it is no newer than this. It is most often one whose browser
   * went out of reach without a word; and of too many that all live, none pushes another out in
   * turn without end.
   */
  private static final Duration MAKES_ROOM = Duration.ofMinutes(1);

  /** A whisper among nodes that no screen hears. */
  private static final String ENDED = "sign-ins-ended";

  private static final JsonMapper JSON = new JsonMapper();

  record Whisper(List<Long> people, String kind, long subject, String detail) {}

  private final JdbcClient sql;
  private final Waker waker;
  private final List<ConnectedListener> listeners;
  private final SignInsOver signIns;
  private final Map<Long, Set<LiveStream>> streams = new ConcurrentHashMap<>();
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile @Nullable String seen;

  /** When the database that was asked last began; null: it was not asked with streams open yet. */
  private volatile @Nullable String serverSince;

  LiveHub(JdbcClient sql, Waker waker, List<ConnectedListener> listeners, SignInsOver signIns) {
    this.sql = sql;
    this.waker = waker;
    this.listeners = listeners;
    this.signIns = signIns;
  }

  /**
   * Everything this person's stream may have missed since that position.
   *
   * @param known false when it is too long ago to know, or of a database before a restore
   */
  record Missed(List<LiveEvent> events, boolean known, String position) {}

  /**
   * @throws TryLater when this person opened too many a moment ago
   */
  void add(LiveStream stream) {
    begin();
    var makesRoom = new ArrayList<LiveStream>();
    // In one step: a last stream that leaves at this moment would else take this one with it.
    streams.compute(
        stream.person(),
        (person, open) -> {
          Set<LiveStream> all = open == null ? ConcurrentHashMap.newKeySet() : open;
          if (all.size() >= MOST_OF_ONE) {
            makesRoom.add(oldest(all));
          }
          all.removeAll(makesRoom);
          all.add(stream);
          return all;
        });
    // Its end takes the same step.
    makesRoom.forEach(LiveStream::end);
    listeners.forEach(listener -> listener.connected(Set.of(stream.person())));
  }

  private static LiveStream oldest(Set<LiveStream> open) {
    var oldest = Collections.min(open, Comparator.comparingLong(LiveStream::openedNanos));
    var wait = MAKES_ROOM.minusNanos(System.nanoTime() - oldest.openedNanos());
    if (wait.isPositive()) {
      throw TryLater.tooOften("live.too_many", wait);
    }
    return oldest;
  }

  void remove(LiveStream stream) {
    streams.computeIfPresent(
        stream.person(),
        (person, open) -> {
          open.remove(stream);
          return open.isEmpty() ? null : open;
        });
  }

  /** How many are open on this node. */
  public int streams() {
    return streams.values().stream().mapToInt(Set::size).sum();
  }

  /**
   * Closes this person's streams, on all nodes: after a sign-out the screens must not go on
   * hearing. Who is still signed in opens another. A node that did not hear it knows at its next
   * beat.
   */
  public void close(long person) {
    closeHere(person);
    waker.whisper(JSON.writeValueAsString(new Whisper(List.of(person), ENDED, 0, "")));
  }

  private void closeHere(long person) {
    streams.getOrDefault(person, Set.of()).forEach(LiveStream::end);
  }

  /**
   * Tells these people's screens, on all nodes, what is worth nothing a second later: that somebody
   * types, or has read. Kept nowhere; who is not connected never hears it.
   */
  public void whisper(
      Collection<? extends TypedId> people, String kind, long subject, String detail) {
    var recipients =
        people.stream().map(TypedId::value).distinct().limit(MOST_WHISPERED_TO).toList();
    if (!recipients.isEmpty()) {
      // Our own node hears it back from the database like the others do.
      waker.whisper(JSON.writeValueAsString(new Whisper(recipients, kind, subject, detail)));
    }
  }

  private void hear(String text) {
    var whisper = JSON.readValue(text, Whisper.class);
    if (whisper.kind.equals(ENDED)) {
      whisper.people.forEach(this::closeHere);
      return;
    }
    for (var person : whisper.people) {
      var event = new LiveEvent(0, person, whisper.kind, whisper.subject, whisper.detail);
      streams.getOrDefault(person, Set.of()).forEach(stream -> stream.send(List.of(event), null));
    }
  }

  /**
   * How far this node has told its streams; free. A page that says it when its stream opens hears
   * what happened since it was made.
   */
  public String told() {
    return begin();
  }

  String position() {
    return sql.sql("select pg_current_snapshot()::text").query(String.class).single();
  }

  /** Whether the database can read it; what looks like one may still contradict itself. */
  boolean isPosition(String text) {
    return sql.sql("select pg_input_is_valid(:text, 'pg_snapshot')")
        .param("text", text)
        .query(Boolean.class)
        .single();
  }

  Missed missed(long person, String since) {
    var position = position();
    var kept =
        sql.sql(
                """
                select pg_snapshot_xmin(:since::pg_snapshot) > xid
                   and pg_snapshot_xmax(:since::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot())
                  from platform.live_forgotten
                """)
            .param("since", since)
            .query(Boolean.class)
            .single();
    var events =
        sql.sql(NEWER + " and person_id = :person order by id limit 1000")
            .param("seen", since)
            .param("person", person)
            .query(LiveEvent.class)
            .list();
    return new Missed(events, kept, position);
  }

  /**
   * Where this node begins to look: not later than its first stream, or an event between the two
   * would reach nobody.
   */
  private synchronized String begin() {
    var last = seen;
    if (last == null) {
      last = position();
      seen = last;
    }
    return last;
  }

  /**
   * After a crash, or on a replica that took over, numbers of transactions that were never written
   * down are given again: what the last snapshot says it saw may be something new. So all pages
   * read themselves anew.
   */
  private synchronized void beginAnew() {
    var position = position();
    seen = position;
    readAnew(position);
  }

  private void readAnew(String position) {
    streams.values().forEach(open -> open.forEach(stream -> stream.hello(position, false)));
  }

  private void run() {
    var heartbeat = System.nanoTime();
    var databaseWasAway = false;
    while (running.get()) {
      try {
        if (databaseWasAway) {
          beginAnew();
          databaseWasAway = false;
        }
        var last = begin();
        waker.await(POLL_MILLIS);
        seen = deliverSince(last);
        if ((System.nanoTime() - heartbeat) / 1_000_000 > HEARTBEAT_MILLIS) {
          heartbeat = System.nanoTime();
          beat();
        }
      } catch (DataAccessException e) {
        databaseWasAway = true;
        LOG.debug("live events wait for the database: {}", e.getMessage());
      } catch (RuntimeException e) {
        // One event or listener that fails must not silence all others.
        LOG.error("live events", e);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private record Newer(
      long id,
      long personId,
      String kind,
      long subject,
      @Nullable String detail,
      String position,
      String serverSince) {}

  private String deliverSince(String seen) {
    if (streams.isEmpty()) {
      // Asked again once the position is known: who came meanwhile must hear what came meanwhile.
      var position = position();
      if (streams.isEmpty()) {
        return position;
      }
    }
    var rows =
        sql.sql(
                "select s.position, s.server_since, e.* from (select pg_current_snapshot()::text as position, pg_postmaster_start_time()::text as server_since) s left join ("
                    + NEWER
                    + ") e on true order by e.id")
            .param("seen", seen)
            .query((row, number) ->
                new Newer(
                    row.getLong("id"),
                    row.getLong("person_id"),
                    String.valueOf(row.getString("kind")),
                    row.getLong("subject"),
                    row.getString("detail"),
                    String.valueOf(row.getString("position")),
                    String.valueOf(row.getString("server_since"))))
            .list();
    var perPerson = new HashMap<Long, List<LiveEvent>>();
    for (var row : rows) {
      if (row.id != 0 && streams.containsKey(row.personId)) {
        perPerson
            .computeIfAbsent(row.personId, none -> new ArrayList<>())
            .add(new LiveEvent(row.id, row.personId, row.kind, row.subject, row.detail));
      }
    }
    var position = rows.getFirst().position;
    perPerson.forEach((person, events) ->
        streams.getOrDefault(person, Set.of()).forEach(stream -> stream.send(events, position)));
    // Back within the time that a connection is waited for, so nothing failed here.
    var since = rows.getFirst().serverSince;
    var isAnother = serverSince != null && !serverSince.equals(since);
    serverSince = since;
    if (isAnother) {
      readAnew(position);
    }
    return position;
  }

  void beat() {
    endOver();
    listeners.forEach(listener -> listener.connected(Set.copyOf(streams.keySet())));
    streams.values().forEach(open -> open.forEach(LiveStream::beat));
  }

  /** Nobody says so when the time of a sign-in is over. */
  private void endOver() {
    var all = streams.values().stream().flatMap(Set::stream).toList();
    if (!all.isEmpty()) {
      var over = signIns.over(all.stream().map(LiveStream::signIn).collect(Collectors.toSet()));
      all.stream().filter(stream -> over.contains(stream.signIn())).forEach(LiveStream::end);
    }
  }

  @Override
  public void start() {
    running.set(true);
    waker.onWhisper(this::hear);
    Thread.ofVirtual().name("live-hub").start(this::run);
  }

  /**
   * Streams end before the web server waits for its requests, or stopping would take its whole
   * grace.
   */
  @Override
  public void stop() {
    running.set(false);
    waker.wake();
    streams.values().forEach(open -> open.forEach(LiveStream::end));
  }

  @Override
  public boolean isRunning() {
    return running.get();
  }
}
