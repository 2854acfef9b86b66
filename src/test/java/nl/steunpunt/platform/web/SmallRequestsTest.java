package nl.steunpunt.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;

/** Fails when Tomcat's fields are called otherwise, or when its buffers must be larger. */
class SmallRequestsTest {
  private static final String TEXT = "Ëen bericht dat langer is dan de buffer. ".repeat(40);

  @Test
  void aBodyIsReadAsBytesAndAsCharacters() throws IOException {
    var bytes = input();
    assertThat(TEXT).hasSizeGreaterThan(4 * SmallRequests.CHARACTERS);
    var read = new byte[TEXT.getBytes(StandardCharsets.UTF_8).length];
    assertThat(bytes.read(read, 0, read.length)).isEqualTo(read.length);
    assertThat(new String(read, StandardCharsets.UTF_8)).isEqualTo(TEXT);

    var letters = input();
    letters.checkConverter();
    var said = new StringBuilder();
    for (int one = letters.read(); one >= 0; one = letters.read()) {
      said.append((char) one);
    }
    assertThat(said).hasToString(TEXT);
  }

  private static InputBuffer input() {
    var request = new Request();
    request.setResponse(new org.apache.coyote.Response());
    request.setCharset(StandardCharsets.UTF_8);
    request.setInputBuffer(new OneChunk(TEXT.getBytes(StandardCharsets.UTF_8)));
    var input = new InputBuffer(request);
    SmallRequests.shrink(input);
    return input;
  }

  private static final class OneChunk implements org.apache.coyote.InputBuffer {
    private final byte[] bytes;
    private boolean given;

    OneChunk(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) {
      if (given) {
        return -1;
      }
      given = true;
      handler.setByteBuffer(ByteBuffer.wrap(bytes));
      return bytes.length;
    }

    @Override
    public int available() {
      return given ? 0 : bytes.length;
    }
  }
}
