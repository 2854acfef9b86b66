package nl.steunpunt.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What a controller answers: a template with its record, or the way on after a form. */
public final class Reply {
  private Reply() {}

  public static ModelAndView page(String template) {
    return new ModelAndView(template);
  }

  public static ModelAndView page(String template, Object it) {
    return new ModelAndView(template, "it", it);
  }

  /** A form that was not accepted: shown again with what was typed. */
  public static ModelAndView again(String template, Object it) {
    var reply = page(template, it);
    reply.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return reply;
  }

  public static ModelAndView to(String path) {
    var see = new RedirectView(path);
    see.setStatusCode(HttpStatus.SEE_OTHER);
    see.setExposeModelAttributes(false);
    return new ModelAndView(see);
  }

  /** The way on, with a sentence the next page shows once. */
  public static ModelAndView to(String path, String key, @Nullable Object... arguments) {
    Flash.leave(Flash.DONE, key, arguments);
    return to(path);
  }
}
