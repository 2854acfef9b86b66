package nl.steunpunt.network.papers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Papers of a whole department as one file. */
@Controller
public class BundleController {
  private static final String PATH = "/paper-bundles";
  private static final String LIST = "network/papers/bundles";

  private final Bundles bundles;
  private final BundleAsking asking;
  private final BundleFile file;
  private final Messages messages;

  BundleController(Bundles bundles, BundleAsking asking, BundleFile file, Messages messages) {
    this.bundles = bundles;
    this.asking = asking;
    this.file = file;
    this.messages = messages;
  }

  public record ListPage(
      List<PaperKind> kinds,
      List<Bundles.Department> departments,
      List<Bundles.Bundle> bundles,
      String kind,
      long department,
      List<FieldError> errors) {}

  public record OnePage(Bundles.Bundle bundle, List<String> failed) {
    public String address() {
      return PATH + "/" + bundle.id();
    }

    public int percent() {
      return bundle.total() == 0 ? 0 : 100 * (bundle.made() + bundle.failed()) / bundle.total();
    }
  }

  @GetMapping(PATH)
  ModelAndView list(Me me) {
    return Reply.page(LIST, page(me, "", 0, List.of()));
  }

  @PostMapping(PATH)
  ModelAndView ask(
      Me me,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "0") long department,
      @RequestParam(defaultValue = "") String language) {
    var which = PaperKind.of(kind);
    if (which == null || !which.isBundledFor(me)) {
      return again(me, kind, department, "kind", "papers.bundle.refused.kind");
    }
    var where = bundles.departments().stream().filter(one -> one.id() == department).findFirst();
    if (where.isEmpty()) {
      return again(me, kind, department, "department", "papers.bundle.refused.department");
    }
    var spoken =
        Messages.LANGUAGES.stream().anyMatch(one -> one.getLanguage().equals(language))
            ? language
            : null;
    return asking
        .ask(me, which, spoken, where.get())
        .map(id -> Reply.to(PATH + "/" + id))
        .orElseGet(() -> again(me, kind, department, "department", "papers.bundle.refused.none"));
  }

  @GetMapping(PATH + "/{id}")
  ModelAndView show(Me me, @PathVariable BundleId id) {
    var bundle = bundles.visibleTo(me, id);
    return Reply.page(
        "network/papers/bundle",
        new OnePage(bundle, bundle.failed() == 0 ? List.of() : bundles.failed(id)));
  }

  /** Straight to the browser: however many there are, a few are in memory. */
  @GetMapping(PATH + "/{id}/file")
  void fetch(Me me, @PathVariable BundleId id, HttpServletResponse response) throws IOException {
    var bundle = bundles.visibleTo(me, id);
    if (!bundle.hasFile()) {
      throw new NotFound();
    }
    var name =
        messages.text(me.locale(), "papers.bundle.of." + bundle.kind().word(), bundle.department());
    response.setContentType("application/zip");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(PaperAnswer.fileName(name) + ".zip", StandardCharsets.UTF_8)
            .build()
            .toString());
    file.write(bundle, response.getOutputStream());
  }

  @PostMapping(PATH + "/{id}/removal")
  ModelAndView remove(Me me, @PathVariable BundleId id) {
    bundles.remove(me.id(), bundles.visibleTo(me, id).id());
    return Reply.to(PATH, "papers.bundle.removed");
  }

  /** They can be made again; copies of what is about people do not lie about. */
  @Bean
  static RetentionRule keptBundles(Bundles bundles) {
    return new RetentionRule(
        "paper_bundles", 75, RetentionRule.Unit.DAYS, 7, 1, 30, bundles::forget);
  }

  private ModelAndView again(Me me, String kind, long department, String field, String key) {
    return Reply.again(LIST, page(me, kind, department, List.of(FieldError.of(field, key))));
  }

  private ListPage page(Me me, String kind, long department, List<FieldError> errors) {
    var kinds = Stream.of(PaperKind.values()).filter(one -> one.isBundledFor(me)).toList();
    return new ListPage(
        kinds,
        bundles.departments(),
        bundles.of(me.id()).stream().filter(one -> one.kind().isBundledFor(me)).toList(),
        kind,
        department,
        errors);
  }
}
