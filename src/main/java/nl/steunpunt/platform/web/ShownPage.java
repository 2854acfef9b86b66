package nl.steunpunt.platform.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Holds a page instead of sending it, and lets nothing of it out but its cookies. */
final class ShownPage extends HttpServletResponseWrapper {
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final PrintWriter writer = new PrintWriter(body, false, StandardCharsets.UTF_8);

  ShownPage(HttpServletResponse response) {
    super(response);
  }

  String html() {
    writer.flush();
    return body.toString(StandardCharsets.UTF_8);
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return new ServletOutputStream() {
      @Override
      public void write(int b) {
        body.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        body.write(bytes, offset, length);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException("written at once");
      }
    };
  }

  @Override
  public PrintWriter getWriter() {
    return writer;
  }

  @Override
  public boolean isCommitted() {
    return false;
  }

  @Override
  public void flushBuffer() {}

  @Override
  public void setStatus(int status) {}

  @Override
  public void sendError(int status) {}

  @Override
  public void sendError(int status, String message) {}

  @Override
  public void sendRedirect(String location) {}

  @Override
  public void setContentType(@Nullable String type) {}

  @Override
  public void setContentLength(int length) {}

  @Override
  public void setContentLengthLong(long length) {}

  /** What a page says about itself is not true of the one that is made of it; its cookies are. */
  @Override
  public void setHeader(String name, @Nullable String value) {
    if (name.equalsIgnoreCase(HttpHeaders.SET_COOKIE)) {
      super.setHeader(name, value);
    }
  }

  @Override
  public void addHeader(String name, @Nullable String value) {
    if (name.equalsIgnoreCase(HttpHeaders.SET_COOKIE)) {
      super.addHeader(name, value);
    }
  }
}
