package nl.steunpunt.support.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Tells a workbook or document (Open Packaging Conventions, ECMA-376 part 2) from any other zip by
 * its list of content types. That list is all that is ever unpacked, and at most a megabyte of it.
 */
final class OfficeZip {
  private static final int MAX_ENTRIES = 10_000;
  private static final int MAX_LIST = 1 << 20;
  private static final int MAX_TYPES = 1 << 20;

  /** What all parts together may say they grow to: a bomb would burst at who opens it. */
  private static final long MAX_UNPACKED = 512L << 20;

  private static final String TYPES = "[Content_Types].xml";
  private static final String MAIN = "application/vnd.openxmlformats-officedocument.";

  private OfficeZip() {}

  static Format format(Path file, RandomAccessFile bytes) throws IOException {
    var end = ZipEnd.find(bytes);
    if (end == null || end.entries() > MAX_ENTRIES || end.listSize() > MAX_LIST) {
      throw Refusal.of("attachment.damaged");
    }
    if (!end.fills()) {
      throw Refusal.of("attachment.two-in-one");
    }
    try (var zip = new ZipFile(file.toFile())) {
      var names = names(zip);
      var types = zip.getEntry(TYPES);
      if (types == null) {
        throw Refusal.of("attachment.unsupported");
      }
      byte[] list;
      try (var in = zip.getInputStream(types)) {
        list = in.readNBytes(MAX_TYPES + 1);
      }
      if (list.length > MAX_TYPES) {
        throw Refusal.of("attachment.damaged");
      }
      return format(list, names);
    } catch (ZipException | XMLStreamException e) {
      throw Refusal.of("attachment.damaged");
    }
  }

  private static Set<String> names(ZipFile zip) {
    var names = new HashSet<String>();
    long unpacked = 0;
    for (var entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
      var name = entry.getName().toLowerCase(Locale.ROOT);
      unpacked += Math.max(0, entry.getSize());
      if (name.endsWith("vbaproject.bin")) {
        throw Refusal.of("attachment.macros");
      }
      // Part names are equal when they differ in case only; a second one would show another text
      // elsewhere.
      if (!names.add(name)
          || name.startsWith("/")
          || name.contains("\\")
          || name.contains("..")
          || unpacked > MAX_UNPACKED) {
        throw Refusal.of("attachment.damaged");
      }
    }
    return names;
  }

  private static Format format(byte[] list, Set<String> names) throws XMLStreamException {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    var xml = factory.createXMLStreamReader(new ByteArrayInputStream(list));
    Format found = null;
    while (xml.hasNext()) {
      xml.next();
      var type = xml.isStartElement() ? xml.getAttributeValue(null, "ContentType") : null;
      if (type == null) {
        continue;
      }
      if (type.toLowerCase(Locale.ROOT).matches(".*(macroenabled|vbaproject).*")) {
        throw Refusal.of("attachment.macros");
      }
      var main = main(type);
      if (main != null && names.contains(part(xml.getAttributeValue(null, "PartName")))) {
        found = main;
      }
    }
    if (found == null || !names.contains("_rels/.rels")) {
      throw Refusal.of("attachment.unsupported");
    }
    return found;
  }

  private static @Nullable Format main(String type) {
    return switch (type) {
      case MAIN + "spreadsheetml.sheet.main+xml" -> Format.XLSX;
      case MAIN + "wordprocessingml.document.main+xml" -> Format.DOCX;
      default -> null;
    };
  }

  private static String part(@Nullable String name) {
    return name == null || !name.startsWith("/") ? "" : name.substring(1).toLowerCase(Locale.ROOT);
  }
}
