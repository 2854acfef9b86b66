package nl.steunpunt.people.directory.table;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * A file is UTF-8, or UTF-16 when its byte order mark or the zero bytes of its first character say
 * so. Windows-1252 is not guessed at: it cannot be told from other old encodings, and a wrong guess
 * would write wrong names. Its accented letters become {@link #UNDECODABLE}, which is reported per
 * cell.
 */
record TextEncoding(Charset charset, int markLength) {

  static final char UNDECODABLE = '\uFFFD';

  static TextEncoding of(byte[] content) {
    int first = at(content, 0);
    int second = at(content, 1);
    if (first == 0xEF && second == 0xBB && at(content, 2) == 0xBF) {
      return new TextEncoding(UTF_8, 3);
    }
    if (first == 0xFF && second == 0xFE) {
      return new TextEncoding(UTF_16LE, 2);
    }
    if (first == 0xFE && second == 0xFF) {
      return new TextEncoding(UTF_16BE, 2);
    }
    if (first > 0 && second == 0) {
      return new TextEncoding(UTF_16LE, 0);
    }
    if (first == 0 && second > 0) {
      return new TextEncoding(UTF_16BE, 0);
    }
    return new TextEncoding(UTF_8, 0);
  }

  CharsetDecoder decoder() {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .replaceWith(String.valueOf(UNDECODABLE));
  }

  private static int at(byte[] content, int index) {
    return index < content.length ? content[index] & 0xFF : -1;
  }
}
