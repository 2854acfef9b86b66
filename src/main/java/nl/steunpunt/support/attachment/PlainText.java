package nl.steunpunt.support.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text is what reads as UTF-8 or Windows-1252 from end to end and has no control characters. */
final class PlainText {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private PlainText() {}

  static boolean is(Path file) throws IOException {
    return readsAs(UTF_8, file) || readsAs(WINDOWS_1252, file);
  }

  private static boolean readsAs(Charset charset, Path file) throws IOException {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (var text = Channels.newReader(Files.newByteChannel(file), decoder, 8192)) {
      var part = CharBuffer.allocate(8192);
      while (text.read(part) >= 0) {
        part.flip();
        if (part.chars().anyMatch(PlainText::isControl)) {
          return false;
        }
        part.clear();
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean isControl(int c) {
    return c == 0x7f || c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f';
  }
}
