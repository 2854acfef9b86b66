package nl.steunpunt.world;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A browser, in which somebody may be signed in. */
public final class Browser {

  private final MockMvcTester mvc;
  private final @Nullable Cookie signIn;

  Browser(MockMvcTester mvc, @Nullable Cookie signIn) {
    this.mvc = mvc;
    this.signIn = signIn;
  }

  /** What recognises this browser. */
  public Cookie cookie() {
    return Objects.requireNonNull(signIn);
  }

  /** The page at this address, which must be there. */
  public Document page(String address) {
    var result = get(address);
    assertThat(result).hasStatusOk();
    return html(result);
  }

  public MvcTestResult get(String address) {
    return exchange(request(HttpMethod.GET, address));
  }

  /** Sends a form: names and values in turn. */
  public MvcTestResult post(String address, String... fields) {
    return exchange(form(address, fields));
  }

  /** Sends a form that makes something, and says where that is. */
  public String create(String address, String... fields) {
    var result = post(address, fields);
    assertThat(result).hasStatus(303);
    return Objects.requireNonNull(result.getResponse().getRedirectedUrl());
  }

  /** Sends a form that stands on the page at {@code from}. */
  public MvcTestResult postFrom(String from, String address, String... fields) {
    return exchange(form(address, fields).header("Referer", "http://localhost" + from));
  }

  /** Sends a form as htmx does, for the fragment that replaces a part of the page. */
  public MvcTestResult postForPart(String address, String... fields) {
    return exchange(form(address, fields).header("HX-Request", "true"));
  }

  public static Document html(MvcTestResult result) {
    try {
      return Jsoup.parse(result.getResponse().getContentAsString());
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private MockMvcTester.MockMvcRequestBuilder form(String address, String... fields) {
    var request = request(HttpMethod.POST, address).header("Sec-Fetch-Site", "same-origin");
    for (var i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return request;
  }

  private MockMvcTester.MockMvcRequestBuilder request(HttpMethod method, String address) {
    var request = mvc.method(method).uri(address);
    return signIn == null ? request : request.cookie(signIn);
  }

  private static MvcTestResult exchange(MockMvcTester.MockMvcRequestBuilder request) {
    return request.exchange();
  }
}
