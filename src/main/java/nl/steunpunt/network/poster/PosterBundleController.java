package nl.steunpunt.network.poster;

import nl.steunpunt.network.papers.PaperAnswer;
import nl.steunpunt.network.papers.Papers;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.print.SheetPrinting;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Posters of a whole building as one file. */
@Controller
public class PosterBundleController {
  static final String PATH = "/poster-bundles";

  private final PosterScreens screens;
  private final PosterBundles bundles;
  private final PosterBundleAsking asking;
  private final PosterPrinting printing;
  private final Messages messages;

  PosterBundleController(
      PosterScreens screens,
      PosterBundles bundles,
      PosterBundleAsking asking,
      PosterPrinting printing,
      Messages messages) {
    this.screens = screens;
    this.bundles = bundles;
    this.asking = asking;
    this.printing = printing;
    this.messages = messages;
  }

  public record OnePage(PosterBundles.Bundle bundle) {
    public String address() {
      return PATH + "/" + bundle.id();
    }
  }

  @PostMapping(PATH)
  ModelAndView ask(Me me, @ModelAttribute PosterForm form) {
    if (form.location() == null) {
      return Reply.to(PosterController.PATH);
    }
    var choice = printing.choice(form);
    var subject = screens.subject(me, form.ofPlace()).orElseThrow(NotFound::new);
    return Reply.to(PATH + "/" + asking.ask(me, choice, subject.place()));
  }

  @GetMapping(PATH + "/{id}")
  ModelAndView show(Me me, @PathVariable PosterBundleId id) {
    return Reply.page("network/poster/bundle", new OnePage(bundles.visibleTo(me, id)));
  }

  @GetMapping(PATH + "/{id}/file")
  ResponseEntity<byte[]> fetch(Me me, @PathVariable PosterBundleId id) {
    var bundle = bundles.visibleTo(me, id);
    if (!bundle.hasFile()) {
      throw new NotFound();
    }
    var name =
        messages.text(me.locale(), "poster.file." + bundle.format().word(), bundle.building());
    return PaperAnswer.of(new Papers.Printed(name, SheetPrinting.joined(bundles.pages(id))));
  }

  @PostMapping(PATH + "/{id}/removal")
  ModelAndView remove(Me me, @PathVariable PosterBundleId id) {
    bundles.remove(me.id(), bundles.visibleTo(me, id).id());
    return Reply.to(PosterController.PATH, "poster.bundle.removed");
  }

  /** They can be made again. */
  @Bean
  static RetentionRule keptPosterBundles(PosterBundles bundles) {
    return new RetentionRule(
        "poster_bundles", 77, RetentionRule.Unit.DAYS, 7, 1, 30, bundles::forget);
  }
}
