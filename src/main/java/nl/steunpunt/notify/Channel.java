package nl.steunpunt.notify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;

/**
 * A way to tell a person, as a bean of the room that knows how. A column of the settings table
 * comes with it. A channel of the whole organisation, such as a chat, is none: nobody chooses it
 * for themselves, and its trouble is an {@code AdminWarning}.
 */
public interface Channel {
  Way way();

  /**
   * When who does not look is told of what happens now; empty: nothing is kept for it, it looks at
   * its own time how things stand.
   */
  Optional<Instant> due(Instant now);

  /**
   * Tells one person what is due, or queues it so that it goes after the commit: it runs in the
   * transaction in which this stops being owed, and must wait for nobody.
   *
   * @return what became of each; what is not in it is done
   */
  Map<Owed, Told> tell(Recipient to, List<Owed> owed, Instant now);

  /** Who is told. */
  record Recipient(PersonId id, String email, String language) {}

  /** Why it does not reach this person, for their own settings; empty while all is well. */
  Optional<Trouble> trouble(Me owner);

  /**
   * @param key of a sentence that says what is wrong and what to do about it
   * @param everybodys whether it reaches nobody: that is not for each to mend
   */
  record Trouble(String key, boolean everybodys, List<Object> arguments) {
    public static Trouble of(String key, Object... arguments) {
      return new Trouble(key, false, List.of(arguments));
    }

    public static Trouble ofEverybody(String key) {
      return new Trouble(key, true, List.of());
    }
  }
}
