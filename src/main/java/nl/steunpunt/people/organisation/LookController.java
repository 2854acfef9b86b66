package nl.steunpunt.people.organisation;

import java.io.IOException;
import java.util.List;
import nl.steunpunt.platform.brand.Accent;
import nl.steunpunt.platform.brand.Brand;
import nl.steunpunt.platform.brand.Brands;
import nl.steunpunt.platform.brand.Colour;
import nl.steunpunt.platform.brand.LogoImage;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

@Controller
public class LookController {
  private static final String TEMPLATE = "people/organisation/look";
  private static final int LONGEST_NAME = 40;

  private final Brands brands;

  LookController(Brands brands) {
    this.brands = brands;
  }

  /**
   * @param colour as typed
   * @param isOurs whether the colour is the product's own
   * @param accent how the organisation's colour is shown, or null when it is ours
   */
  public record LookPage(
      String name,
      String colour,
      boolean isOurs,
      @Nullable Accent accent,
      Brand brand,
      List<FieldError> errors) {}

  @GetMapping("/admin/look")
  ModelAndView show() {
    return Reply.page(TEMPLATE, stored(List.of()));
  }

  @PostMapping("/admin/look")
  ModelAndView save(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String colour,
      @RequestParam(defaultValue = "false") boolean ours) {
    var wished = Colour.of(colour);
    if (name.strip().length() > LONGEST_NAME) {
      return again(name, colour, ours, FieldError.of("name", "look.name_too_long", LONGEST_NAME));
    }
    if (!ours && wished.isEmpty()) {
      return again(name, colour, ours, FieldError.of("colour", "look.colour_wrong"));
    }
    brands.change(name.strip(), ours ? null : wished.orElse(null));
    var accent = ours ? null : wished.map(Accent::of).orElse(null);
    return accent != null && accent.isDarkened()
        ? Reply.to("/admin/look", "look.darkened", accent.onLight().hex())
        : Reply.to("/admin/look", "look.saved");
  }

  @PostMapping("/admin/look/logo")
  ModelAndView changeLogo(@RequestParam MultipartFile logo) throws IOException {
    try {
      if (logo.isEmpty()) {
        throw Refusal.of("look.logo.missing");
      }
      brands.changeLogo(LogoImage.png(logo.getBytes()));
      return Reply.to("/admin/look", "look.logo.saved");
    } catch (Refusal refusal) {
      return Reply.again(
          TEMPLATE, stored(List.of(FieldError.of("logo", refusal.key(), refusal.arguments()))));
    }
  }

  @PostMapping("/admin/look/logo/removal")
  ModelAndView removeLogo() {
    brands.removeLogo();
    return Reply.to("/admin/look", "look.logo.removed");
  }

  private ModelAndView again(String name, String colour, boolean ours, FieldError error) {
    return Reply.again(
        TEMPLATE, new LookPage(name, colour, ours, null, brands.current(), List.of(error)));
  }

  private LookPage stored(List<FieldError> errors) {
    var settings = brands.settings();
    var accent =
        settings.accent() == null
            ? null
            : Colour.of(settings.accent()).map(Accent::of).orElse(null);
    return new LookPage(
        settings.name(),
        accent == null ? brands.current().accent() : accent.wished().hex(),
        accent == null,
        accent,
        brands.current(),
        errors);
  }
}
