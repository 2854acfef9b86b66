package nl.steunpunt.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.steunpunt.platform.brand.Brand;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.i18n.Moments;
import nl.steunpunt.platform.time.OrganisationClock;
import nl.steunpunt.platform.web.assets.Assets;
import org.jspecify.annotations.Nullable;

/** What every template knows: who looks, in which language, when, and how to say things. */
public record Page(
    @Nullable Viewer viewer,
    Locale locale,
    Messages messages,
    Instant now,
    String path,
    Assets assets,
    Brand brand,
    List<MenuEntry> allMenu,
    String livePosition,
    @Nullable Flash flash,
    boolean isPart) {

  public String t(String key, @Nullable Object... arguments) {
    return messages.text(locale, key, arguments);
  }

  /** For a word that comes from the database: of another release, it may have no text here. */
  public String word(String prefix, String word) {
    return messages.keys(locale).contains(prefix + word) ? t(prefix + word) : word;
  }

  /** The number of a form that is shown now, see {@link Sending}. */
  public String sending() {
    return UUID.randomUUID().toString();
  }

  /** In bytes, as a browser sends them. */
  public int mostOfAForm() {
    return FormLimitFilter.mostOfFields(viewer);
  }

  public String language() {
    return locale.getLanguage();
  }

  /** A place that several roles have stands there once for who has two of them. */
  public List<MenuEntry> menu() {
    return menu(MenuEntry.Where.BAR);
  }

  /** The places under the viewer's own face. */
  public List<MenuEntry> mine() {
    return menu(MenuEntry.Where.MINE);
  }

  private List<MenuEntry> menu(MenuEntry.Where where) {
    var who = viewer;
    if (who == null) {
      return List.of();
    }
    var byPath = new LinkedHashMap<String, MenuEntry>();
    allMenu.stream()
        .filter(entry -> entry.where() == where && entry.isFor(who))
        .forEach(entry -> byPath.putIfAbsent(entry.path(), entry));
    return List.copyOf(byPath.values());
  }

  public boolean isAt(MenuEntry entry) {
    return entry.leadsTo(path);
  }

  /** "5 minuten geleden", "gisteren 14.05 uur", "3 nov". */
  public String ago(Instant at) {
    var minutes = ChronoUnit.MINUTES.between(at, now);
    if (minutes < 1) {
      return t("time.just_now");
    }
    if (minutes < 60) {
      return t("time.minutes_ago", minutes);
    }
    return moment(at);
  }

  /**
   * "10.40 uur" today, "morgen 9.00 uur", "di 24 nov 10.40 uur". A day still to come that is meant
   * as a whole, such as the one on which somebody is back, has no clock.
   */
  public String moment(Instant at) {
    var day = local(at).toLocalDate();
    var today = local(now).toLocalDate();
    if (day.isAfter(today) && at.equals(day.atStartOfDay(OrganisationClock.ZONE).toInstant())) {
      return day.equals(today.plusDays(1)) ? t("time.tomorrow.day") : day(day);
    }
    var clock = clock(at);
    return switch ((int) ChronoUnit.DAYS.between(today, day)) {
      case 0 -> clock;
      case 1 -> t("time.tomorrow", clock);
      case -1 -> t("time.yesterday", clock);
      default -> t("time.day", day(day), clock);
    };
  }

  /** The exact moment, for a title or a screen reader. */
  public String exactly(Instant at) {
    return Moments.exactly(at, locale);
  }

  public String clock(Instant at) {
    return t("time.clock", Moments.clock(local(at), locale));
  }

  public String day(LocalDate day) {
    var sameYear = day.getYear() == local(now).getYear();
    return Moments.written(sameYear ? "EEE d MMM" : "d MMM yyyy", locale).format(day);
  }

  private static ZonedDateTime local(Instant at) {
    return at.atZone(OrganisationClock.ZONE);
  }
}
