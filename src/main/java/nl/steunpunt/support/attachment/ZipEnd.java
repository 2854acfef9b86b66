package nl.steunpunt.support.attachment;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The record at a zip's end (APPNOTE 4.3.16): where its list of entries stands. A file is a zip to
 * whoever finds this at its end, whatever it begins with.
 */
record ZipEnd(long at, int entries, long listSize, long listAt) {
  private static final int SIGNATURE = 0x06054b50;
  private static final int SIZE = 22;
  private static final int MAX_COMMENT = 0xffff;

  static @Nullable ZipEnd find(RandomAccessFile file) throws IOException {
    var from = Math.max(0, file.length() - SIZE - MAX_COMMENT);
    var tail = new byte[(int) (file.length() - from)];
    file.seek(from);
    file.readFully(tail);
    var bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = tail.length - SIZE; at >= 0; at--) {
      if (bytes.getInt(at) == SIGNATURE
          && at + SIZE + Short.toUnsignedInt(bytes.getShort(at + 20)) == tail.length) {
        return new ZipEnd(
            from + at,
            Short.toUnsignedInt(bytes.getShort(at + 10)),
            Integer.toUnsignedLong(bytes.getInt(at + 12)),
            Integer.toUnsignedLong(bytes.getInt(at + 16)));
      }
    }
    return null;
  }

  /** Nothing before the first entry, behind the list, or in between: no second file hides here. */
  boolean fills() {
    return listAt + listSize == at;
  }
}
