package nl.steunpunt.platform.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Looks at another page within the request of a form: same person, same browser, no body. */
final class PageRequest extends HttpServletRequestWrapper {
  private final String path;
  private final @Nullable String query;
  private final boolean part;
  private final Map<String, String[]> parameters = new LinkedHashMap<>();

  /**
   * @param part as htmx asks for a part of a page
   */
  PageRequest(HttpServletRequest form, String address, boolean part) {
    super(form);
    var uri = UriComponentsBuilder.fromUriString(address).build();
    path = uri.getPath() == null ? "/" : uri.getPath();
    query = uri.getQuery();
    this.part = part;
    uri.getQueryParams()
        .forEach((name, values) ->
            parameters.put(
                decoded(name), values.stream().map(PageRequest::decoded).toArray(String[]::new)));
  }

  private static String decoded(@Nullable String text) {
    return text == null ? "" : URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public String getRequestURI() {
    return path;
  }

  @Override
  public StringBuffer getRequestURL() {
    return new StringBuffer(path);
  }

  @Override
  public String getServletPath() {
    return UriUtils.decode(path, StandardCharsets.UTF_8);
  }

  @Override
  public @Nullable String getPathInfo() {
    return null;
  }

  @Override
  public @Nullable String getQueryString() {
    return query;
  }

  @Override
  public @Nullable String getContentType() {
    return null;
  }

  @Override
  public int getContentLength() {
    return 0;
  }

  @Override
  public long getContentLengthLong() {
    return 0;
  }

  @Override
  public @Nullable String getHeader(String name) {
    if (Htmx.isHeader(name)) {
      return part ? "true" : null;
    }
    return isOfTheForm(name) ? null : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    if (Htmx.isHeader(name)) {
      return Collections.enumeration(part ? List.of("true") : List.of());
    }
    return isOfTheForm(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
  }

  private static boolean isOfTheForm(String header) {
    return List.of(
            "content-type",
            "content-length",
            "if-none-match",
            "if-modified-since",
            // the page is read here
            "accept-encoding")
        .contains(header.toLowerCase(Locale.ROOT));
  }

  /** A page comes at once; what streams is none. */
  @Override
  public boolean isAsyncSupported() {
    return false;
  }

  @Override
  public AsyncContext startAsync() {
    throw new IllegalStateException("a page comes at once");
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    return startAsync();
  }

  /** It would take over the connection that the form came by. */
  @Override
  public <T extends HttpUpgradeHandler> T upgrade(Class<T> handler) {
    throw new IllegalStateException("a page leaves the connection as it is");
  }

  @Override
  public @Nullable String getParameter(String name) {
    var values = parameters.get(name);
    return values == null ? null : values[0];
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Collections.unmodifiableMap(parameters);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(parameters.keySet());
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    return parameters.get(name);
  }
}
