package nl.steunpunt.notify.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.steunpunt.notify.ChatDoor;
import nl.steunpunt.notify.ChatEvent;
import nl.steunpunt.notify.chat.ChatChannels.Channel;
import nl.steunpunt.platform.audit.AuditTrail;
import nl.steunpunt.platform.outgoing.NotSent;
import nl.steunpunt.platform.outgoing.OutgoingAddress;
import nl.steunpunt.platform.settings.InstallationKey;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with channels, each noted. */
@Service
public class ChannelSetup implements ChatDoor {
  private static final int SHOWN_END = 3;

  /** An end of less would be most of the secret. */
  private static final int LONG_SECRET = 16;

  private final ChatChannels channels;
  private final InstallationKey key;
  private final AuditTrail audit;

  ChannelSetup(ChatChannels channels, InstallationKey key, AuditTrail audit) {
    this.channels = channels;
    this.key = key;
    this.audit = audit;
  }

  @Override
  @Transactional
  public void add(String name, String address, Set<ChatEvent> events, Locale language) {
    add(
        new ChannelForm(
            name,
            ChatKind.MATTERMOST,
            address,
            language.getLanguage(),
            events.stream().sorted().map(ChatEvent::word).toList(),
            null,
            null,
            null));
  }

  @Transactional
  public ChannelId add(ChannelForm form) {
    var channel = channel(form, sealed(form.address()), shown(form.address()), true);
    var id = channels.add(channel);
    audit.note("chat_channel_added", id.value(), facts(channel));
    return id;
  }

  @Transactional
  public void change(ChannelId id, ChannelForm form) {
    var before = locked(id);
    var kept = form.address().isEmpty();
    var after =
        channel(
            form,
            kept ? before.sealedAddress() : sealed(form.address()),
            kept ? before.shown() : shown(form.address()),
            before.active());
    channels.save(id, after);
    audit.noteChange(
        "chat_channel_changed",
        id.value(),
        facts(before),
        facts(after),
        kept ? List.of() : List.of("address"));
  }

  @Transactional
  public String setActive(ChannelId id, boolean active) {
    var name = locked(id).name();
    channels.setActive(id, active);
    audit.note(active ? "chat_channel_on" : "chat_channel_off", id.value(), Map.of("name", name));
    return name;
  }

  @Transactional
  public String remove(ChannelId id) {
    var name = locked(id).name();
    channels.remove(id);
    audit.note("chat_channel_removed", id.value(), Map.of("name", name));
    return name;
  }

  Channel one(ChannelId id) {
    return channels.find(id).orElseThrow(NotFound::new);
  }

  private Channel locked(ChannelId id) {
    return channels.locked(id).orElseThrow(NotFound::new);
  }

  private static Channel channel(ChannelForm form, String sealed, String shown, boolean active) {
    return new Channel(
        form.name(),
        form.kind(),
        sealed,
        shown,
        form.language(),
        form.events(),
        form.department(),
        form.location(),
        form.system(),
        active);
  }

  private String sealed(String address) {
    return key.seal(ChatDelivery.KEY_PURPOSE, read(address).whole());
  }

  /** "https://chat.example.org/…k3q": who has two channels on one server can tell them apart. */
  static String shown(String typed) {
    var address = read(typed);
    var secret = address.target();
    var end = secret.length() < LONG_SECRET ? "" : secret.substring(secret.length() - SHOWN_END);
    return address + end;
  }

  private static OutgoingAddress read(String address) {
    try {
      return OutgoingAddress.of(address);
    } catch (NotSent e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Map<String, Object> facts(Channel channel) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("name", channel.name());
    facts.put("kind", channel.kind().word());
    facts.put("language", channel.language());
    facts.put("events", String.join(", ", channel.events()));
    facts.put("department", text(channel.departmentId()));
    facts.put("location", text(channel.locationId()));
    facts.put("system", text(channel.systemId()));
    return facts;
  }

  private static String text(@Nullable Long id) {
    return id == null ? "" : id.toString();
  }
}
