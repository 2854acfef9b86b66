package nl.steunpunt.platform.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body may not say beforehand how large it is, and is not read beyond this. */
final class LimitedBody extends HttpServletRequestWrapper {
  private final int most;

  LimitedBody(HttpServletRequest request, int most) {
    super(request);
    this.most = most;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Limited(super.getInputStream(), most);
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  private static final class Limited extends ServletInputStream {
    private final ServletInputStream body;
    private final int most;
    private long count;

    Limited(ServletInputStream body, int most) {
      this.body = body;
      this.most = most;
    }

    private int counted(int bytes) {
      count += Math.max(0, bytes);
      if (count > most) {
        throw Invalid.tooLarge(most);
      }
      return bytes;
    }

    @Override
    public int read() throws IOException {
      var one = body.read();
      counted(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return counted(body.read(into, offset, length));
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
