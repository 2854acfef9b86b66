package nl.steunpunt.network.poster;

import java.util.List;
import nl.steunpunt.network.papers.PaperAnswer;
import nl.steunpunt.network.papers.Papers;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Chooses, looks, takes along: nothing of a piece is stored. */
@Controller
public class PosterController {
  static final String PATH = "/posters";
  static final String PIECE = PATH + "/piece";

  private static final int LONGEST = 100;

  private final PosterScreens screens;
  private final PosterPrinting printing;
  private final Mails mails;

  PosterController(PosterScreens screens, PosterPrinting printing, Mails mails) {
    this.screens = screens;
    this.printing = printing;
    this.mails = mails;
  }

  /**
   * @param all whether for any place, or for one's own
   * @param me whom a power user's own pieces are about; null: no power user
   */
  public record OverviewPage(String q, PosterScreens.Overview it, boolean all, @Nullable Long me) {}

  /**
   * @param unnamed of whom the name was not agreed to
   * @param all whether who looks makes pieces for any place, and withdraws codes
   * @param address where Steunpunt is said to be, when nobody has said it; null: somebody has
   */
  public record PiecePage(
      PosterForm form,
      PosterSubject subject,
      List<FieldError> errors,
      boolean own,
      PosterSubject.@Nullable Who unnamed,
      @Nullable String address,
      boolean all) {

    public List<PosterFormat> formats() {
      return List.of(PosterFormat.values());
    }

    public List<PosterDesign> designs() {
      return List.of(PosterDesign.values());
    }

    public List<PosterLanguage> languages() {
      return List.of(PosterLanguage.values());
    }

    public String picture() {
      return PIECE + "/picture" + form.query();
    }

    public String file() {
      return PIECE + "/file" + form.query();
    }

    /** The same for below a mail; null: something chosen was refused. */
    public @Nullable String signature() {
      return errors.isEmpty() ? SignatureController.PATH + form.signature().query() : null;
    }

    public PosterFormat format() {
      return PosterFormat.of(form.format()).orElse(PosterFormat.A4);
    }
  }

  @GetMapping(PATH)
  ModelAndView overview(Me me, @RequestParam(defaultValue = "") String q) {
    var typed = q.strip();
    if (typed.length() > LONGEST) {
      throw Refusal.of("who.search.too_long", LONGEST).at("q");
    }
    return Reply.page(
        "network/poster/overview",
        new OverviewPage(
            typed,
            screens.overview(me, typed.length() > 1 ? typed : ""),
            PosterScreens.makesAll(me),
            me.is(Role.POWER_USER) ? me.number() : null));
  }

  @GetMapping(PIECE)
  ModelAndView piece(Me me, @ModelAttribute PosterForm form) {
    if (form.isAboutNothing()) {
      return Reply.to(PATH);
    }
    var subject = subject(me, form);
    var who = subject.who();
    var errors = printing.errors(form);
    var page =
        new PiecePage(
            form,
            subject,
            errors,
            who != null && who.id() == me.number(),
            who == null || who.namePrinted() ? null : who,
            mails.hasPublicAddress() ? null : mails.link(""),
            PosterScreens.makesAll(me));
    return errors.isEmpty()
        ? Reply.page("network/poster/piece", page)
        : Reply.again("network/poster/piece", page);
  }

  @GetMapping(PIECE + "/picture")
  ResponseEntity<byte[]> picture(Me me, @ModelAttribute PosterForm form) {
    if (form.isAboutNothing()) {
      return elsewhere();
    }
    var png = printing.picture(printing.choice(form), subject(me, form));
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .cacheControl(CacheControl.noStore())
        .body(png);
  }

  @GetMapping(PIECE + "/file")
  ResponseEntity<byte[]> file(Me me, @ModelAttribute PosterForm form) {
    if (form.isAboutNothing()) {
      return elsewhere();
    }
    var choice = printing.choice(form);
    var subject = subject(me, form);
    return PaperAnswer.of(
        new Papers.Printed(printing.title(choice, subject), printing.pdf(choice, subject)));
  }

  private static ResponseEntity<byte[]> elsewhere() {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, PATH).build();
  }

  private PosterSubject subject(Me me, PosterForm form) {
    return screens.subject(me, form).orElseThrow(NotFound::new);
  }

  @Bean
  static MenuEntry postersOfPowerUser() {
    return MenuEntry.mine(13, PATH, "poster.title", "poster", "power_user");
  }

  @Bean
  static MenuEntry postersOfLead() {
    return MenuEntry.mine(13, PATH, "poster.title", "poster", "network_lead");
  }

  @Bean
  static AdminEntry postersOfAdministrator() {
    return new AdminEntry(48, PATH, "poster", "poster.title", "poster.lead");
  }
}
