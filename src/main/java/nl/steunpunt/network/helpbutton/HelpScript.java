package nl.steunpunt.network.helpbutton;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nl.steunpunt.platform.brand.Brands;
import nl.steunpunt.platform.i18n.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The script for others' pages, with our texts, name and colour in it. */
@Component
class HelpScript {
  private static final JsonMapper JSON = new JsonMapper();

  /** Message keys that the script says, by its own word for each. */
  private static final String PREFIX = "help_button.say.";

  private static final String WHEN = "who.when.";

  /** With an end: what somebody says of the moment themselves. */
  private static final String SAYS = "presence.says.";

  private final Messages messages;
  private final Brands brands;
  private final String source;
  private volatile @Nullable Made made;

  /** In this order, so that each node makes the same script and browsers keep it. */
  record Config(String name, String accent, Map<String, Map<String, String>> texts) {}

  /**
   * @param tag changes with its content
   */
  record Made(String config, String tag, byte[] plain, byte[] zipped) {}

  HelpScript(Messages messages, Brands brands) {
    this.messages = messages;
    this.brands = brands;
    try {
      source = new ClassPathResource("help.mjs", HelpScript.class).getContentAsString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Made current() {
    var config = config();
    var last = made;
    if (last == null || !last.config.equals(config)) {
      last = make(config);
      made = last;
    }
    return last;
  }

  private String config() {
    var brand = brands.current();
    var texts = new LinkedHashMap<String, Map<String, String>>();
    for (var language : Messages.LANGUAGES) {
      var said = new LinkedHashMap<String, String>();
      messages.keys(language).stream()
          .filter(key -> Stream.of(PREFIX, WHEN, SAYS).anyMatch(key::startsWith))
          .sorted()
          .forEach(key ->
              said.put(
                  key.replace(PREFIX, "").replace(WHEN, "when_").replace(SAYS, "says_"),
                  messages.text(language, key, "{0}", "{1}")));
      texts.put(language.getLanguage(), said);
    }
    return JSON.writeValueAsString(new Config(brand.name(), brand.accent(), texts));
  }

  private Made make(String config) {
    var plain = source.replace("\"CONFIG\"", config).getBytes(UTF_8);
    try {
      var zipped = new ByteArrayOutputStream();
      try (var zip = new GZIPOutputStream(zipped)) {
        zip.write(plain);
      }
      var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(plain), 0, 8);
      return new Made(config, "\"" + hash + "\"", plain, zipped.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
