package nl.steunpunt.notify.chat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.steunpunt.notify.ChatEvent;
import nl.steunpunt.notify.ChatLines;
import nl.steunpunt.notify.chat.ChatChannels.Claimed;
import nl.steunpunt.notify.chat.ChatChannels.Owed;
import nl.steunpunt.notify.chat.ChatKind.Said;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.outgoing.NotSent;
import nl.steunpunt.platform.outgoing.Outgoing;
import nl.steunpunt.platform.outgoing.OutgoingAddress;
import nl.steunpunt.platform.outgoing.OutgoingCall;
import nl.steunpunt.platform.settings.InstallationKey;
import nl.steunpunt.platform.time.Beside;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes to one channel after the other, all that it is owed in one message. A node that dies
 * between sending and noting it leaves it to be sent again when its lease is over: at least once.
 */
@Component
public class ChatDelivery extends Beside {
  static final String KEY_PURPOSE = "chat-address";
  private static final Logger LOG = LoggerFactory.getLogger(ChatDelivery.class);

  private final ChatChannels channels;
  private final Map<ChatEvent, ChatLines> writers = new HashMap<>();
  private final Outgoing outgoing;
  private final InstallationKey key;
  private final Messages messages;
  private final Mails mails;
  private final Clock clock;

  ChatDelivery(
      ChatChannels channels,
      List<ChatLines> writers,
      Outgoing outgoing,
      InstallationKey key,
      Messages messages,
      Mails mails,
      Clock clock) {
    super("chat channels");
    this.channels = channels;
    writers.forEach(writer -> writer.events().forEach(event -> this.writers.put(event, writer)));
    this.outgoing = outgoing;
    this.key = key;
    this.messages = messages;
    this.mails = mails;
    this.clock = clock;
  }

  @Override
  protected int makeSome() {
    var claimed = channels.claim();
    claimed.ifPresent(this::deliver);
    return claimed.isPresent() ? 1 : 0;
  }

  private void deliver(Claimed channel) {
    var owed = channels.owed(channel.id());
    var lines = lines(owed, Locale.of(channel.language()));
    if (lines.isEmpty()) {
      channels.nothingToSay(channel.id(), owed);
    } else if (send(channel, lines) == null) {
      channels.delivered(channel.id(), owed);
    }
  }

  /** A line of its own now, past what waits; null when it arrived. */
  @Nullable ChatTrouble sendNow(Claimed channel, String text) {
    var trouble = send(channel, List.of(new Said(text, mails.link("/"))));
    if (trouble == null) {
      channels.arrived(channel.id());
    }
    return trouble;
  }

  private List<Said> lines(List<Owed> owed, Locale language) {
    var written = new HashMap<ChatEvent, Map<Long, ChatLines.Line>>();
    owed.stream()
        .collect(
            Collectors.groupingBy(
                Owed::event, Collectors.mapping(Owed::subjectId, Collectors.toSet())))
        .forEach((event, subjects) -> {
          var writer = writers.get(event);
          if (writer != null) {
            written.put(event, writer.write(event, subjects, language));
          }
        });
    var lines = new ArrayList<Said>();
    for (var one : owed) {
      var line = written.getOrDefault(one.event(), Map.of()).get(one.subjectId());
      if (line != null) {
        lines.add(new Said(line.text(), mails.link(line.path())));
      }
    }
    return lines;
  }

  private @Nullable ChatTrouble send(Claimed channel, List<Said> lines) {
    var open = messages.text(Locale.of(channel.language()), "chat.open");
    try {
      var address = OutgoingAddress.of(key.open(KEY_PURPOSE, channel.sealedAddress()));
      var call = OutgoingCall.postJson(address, channel.kind().body(lines, open)).toNamedHosts();
      var answer = outgoing.send(call);
      if (channel.kind().took(answer)) {
        return null;
      }
      return failed(
          channel,
          ChatTrouble.of(answer, address),
          answer.retryAfter(clock.instant()).orElse(null));
    } catch (NotSent e) {
      return failed(channel, ChatTrouble.of(e), null);
    } catch (IllegalStateException e) {
      return failed(channel, ChatTrouble.UNREADABLE, null);
    }
  }

  /** Of the address nothing, of what was said nothing: logs are read by others. */
  private ChatTrouble failed(Claimed channel, ChatTrouble trouble, @Nullable Instant until) {
    LOG.warn(
        "chat channel {} not told, attempt {}: {}",
        channel.id(),
        channel.attempts(),
        trouble.key());
    channels.failed(channel.id(), channel.attempts(), trouble, until);
    return trouble;
  }
}
