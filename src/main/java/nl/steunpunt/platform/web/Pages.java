package nl.steunpunt.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.platform.brand.Brands;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.live.LiveHub;
import nl.steunpunt.platform.web.assets.Assets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Makes the {@link Page} of a request. */
@Component
public class Pages {
  static final String LANGUAGE_COOKIE = "language";

  private static final String SAID = Pages.class.getName() + ".language";

  private final Messages messages;
  private final Clock clock;
  private final Assets assets;
  private final Brands brands;
  private final LiveHub live;
  private final List<MenuEntry> menu;

  Pages(
      Messages messages,
      Clock clock,
      Assets assets,
      Brands brands,
      LiveHub live,
      List<MenuEntry> menu) {
    this.messages = messages;
    this.clock = clock;
    this.assets = assets;
    this.brands = brands;
    this.live = live;
    this.menu = menu.stream().sorted(Comparator.comparingInt(MenuEntry::place)).toList();
  }

  public Page of(HttpServletRequest request, HttpServletResponse response) {
    var viewer = viewer();
    var language = language(request, viewer);
    return new Page(
        viewer,
        language,
        messages,
        clock.instant(),
        request.getRequestURI(),
        assets,
        brands.current(),
        menu,
        viewer == null ? "" : live.told(),
        sentence(Flash.take(request, response), language),
        Htmx.asks(request));
  }

  /** A cookie can hold anything: what is no sentence of ours would break each page it comes to. */
  private @Nullable Flash sentence(@Nullable Flash left, Locale language) {
    if (left == null) {
      return null;
    }
    try {
      messages.text(language, left.key(), left.values());
      return left;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * The language of who asks: their own, else the one chosen on this browser, else the browser's.
   */
  public static Locale language(HttpServletRequest request, @Nullable Viewer viewer) {
    if (request.getAttribute(SAID) instanceof Locale said) {
      return said;
    }
    if (viewer != null) {
      return viewer.locale();
    }
    var chosen = WebUtils.getCookie(request, LANGUAGE_COOKIE);
    return Messages.nearest(chosen == null ? request.getLocale() : Locale.of(chosen.getValue()));
  }

  /** For a page within somebody else's: it speaks the language of that one. */
  public static void speak(HttpServletRequest request, Locale language) {
    request.setAttribute(SAID, Messages.nearest(language));
  }

  /** For who comes by a link that we sent: the language of that one, unless they chose another. */
  public static void expect(HttpServletRequest request, Locale language) {
    if (viewer() == null && WebUtils.getCookie(request, LANGUAGE_COOKIE) == null) {
      speak(request, language);
    }
  }

  public static @Nullable Viewer viewer() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Viewer viewer
        ? viewer
        : null;
  }
}
