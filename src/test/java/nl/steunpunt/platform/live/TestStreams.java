package nl.steunpunt.platform.live;

import java.util.concurrent.atomic.AtomicBoolean;
import nl.steunpunt.people.PersonId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Opens streams without a browser at their other end. */
@Component
public class TestStreams {
  private final LiveHub hub;

  TestStreams(LiveHub hub) {
    this.hub = hub;
  }

  /** One open stream. */
  public static final class Open {
    private final AtomicBoolean ended = new AtomicBoolean();

    public boolean ended() {
      return ended.get();
    }
  }

  /** What each node does every twenty seconds. */
  public void beat() {
    hub.beat();
  }

  public Open open(PersonId person, long signIn) {
    var open = new Open();
    hub.add(
        new LiveStream(
            person.value(),
            signIn,
            new JsonMapper(),
            stream -> {
              hub.remove(stream);
              open.ended.set(true);
            }));
    return open;
  }
}
