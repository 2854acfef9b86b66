package nl.steunpunt.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a browser reads is the page, whatever it said that it can unpack. */
class ZipProperties {

  /** From all the same to all by chance, which no packing makes smaller. */
  private static byte[] page(int length, int letters, long seed) {
    var random = new Random(seed);
    var page = new byte[length];
    for (var i = 0; i < length; i++) {
      page[i] = (byte) random.nextInt(letters);
    }
    return page;
  }

  private static MockHttpServletResponse sent(byte[] page, String... accepted) throws IOException {
    var request = new MockHttpServletRequest();
    for (var one : accepted) {
      request.addHeader("Accept-Encoding", one);
    }
    var response = new MockHttpServletResponse();
    Zip.send(page, request, response);
    return response;
  }

  @Property(tries = 200)
  void whatIsUnpackedIsThePage(
      @ForAll @IntRange(max = 70_000) int length,
      @ForAll @IntRange(min = 1, max = 256) int letters,
      @ForAll long seed)
      throws IOException {
    var page = page(length, letters, seed);
    var response = sent(page, "gzip, deflate, br");
    var body = response.getContentAsByteArray();
    assertThat(body).hasSize(response.getContentLength());
    if (response.getHeader("Content-Encoding") == null) {
      assertThat(body).isEqualTo(page);
    } else {
      assertThat(body.length).isLessThan(page.length);
      try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
        assertThat(unpacked.readAllBytes()).isEqualTo(page);
      }
    }
  }

  @Property(tries = 5)
  void whoDoesNotUnpackGetsItAsItIs() throws IOException {
    var page = page(20_000, 4, 1);
    for (var accepted :
        new String[][] {{}, {"identity"}, {"br"}, {"gzip;q=0"}, {"br, gzip;q=0.5"}}) {
      var response = sent(page, accepted);
      assertThat(response.getHeader("Content-Encoding")).isNull();
      assertThat(response.getHeader("Vary")).isEqualTo("Accept-Encoding");
      assertThat(response.getContentAsByteArray()).isEqualTo(page);
    }
  }
}
