package nl.steunpunt.network.poster;

import java.util.List;
import nl.steunpunt.network.papers.PaperAnswer;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** For below a mail: one's own, that of a colleague, a place or a department. */
@Controller
public class SignatureController {
  static final String PATH = "/posters/signature";

  private final Signatures signatures;
  private final PosterPrinting printing;
  private final Mails mails;

  SignatureController(Signatures signatures, PosterPrinting printing, Mails mails) {
    this.signatures = signatures;
    this.printing = printing;
    this.mails = mails;
  }

  /**
   * @param subject null: one's own, and where one sits is not known
   * @param html empty: something chosen was refused
   * @param unnamed of whom the name was not agreed to
   * @param address where Steunpunt is said to be, when nobody has said it; null: somebody has
   */
  public record SignaturePage(
      SignatureForm form,
      @Nullable PosterSubject subject,
      List<FieldError> errors,
      String html,
      String title,
      PosterSubject.@Nullable Who unnamed,
      @Nullable String address) {

    public boolean isOwn() {
      return form.isAboutNothing();
    }

    public List<PosterDesign> designs() {
      return List.of(PosterDesign.values());
    }

    public List<PosterLanguage> languages() {
      return List.of(PosterLanguage.values());
    }

    public String picture() {
      return PATH + "/picture" + form.query();
    }
  }

  @GetMapping(PATH)
  ModelAndView show(Me me, @ModelAttribute SignatureForm typed) {
    if (isNobodys(me, typed)) {
      return Reply.to(PosterController.PATH);
    }
    var form = spoken(me, typed);
    var errors = printing.errors(form.piece(me.number()));
    var page = page(me, form, errors);
    return errors.isEmpty()
        ? Reply.page("network/poster/signature", page)
        : Reply.again("network/poster/signature", page);
  }

  /** What was refused is left out, so that whom it is for still stands there. */
  private SignaturePage page(Me me, SignatureForm form, List<FieldError> errors) {
    var shown =
        errors.isEmpty()
            ? form
            : new SignatureForm(
                form.location(), form.department(), form.person(), "", language(me), "");
    var made = made(me, shown);
    var subject = made.subject();
    return new SignaturePage(
        form,
        subject,
        errors,
        errors.isEmpty() ? made.signature().html() : "",
        subject == null || form.isAboutNothing() ? made.signature().name() : subject.title(),
        made.named() || subject == null ? null : subject.who(),
        mails.hasPublicAddress() ? null : mails.link(""));
  }

  @GetMapping(PATH + "/picture")
  ResponseEntity<byte[]> picture(Me me, @ModelAttribute SignatureForm typed) {
    if (isNobodys(me, typed)) {
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .header(HttpHeaders.LOCATION, PosterController.PATH)
          .build();
    }
    var form = spoken(me, typed);
    var choice = printing.choice(form.piece(me.number()));
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .cacheControl(CacheControl.noStore())
        .body(
            signatures.picture(made(me, form).signature(), choice.language().spoken().getFirst()));
  }

  /** Who is no power user has none of their own: they choose for whom first. */
  private static boolean isNobodys(Me me, SignatureForm form) {
    return form.isAboutNothing() && !me.is(Role.POWER_USER);
  }

  private static SignatureForm spoken(Me me, SignatureForm typed) {
    return typed.in(language(me));
  }

  private static String language(Me me) {
    return PaperAnswer.language(null, me).getLanguage();
  }

  private Signatures.Made made(Me me, SignatureForm form) {
    return signatures.of(me, form).orElseThrow(NotFound::new);
  }
}
