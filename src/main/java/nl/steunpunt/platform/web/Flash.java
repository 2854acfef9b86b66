package nl.steunpunt.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/**
 * A sentence for the next page, kept in a cookie for a minute: there is no session to keep it in.
 * It carries a message key, never text, so that nobody can put words on somebody's screen.
 */
public record Flash(String kind, String key, List<String> arguments) {
  static final String DONE = "done";
  private static final String COOKIE = "flash";

  /** Of a name in a sentence; three of them, in any script, fit into the head of an answer. */
  private static final int LONGEST_ARGUMENT = 60;

  static void leave(String kind, String key, @Nullable Object... arguments) {
    var parts = new ArrayList<String>(List.of(kind, key));
    for (var argument : arguments) {
      parts.add(shortened(String.valueOf(argument)));
    }
    var value =
        String.join(
            "~",
            parts.stream().map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8)).toList());
    var response =
        ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getResponse();
    if (response != null) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookie(value, 60).toString());
    }
  }

  private static String shortened(String argument) {
    var all = argument.codePointCount(0, argument.length());
    return all <= LONGEST_ARGUMENT
        ? argument
        : argument.substring(0, argument.offsetByCodePoints(0, LONGEST_ARGUMENT - 1)) + "…";
  }

  /** As a text with a choice of singular and plural takes them: numbers as numbers. */
  public Object[] values() {
    return arguments.stream()
        .map(argument ->
            argument.matches("\\d{1,9}") ? (Object) Integer.valueOf(argument) : argument)
        .toArray();
  }

  static @Nullable Flash take(HttpServletRequest request, HttpServletResponse response) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    if (cookie == null || response.isCommitted()) {
      return null;
    }
    response.addHeader(HttpHeaders.SET_COOKIE, cookie("", 0).toString());
    try {
      var parts =
          List.of(cookie.getValue().split("~", 8)).stream()
              .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
              .toList();
      return parts.size() < 2
          ? null
          : new Flash(parts.get(0), parts.get(1), parts.subList(2, parts.size()));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static ResponseCookie cookie(String value, int seconds) {
    return ResponseCookie.from(COOKIE, value)
        .path("/")
        .httpOnly(true)
        .sameSite("Lax")
        .maxAge(seconds)
        .build();
  }
}
