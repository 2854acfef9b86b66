package nl.steunpunt.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A form that was not accepted, to be put back into a page. */
final class RefusedForm {
  /** Where it stands: the address of the page is the form's own by now. */
  static final String STANDS_ON = "standsOn";

  /** Not typed, and no word on which form it is: each showing of it has its own. */
  static final List<String> OF_ITSELF = List.of("clientId", "sending", STANDS_ON);

  private static final String FIELDS =
      "input:not([type=hidden],[type=file],[type=password],[type=submit]), textarea, select";
  private static final String TEXTS =
      "textarea, input:not([type]), input[type=text], input[type=email], input[type=search],"
          + " input[type=number], input[type=date], input[type=time], input[type=datetime-local]";

  private final String action;
  private final Map<String, String[]> sent;
  private final Errors.Shown shown;
  private final String field;

  /**
   * @param field the name of the one it is about; empty: not known
   */
  RefusedForm(HttpServletRequest request, Errors.Shown shown, String field) {
    this.action = request.getRequestURI();
    this.sent = sent(request);
    this.shown = shown;
    this.field = field;
  }

  /** What was sent in its fields; nothing where they are too large, or no text, to be read. */
  static Map<String, String[]> sent(HttpServletRequest request) {
    try {
      return FormLimitFilter.mayBeRead(request) ? request.getParameterMap() : Map.of();
    } catch (IllegalStateException broken) {
      return Map.of();
    }
  }

  /**
   * @param page or part of one
   * @param address of the page
   * @return whether the form stands in it
   */
  boolean putInto(Document page, String address) {
    var form = find(page);
    if (form == null) {
      return false;
    }
    // Nothing arrived of a body that was too large: the page's own script has the text.
    if (!sent.isEmpty()) {
      fill(form);
    }
    standOn(form, address);
    unfold(form);
    form.select(FIELDS).stream().filter(RefusedForm::isFilled).forEach(RefusedForm::unfold);
    page.select("[autofocus]").removeAttr("autofocus");
    explain(form);
    return true;
  }

  /** The form is gone from its page: somebody else was first. */
  void putAbove(Document page, String address) {
    page.select("[autofocus]").removeAttr("autofocus");
    var notices = page.selectFirst("#notices");
    var place = notices == null ? page.expectFirst("main") : notices;
    var alert = alert();
    shown.typed().forEach(text -> alert.appendElement("blockquote").addClass("typed").text(text));
    place.prependChild(alert);
    page.expectFirst("main").attr("data-stands-on", address);
  }

  private @Nullable Element find(Document page) {
    var forms = page.select("form[method=post]").stream().filter(this::goesThere).toList();
    return forms.size() == 1
        ? forms.getFirst()
        : forms.stream().filter(this::isOne).findFirst().orElse(null);
  }

  private boolean goesThere(Element form) {
    return form.attr("action").equals(action)
        || form.select("[formaction]").stream()
            .anyMatch(button -> button.attr("formaction").equals(action));
  }

  /** Of a row of like forms the one with the same hidden values. */
  private boolean isOne(Element form) {
    return form.select("input[type=hidden]").stream()
        .filter(hidden -> sent.containsKey(hidden.attr("name")))
        .filter(hidden -> !OF_ITSELF.contains(hidden.attr("name")))
        .allMatch(hidden -> List.of(sent.get(hidden.attr("name"))).contains(hidden.attr("value")));
  }

  private void fill(Element form) {
    var left = new HashMap<String, Deque<String>>();
    sent.forEach((name, values) -> left.put(name, new ArrayDeque<>(List.of(values))));
    for (var control : form.select(FIELDS)) {
      var values = left.getOrDefault(control.attr("name"), new ArrayDeque<>());
      if (control.normalName().equals("select")) {
        choose(control, values);
      } else if (control.is("[type=checkbox], [type=radio]")) {
        control.attr("checked", values.contains(control.attr("value")));
      } else if (!values.isEmpty()) {
        write(control, values.removeFirst());
      }
    }
  }

  private static void choose(Element select, Deque<String> values) {
    if (!values.isEmpty()) {
      select
          .select("option")
          .forEach(option -> option.attr("selected", values.contains(option.attr("value"))));
    }
  }

  private static void write(Element control, String text) {
    if (control.normalName().equals("textarea")) {
      // A browser takes the first line break of a text field for markup.
      control.text(text.startsWith("\n") ? "\n" + text : text);
    } else {
      control.attr("value", text);
    }
  }

  /** Opens what it stands in, and nothing else of the page. */
  private static void unfold(Element element) {
    element.parents().stream()
        .filter(around -> around.normalName().equals("details"))
        .forEach(details -> details.attr("open", true));
  }

  private static boolean isFilled(Element control) {
    return switch (control.normalName()) {
      case "textarea" -> !control.wholeText().isBlank();
      case "select" -> control.select("option[selected]").stream().anyMatch(RefusedForm::says);
      default ->
          control.is("[type=checkbox], [type=radio]")
              ? control.hasAttr("checked") && says(control)
              : says(control);
    };
  }

  private static boolean says(Element control) {
    return !control.val().isBlank();
  }

  private static boolean isInSight(Element control) {
    return control.parents().stream()
        .noneMatch(around -> around.normalName().equals("details") && !around.hasAttr("open"));
  }

  private void standOn(Element form, String address) {
    form.attr("data-stands-on", address);
    form.select("[name=" + STANDS_ON + "]").remove();
    form.appendElement("input")
        .attr("type", "hidden")
        .attr("name", STANDS_ON)
        .attr("value", address);
  }

  private void explain(Element form) {
    var about = about(form);
    if (about == null) {
      form.prependChild(alert());
      return;
    }
    unfold(about);
    if (about.id().isEmpty()) {
      about.id("refused-field");
    }
    var id = about.id() + "-error";
    form.select("[id=" + id + "]").remove();
    about.attr("aria-invalid", "true").attr("autofocus", true);
    about.attr("aria-describedby", (about.attr("aria-describedby") + " " + id).strip());
    var place = about.closest("label") == null ? about : about.closest("label");
    place.after(
        new Element("p").id(id).addClass("field-error").attr("role", "alert").text(shown.text()));
  }

  /**
   * The field that the reason is about: the named one; else the one that its own rules refuse; else
   * the only text in sight.
   */
  private @Nullable Element about(Element form) {
    var fields = form.select(FIELDS);
    if (!field.isEmpty()) {
      return fields.select("[name=" + field + "]").first();
    }
    for (var control : fields.select("[required], [maxlength]")) {
      var text = control.normalName().equals("textarea") ? control.wholeText() : control.val();
      var longest = control.attr("maxlength");
      if ((control.hasAttr("required") && text.isBlank())
          || (!longest.isEmpty() && text.length() > Integer.parseInt(longest))) {
        return control;
      }
    }
    var texts = fields.select(TEXTS).stream().filter(RefusedForm::isInSight).toList();
    return texts.size() == 1 ? texts.getFirst() : null;
  }

  private Element alert() {
    return new Element("div")
        .addClass("alert")
        .addClass("alert-danger")
        .attr("role", "alert")
        .attr("tabindex", "-1")
        .attr("autofocus", true)
        .text(shown.text());
  }
}
