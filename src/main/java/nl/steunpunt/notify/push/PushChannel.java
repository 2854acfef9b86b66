package nl.steunpunt.notify.push;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.notify.Channel;
import nl.steunpunt.notify.Letters;
import nl.steunpunt.notify.Owed;
import nl.steunpunt.notify.Told;
import nl.steunpunt.notify.Way;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.brand.Brands;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.Letter;
import nl.steunpunt.platform.time.OrganisationCalendar;
import org.springframework.stereotype.Component;

/**
 * At once, in each browser that somebody allows; then nothing more of the same until they have
 * looked. In quiet hours it waits, and what is still unseen then comes once.
 */
@Component
class PushChannel implements Channel {
  /** Who has it in front of them has read it by then. */
  static final Duration MOMENT = Duration.ofSeconds(5);

  /** Who looks now may be gone, and not have read it: then it is told after all. */
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final PushBrowsers browsers;
  private final PushMessages queue;
  private final PushDelivery delivery;
  private final PushWishes wishes;
  private final Letters letters;
  private final OrganisationCalendar calendar;
  private final Messages messages;
  private final Brands brands;
  private final Clock clock;

  PushChannel(
      PushBrowsers browsers,
      PushMessages queue,
      PushDelivery delivery,
      PushWishes wishes,
      Letters letters,
      OrganisationCalendar calendar,
      Messages messages,
      Brands brands,
      Clock clock) {
    this.browsers = browsers;
    this.queue = queue;
    this.delivery = delivery;
    this.wishes = wishes;
    this.letters = letters;
    this.calendar = calendar;
    this.messages = messages;
    this.brands = brands;
    this.clock = clock;
  }

  @Override
  public Way way() {
    return Way.PUSH;
  }

  @Override
  public Optional<Instant> due(Instant now) {
    return Optional.of(now.plus(MOMENT));
  }

  @Override
  public Map<Owed, Told> tell(Recipient to, List<Owed> owed, Instant now) {
    var told = new HashMap<Owed, Told>();
    var live = browsers.live(to.id(), now);
    if (live.isEmpty()) {
      owed.forEach(one -> told.put(one, new Told.Stale()));
      return told;
    }
    var wish = wishes.of(to.id());
    var allowed = wish.next(now, calendar.current());
    if (allowed.isAfter(now)) {
      owed.forEach(one -> told.put(one, new Told.Later(allowed)));
      return told;
    }
    var news = new LinkedHashMap<Owed, Letter>();
    for (var one : owed) {
      var letter = letters.about(one);
      if (letter.isEmpty()) {
        told.put(one, new Told.Stale());
      } else if (letters.isLookedAt(one)) {
        told.put(one, new Told.Later(now.plus(LOOK)));
      } else {
        news.put(one, letter.get());
        told.put(one, new Told.UntilSeen());
      }
    }
    if (!news.isEmpty()) {
      var shown = shown(news, wish, Locale.of(to.language()));
      var until = wish.end(now, calendar.current());
      live.forEach(browser ->
          queue.add(browser, shown.conversation, shown.title, shown.body, shown.path, until));
      delivery.beginAfterCommit();
    }
    return told;
  }

  private record Shown(String conversation, String title, String body, String path) {}

  /** Several at once, such as after a night, are one notice. */
  private Shown shown(Map<Owed, Letter> news, PushWish wish, Locale language) {
    var name = brands.current().name();
    if (news.size() > 1) {
      var text = messages.text(language, "notice.push.several", news.size());
      return new Shown(PushMessages.NEWS, name, text, "/");
    }
    var one = news.entrySet().iterator().next();
    var letter = one.getValue();
    var path = letters.path(letter);
    var conversation = one.getKey().conversation();
    return wish.shown()
        ? new Shown(conversation, letter.subject(), letter.paragraphs().getLast(), path)
        : new Shown(conversation, name, messages.text(language, "notice.push.hidden", name), path);
  }

  /** The list of browsers says for each what is wrong with it. */
  @Override
  public Optional<Trouble> trouble(Me owner) {
    var now = clock.instant();
    return browsers.of(owner.id()).stream().anyMatch(browser -> browser.isWorrying(now))
        ? Optional.of(Trouble.of("notice.trouble.push"))
        : Optional.empty();
  }
}
