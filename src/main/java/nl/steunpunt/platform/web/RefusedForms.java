package nl.steunpunt.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Answers a refused form with the page it stood on, as that page is now, with what was typed in its
 * fields and the reason beside them. So no form needs a screen of its own for what goes wrong, and
 * none of them ends on a page that has lost the text.
 */
@Component
class RefusedForms {
  private static final Logger LOG = LoggerFactory.getLogger(RefusedForms.class);

  /** Shorter than this it is a choice, a name or a number: not a text that somebody would miss. */
  private static final int WORTH_KEEPING = 20;

  /** Has room for the form that stands on it, but is no place to explain another one. */
  private static final String START = "/";

  /** Parts that a page fetches when it has loaded. */
  private static final String PARTS = "[hx-get][hx-trigger^=load]";

  private final ObjectProvider<RequestMappingHandlerMapping> routes;
  private final ObjectProvider<RequestMappingHandlerAdapter> controllers;
  private final ViewResolver templates;

  RefusedForms(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> routes,
      ObjectProvider<RequestMappingHandlerAdapter> controllers,
      @Qualifier("templateViews") ViewResolver templates) {
    this.routes = routes;
    this.controllers = controllers;
    this.templates = templates;
  }

  /** The longer texts of a form; passwords are not among them. */
  static List<String> typed(HttpServletRequest request) {
    return RefusedForm.sent(request).entrySet().stream()
        .filter(field -> !field.getKey().contains("assword"))
        .filter(field -> !RefusedForm.OF_ITSELF.contains(field.getKey()))
        .flatMap(field -> List.of(field.getValue()).stream())
        .filter(text -> text.strip().length() >= WORTH_KEEPING)
        .toList();
  }

  /** The page with the form; when there is no such page any more, the error page. */
  View view(Errors.Shown shown, String field, HttpStatus status) {
    return new View() {
      @Override
      public String getContentType() {
        return "text/html;charset=UTF-8";
      }

      @Override
      public void render(
          @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
          throws Exception {
        var page = page(request, response, new RefusedForm(request, shown, field));
        response.setStatus(status.value());
        if (page == null) {
          Objects.requireNonNull(templates.resolveViewName("platform/web/error", Locale.ROOT))
              .render(model, request, response);
          return;
        }
        response.setContentType(getContentType());
        response.getOutputStream().write(page.outerHtml().getBytes(page.charset()));
      }
    };
  }

  private @Nullable Document page(
      HttpServletRequest request, HttpServletResponse response, RefusedForm form) {
    for (var address : addresses(request)) {
      var page = Jsoup.parse(get(address, false, request, response));
      if (page.selectFirst("main") == null) {
        continue;
      }
      page.outputSettings().prettyPrint(false);
      if (form.putInto(page, address) || putIntoPart(page, form, address, request, response)) {
        return page;
      }
      if (!address.equals(START)) {
        form.putAbove(page, address);
        return page;
      }
    }
    return null;
  }

  /** Where the form says it stands, or came from by its browser; else where its address leads. */
  private static Set<String> addresses(HttpServletRequest request) {
    var addresses = new LinkedHashSet<String>();
    var known = RefusedForm.sent(request).get(RefusedForm.STANDS_ON);
    if (known != null) {
      addresses.add(LocalPath.of(known[0]));
    }
    var referer = request.getHeader(HttpHeaders.REFERER);
    if (referer != null) {
      addresses.add(LocalPath.of(referer.replaceFirst("^https?://[^/]*", "")));
    }
    var path = request.getRequestURI();
    for (; !path.isEmpty(); path = path.substring(0, path.lastIndexOf('/'))) {
      addresses.add(path);
    }
    addresses.add(START);
    return addresses;
  }

  /** A form in a part that the page would fetch by itself is put there now. */
  private boolean putIntoPart(
      Document page,
      RefusedForm form,
      String address,
      HttpServletRequest request,
      HttpServletResponse response) {
    for (var place : page.select(PARTS)) {
      var part = Jsoup.parseBodyFragment(get(place.attr("hx-get"), true, request, response));
      if (form.putInto(part, address)) {
        place.empty().appendChildren(new ArrayList<>(part.body().childNodes()));
        place.attr("hx-trigger", place.attr("hx-trigger").replaceFirst("^load(?: once)?,? *", ""));
        return true;
      }
    }
    return false;
  }

  /** What this address shows to who asks; empty when that is no page, or none for them. */
  private String get(
      String address, boolean part, HttpServletRequest form, HttpServletResponse response) {
    var shown = new ShownPage(response);
    try {
      var request = new PageRequest(form, address, part);
      ServletRequestPathUtils.parseAndCache(request);
      var chain = routes.getObject().getHandler(request);
      if (chain == null || !isPage(chain.getHandler())) {
        return "";
      }
      for (var interceptor : chain.getInterceptorList()) {
        if (!interceptor.preHandle(request, shown, chain.getHandler())) {
          return "";
        }
      }
      var reply = controllers.getObject().handle(request, shown, chain.getHandler());
      var view =
          reply == null || reply.getViewName() == null
              ? null
              : templates.resolveViewName(reply.getViewName(), Locale.ROOT);
      if (reply == null || view == null) {
        return "";
      }
      view.render(reply.getModel(), request, shown);
      return shown.html();
    } catch (Exception e) {
      // No address, not there, not theirs, or broken itself: the refusal is what must be said.
      LOG.debug("{} cannot show a refused form", address, e);
      return "";
    }
  }

  /** A file, an answer of the API or a stream is none, and would go out by the form's own line. */
  private static boolean isPage(Object handler) {
    return handler instanceof HandlerMethod method
        && ModelAndView.class.isAssignableFrom(method.getReturnType().getParameterType());
  }
}
