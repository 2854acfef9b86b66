package nl.steunpunt.platform.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import org.apache.catalina.connector.InputBuffer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Takes 24 KB off each open event stream: Tomcat gives every request 8,192 bytes and as many
 * characters to read its body into, with no setting for it. The bytes are replaced by the
 * connection's own at the first read in any case; the characters serve readers, of which the
 * product has none (bodies are read as bytes). After an upgrade of Tomcat the test says whether its
 * fields still have these names.
 */
final class SmallRequests extends ValveBase {
  /** Enough for a reader to go on in small steps. */
  static final int CHARACTERS = 128;

  private static final VarHandle INPUT;
  private static final VarHandle LETTERS;

  static {
    try {
      var lookup = MethodHandles.lookup();
      INPUT =
          MethodHandles.privateLookupIn(Request.class, lookup)
              .findVarHandle(Request.class, "inputBuffer", InputBuffer.class);
      LETTERS =
          MethodHandles.privateLookupIn(InputBuffer.class, lookup)
              .findVarHandle(InputBuffer.class, "cb", CharBuffer.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  SmallRequests() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    shrink((InputBuffer) INPUT.get(request));
    getNext().invoke(request, response);
  }

  /** Once for each request object, which serves many requests; nothing was read into it yet. */
  static void shrink(InputBuffer input) {
    if (((CharBuffer) LETTERS.get(input)).capacity() > CHARACTERS) {
      LETTERS.set(input, CharBuffer.allocate(CHARACTERS).limit(0));
      input.setByteBuffer(ByteBuffer.allocate(0));
    }
  }
}
