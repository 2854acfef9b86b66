package nl.steunpunt.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import nl.steunpunt.platform.backup.Manifest.TableContent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that was read in full and is whole. */
final class BackupFile implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final ZipFile zip;
  private final Manifest manifest;

  private BackupFile(ZipFile zip, Manifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * @throws BackupRefused when it is none, is cut short, was changed, or is of a later format
   */
  static BackupFile open(Path path) {
    if (!Files.isReadable(path)) {
      throw new BackupRefused("There is no file %s that can be read.".formatted(path));
    }
    try {
      var zip = new ZipFile(path.toFile());
      try {
        var file = new BackupFile(zip, manifest(zip, path));
        file.check(path);
        return file;
      } catch (IOException | RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (ZipException e) {
      throw broken(path, "it is cut short or no backup at all", e);
    } catch (IOException e) {
      throw broken(path, String.valueOf(e.getMessage()), e);
    }
  }

  Manifest manifest() {
    return manifest;
  }

  InputStream rows(TableContent table) throws IOException {
    return zip.getInputStream(zip.getEntry(table.entry()));
  }

  private static Manifest manifest(ZipFile zip, Path path) throws IOException {
    var entry = zip.getEntry(Manifest.ENTRY);
    if (entry == null) {
      throw broken(path, "it says nothing about itself", null);
    }
    try (var content = zip.getInputStream(entry)) {
      var bytes = content.readAllBytes();
      // ZipFile itself does not look whether what it unpacked is what was packed.
      var sum = new CRC32();
      sum.update(bytes);
      if (sum.getValue() != entry.getCrc()) {
        throw broken(path, "what it says about itself is not what was written", null);
      }
      var tree = JSON.readTree(bytes);
      var format = tree.path("format").asInt(0);
      if (format > Manifest.FORMAT) {
        throw new BackupRefused(
            "The backup %s was made by a later Steunpunt (%s): restore it with that one."
                .formatted(path, tree.path("product").asString("")));
      }
      return JSON.treeToValue(tree, Manifest.class);
    } catch (JacksonException e) {
      throw broken(path, "what it says about itself cannot be read", e);
    }
  }

  /** Before anything is written anywhere: every entry is there, and is what it was. */
  private void check(Path path) throws IOException {
    var promised =
        manifest.tables().stream()
            .map(TableContent::entry)
            .collect(Collectors.toCollection(TreeSet::new));
    promised.add(Manifest.ENTRY);
    Set<String> found =
        zip.stream().map(entry -> entry.getName()).collect(Collectors.toCollection(TreeSet::new));
    if (!found.equals(promised)) {
      throw broken(path, "tables are missing or were added", null);
    }
    for (var table : manifest.tables()) {
      if (!sum(table).equals(table.sha256())) {
        throw broken(path, table.name() + " is not what was written", null);
      }
    }
  }

  private String sum(TableContent table) throws IOException {
    var digest = CopyText.sha256();
    try (var rows = new DigestInputStream(rows(table), digest)) {
      rows.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static BackupRefused broken(Path path, String why, @Nullable Throwable cause) {
    return new BackupRefused(
        "The backup %s is damaged: %s. Nothing was changed.".formatted(path, why), cause);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
