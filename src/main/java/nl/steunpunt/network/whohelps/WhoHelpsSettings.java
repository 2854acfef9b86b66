package nl.steunpunt.network.whohelps;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How to reach people beside what the product itself offers; empty texts where the organisation
 * said nothing.
 *
 * @param chatName what colleagues call it: "Teams"
 * @param chatTemplate an address with {@link #FIELDS} in it, that opens a conversation
 * @param helpdeskPage of the organisation's own helpdesk
 */
public record WhoHelpsSettings(
    String chatName,
    String chatTemplate,
    String helpdeskPhone,
    String helpdeskEmail,
    String helpdeskPage) {

  public static final String SETTING = "who-helps";
  public static final WhoHelpsSettings NONE = new WhoHelpsSettings("", "", "", "", "");

  /** {email}, what stands before its @, and the name. */
  static final List<String> FIELDS = List.of("email", "user", "name");

  private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern HOST =
      Pattern.compile(
          "(?i)(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

  public WhoHelpsSettings {
    // An earlier release wrote fewer of them.
    chatName = kept(chatName);
    chatTemplate = kept(chatTemplate);
    helpdeskPhone = kept(helpdeskPhone);
    helpdeskEmail = kept(helpdeskEmail);
    helpdeskPage = kept(helpdeskPage);
  }

  private static String kept(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The field that is not ours; empty when all are. */
  static Optional<String> unknownField(String template) {
    return FIELD
        .matcher(template)
        .results()
        .map(found -> found.group(1))
        .filter(field -> !FIELDS.contains(field))
        .findFirst();
  }

  /** Who they are must stand in it, after the host: else it opens the same for everybody. */
  static boolean names(String template) {
    var path = template.indexOf('/', "https://".length());
    var field = template.indexOf('{');
    return path > 0 && field > path;
  }

  /**
   * An https address of a host by its name. An address by numbers, of this machine or with a
   * password in it is no place to send colleagues to.
   */
  static boolean isAddress(String address) {
    try {
      var uri = new URI(FIELD.matcher(address).replaceAll("x"));
      return "https".equals(uri.getScheme())
          && uri.getRawUserInfo() == null
          && uri.getHost() != null
          && HOST.matcher(uri.getHost()).matches();
    } catch (java.net.URISyntaxException e) {
      return false;
    }
  }

  /** The conversation with this colleague; null: none is set. */
  public @Nullable String chat(String email, String name) {
    if (chatTemplate.isEmpty()) {
      return null;
    }
    var values = Map.of("email", email, "user", email.split("@", 2)[0], "name", name);
    return FIELD
        .matcher(chatTemplate)
        .replaceAll(found -> encoded(values.getOrDefault(found.group(1), "")));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public boolean hasHelpdesk() {
    return !(helpdeskPhone + helpdeskEmail + helpdeskPage).isEmpty();
  }
}
