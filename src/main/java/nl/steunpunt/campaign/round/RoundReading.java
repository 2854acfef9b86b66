package nl.steunpunt.campaign.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.steunpunt.campaign.round.RoundApi.NewRound;
import nl.steunpunt.campaign.round.RoundApi.NewTap;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.network.ItSystem;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.network.Systems;
import nl.steunpunt.network.Topic;
import nl.steunpunt.network.TopicId;
import nl.steunpunt.network.Topics;
import nl.steunpunt.people.People;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a body says of a round; what is wrong with it is said by {@link Members#check}. */
@Component
class RoundReading {
  private static final UUID NOBODYS = new UUID(0, 0);

  private final Systems systems;
  private final Topics topics;
  private final People people;
  private final JdbcClient sql;

  RoundReading(Systems systems, Topics topics, People people, JdbcClient sql) {
    this.systems = systems;
    this.topics = topics;
    this.people = people;
    this.sql = sql;
  }

  Walk walk(Members members, NewRound sent) {
    var places = new ArrayList<Long>();
    var refs = sent.places() == null ? List.<@Nullable Ref>of() : sent.places();
    for (int i = 0; i < refs.size() && i <= Walk.MOST_PLACES; i++) {
      var ref = refs.get(i);
      var place = ref == null ? null : place(ref);
      // One that is gone since holds up nothing of a round; one with none left is refused.
      if (place != null) {
        places.add(place);
      }
    }
    return new Walk(
        given(members, "/id", sent.id(), NOBODYS),
        given(members, "/startedAt", sent.startedAt(), Instant.EPOCH),
        places);
  }

  List<Tap> taps(Members members, NewRound sent) {
    var taps = new ArrayList<Tap>();
    var all = sent.taps() == null ? List.<@Nullable NewTap>of() : sent.taps();
    for (int i = 0; i < all.size() && i <= RoundWalking.MOST_TAPS; i++) {
      var tap = all.get(i);
      if (tap == null) {
        members.wrong("/taps/" + i, "api.member.missing");
      } else {
        taps.add(tap(members, "/taps/" + i, tap));
      }
    }
    return taps;
  }

  private Tap tap(Members members, String at, NewTap sent) {
    var kind = Tap.Kind.of(members.text(at + "/kind", sent.kind()));
    if (kind.isEmpty() && sent.kind() != null && !sent.kind().isBlank()) {
      members.wrong(at + "/kind", "round.refused.kind");
    }
    var system =
        members.knownIfGiven(
            at + "/system", sent.system(), ref -> systems.find(ref).map(ItSystem::id).orElse(null));
    return new Tap(
        given(members, at + "/id", sent.id(), NOBODYS),
        kind.orElse(Tap.Kind.TALKED),
        members.knownIfGiven(at + "/place", sent.place(), this::place),
        given(members, at + "/at", sent.at(), Instant.EPOCH),
        system,
        topic(members, at, system, sent.topic()),
        sent.minutes(),
        sent.text() == null ? "" : Typed.clean(sent.text()),
        sent.issue() == null ? null : new IssueId(sent.issue()),
        members.knownIfGiven(at + "/person", sent.person(), ref -> people.find(ref).orElse(null)),
        sent.undoes());
  }

  /** By its number without a system, as the page says it. */
  private @Nullable TopicId topic(
      Members members, String at, @Nullable SystemId system, @Nullable Ref topic) {
    if (topic == null) {
      return null;
    }
    if (system == null) {
      if (topic.number().isPresent()) {
        return new TopicId(topic.number().getAsLong());
      }
      members.wrong(at + "/system", "api.member.missing");
      return null;
    }
    return members.knownIfGiven(
        at + "/topic", topic, ref -> topics.find(system, ref).map(Topic::id).orElse(null));
  }

  private @Nullable Long place(Ref ref) {
    return sql.sql(
            """
            select id from people.pub_location where id = :id::bigint or path = :path
             order by id = :id::bigint desc nulls last limit 1
            """)
        .param("id", ref.number().isPresent() ? ref.number().getAsLong() : null)
        .param("path", ref.text())
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  private static <T> T given(Members members, String at, @Nullable T value, T none) {
    if (value == null) {
      members.wrong(at, "api.member.missing");
      return none;
    }
    return value;
  }
}
