package nl.steunpunt.platform.web;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Map;
import java.util.function.Supplier;

/** A form that is refused to whoever would read it; so its page can say why, as for any other. */
final class UnreadForm extends HttpServletRequestWrapper {
  private final Supplier<? extends RuntimeException> refusal;

  UnreadForm(HttpServletRequest request, Supplier<? extends RuntimeException> refusal) {
    super(request);
    this.refusal = refusal;
  }

  @Override
  public String getParameter(String name) {
    throw refusal.get();
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    throw refusal.get();
  }

  @Override
  public Enumeration<String> getParameterNames() {
    throw refusal.get();
  }

  @Override
  public String[] getParameterValues(String name) {
    throw refusal.get();
  }

  @Override
  public Collection<Part> getParts() {
    throw refusal.get();
  }

  @Override
  public Part getPart(String name) {
    throw refusal.get();
  }

  @Override
  public ServletInputStream getInputStream() {
    throw refusal.get();
  }

  @Override
  public BufferedReader getReader() {
    throw refusal.get();
  }
}
