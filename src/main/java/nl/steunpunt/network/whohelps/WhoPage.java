package nl.steunpunt.network.whohelps;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.steunpunt.network.whohelps.WhoHelps.Card;
import nl.steunpunt.network.whohelps.WhoHelps.Kind;
import nl.steunpunt.network.whohelps.WhoHelps.Relation;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.time.WorkingCalendar;
import nl.steunpunt.platform.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * The answer as it stands on the page.
 *
 * @param mine whether who looks asked about themselves
 * @param forMe whether the answer is for who looks: about themselves, or a system or topic
 * @param onBehalf whether who looks may ask for this person
 */
public record WhoPage(
    WhoHelps it,
    boolean mine,
    boolean forMe,
    boolean onBehalf,
    List<Part> parts,
    WhoHelpsSettings settings,
    Instant now) {

  /**
   * @param chat null: there is no such link
   */
  public record Shown(Card card, Availability when, @Nullable String chat) {}

  /**
   * One system.
   *
   * @param self who was asked about, being a power user themselves
   * @param first whom to go to now: the first in order who is not away
   * @param away whom {@code first} stands in for today
   */
  public record Part(
      WhoHelps.OfSystem system,
      @Nullable Shown self,
      @Nullable Shown first,
      @Nullable Shown away,
      List<Shown> others) {}

  static WhoPage of(
      Me me, WhoHelps it, WhoHelpsSettings settings, WorkingCalendar calendar, Instant now) {
    var forMe = Long.valueOf(me.id().value()).equals(it.person());
    var mine = forMe && it.kind() == Kind.PERSON;
    var helps = Stream.of(Role.POWER_USER, Role.HELPDESK, Role.NETWORK_LEAD).anyMatch(me::is);
    var parts =
        it.systems().stream()
            .map(system ->
                part(
                    system,
                    system.cards().stream()
                        .map(card ->
                            new Shown(
                                card,
                                card.availability(calendar, now),
                                settings.chat(card.email(), card.name())))
                        .toList()))
            .toList();
    return new WhoPage(
        it, mine, forMe, helps && it.kind() == Kind.PERSON && !mine, parts, settings, now);
  }

  private static Part part(WhoHelps.OfSystem system, List<Shown> shown) {
    var self = shown.stream().filter(WhoPage::isSelf).findFirst().orElse(null);
    var others = shown.stream().filter(one -> !isSelf(one)).toList();
    var first =
        others.stream()
            .filter(one -> !one.when.isAway())
            .findFirst()
            .orElse(others.isEmpty() ? null : others.getFirst());
    var away =
        others.stream()
            .filter(one -> one != first)
            .findFirst()
            .filter(one -> one.card.relation() == Relation.PRIMARY && one.when.isAway())
            .orElse(null);
    return new Part(
        system, self, first, away, others.stream().filter(one -> one != first).toList());
  }

  private static boolean isSelf(Shown shown) {
    return shown.card.relation() == Relation.SELF;
  }

  /** Why this one is shown: "Vervangt Fatima tot morgen", "Dichtstbij · zelfde verdieping". */
  public String tag(Page page, Part part, Shown shown) {
    var card = shown.card;
    var away = part.away;
    if (shown == part.first && away != null && away.when.until() != null) {
      return page.t("who.stands_in_until", away.card.firstName(), page.moment(away.when.until()));
    }
    if (card.insteadOf() != null) {
      return page.t("who.is.deputy.of", card.insteadOf());
    }
    var key = "who.is." + card.relation().word();
    var tag =
        card.relation() == Relation.PRIMARY && forMe
            ? page.t("who.is.primary.mine")
            : page.t(key, it.name());
    return card.nearness() == null ? tag : tag + " · " + page.t("who.near." + card.nearness());
  }
}
