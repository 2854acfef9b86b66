package nl.steunpunt.platform.i18n;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The texts of all rooms, in Dutch and English. A text is a {@link MessageFormat}; texts use
 * typographic apostrophes, since the straight one is that format's quote. A key that is missing
 * throws: the rule tests find each before a user does.
 */
@Component
public class Messages {
  public static final Locale DUTCH = Locale.of("nl");
  public static final Locale ENGLISH = Locale.of("en");
  public static final List<Locale> LANGUAGES = List.of(DUTCH, ENGLISH);

  private final Rooms rooms;
  private volatile Map<Locale, Map<String, Text>> texts;

  Messages(Rooms rooms) {
    this.rooms = rooms;
    this.texts = read();
  }

  public String text(Locale language, String key, @Nullable Object... arguments) {
    if (rooms.rereads()) {
      texts = read();
    }
    var text = language(language).get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text for '" + key + "' in " + language);
    }
    return text.fill(arguments);
  }

  public Set<String> keys(Locale language) {
    return language(language).keySet();
  }

  /** The language we speak that is nearest to this one; Dutch when it is neither. */
  public static Locale nearest(Locale wished) {
    return wished.getLanguage().equals("en") ? ENGLISH : DUTCH;
  }

  private Map<String, Text> language(Locale language) {
    return texts.getOrDefault(nearest(language), Map.of());
  }

  private Map<Locale, Map<String, Text>> read() {
    return Map.of(DUTCH, read("messages_nl", DUTCH), ENGLISH, read("messages", ENGLISH));
  }

  private Map<String, Text> read(String name, Locale language) {
    var all = new HashMap<String, Text>();
    try {
      for (var file :
          new PathMatchingResourcePatternResolver()
              .getResources(rooms.pattern("*/" + name + ".properties"))) {
        var room = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
          room.load(reader);
        }
        room.forEach((key, text) -> all.put((String) key, new Text((String) text, language)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(all);
  }
}
