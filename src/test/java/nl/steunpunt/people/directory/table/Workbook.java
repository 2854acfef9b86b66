package nl.steunpunt.people.directory.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The smallest XLSX that a spreadsheet would write; cells as the raw XML of the format. */
public final class Workbook {

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final StringBuilder rows = new StringBuilder();
  private int line;

  /** Style 1 is the number format 00000, style 2 a date. */
  public Workbook row(String... cells) {
    rows.append("<row r=\"").append(++line).append("\">");
    for (int i = 0; i < cells.length; i++) {
      rows.append(cells[i].replace("<c", "<c r=\"" + (char) ('A' + i) + line + "\""));
    }
    rows.append("</row>");
    return this;
  }

  public Workbook skip(int rows) {
    line += rows;
    return this;
  }

  public Workbook texts(String... texts) {
    var cells = new String[texts.length];
    for (int i = 0; i < texts.length; i++) {
      cells[i] = text(texts[i]);
    }
    return row(cells);
  }

  public static String text(String text) {
    return "<c t=\"inlineStr\"><is><t>" + text.replace("&", "&amp;") + "</t></is></c>";
  }

  public static String number(String number) {
    return "<c><v>" + number + "</v></c>";
  }

  public static String styled(int style, String number) {
    return "<c s=\"" + style + "\"><v>" + number + "</v></c>";
  }

  public byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      part(
          zip,
          "[Content_Types].xml",
          """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
          <Default Extension="xml" ContentType="application/xml"/>
          <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
          <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
          <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
          </Types>
          """);
      part(
          zip,
          "_rels/.rels",
          relations("rId1", RELATION + "/officeDocument", "xl/workbook.xml", ""));
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
              .formatted(MAIN, RELATION));
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          relations(
              "rId1",
              RELATION + "/worksheet",
              "worksheets/sheet1.xml",
              "<Relationship Id=\"rId2\" Type=\"%s/styles\" Target=\"styles.xml\"/>"
                  .formatted(RELATION)));
      part(
          zip,
          "xl/styles.xml",
          """
          <styleSheet xmlns="%s"><numFmts count="1"><numFmt numFmtId="164" formatCode="00000"/></numFmts>
          <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>
          """
              .formatted(MAIN));
      part(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String relations(String id, String type, String target, String more) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>%s</Relationships>"
        .formatted(id, type, target, more);
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write((HEAD + xml).getBytes(UTF_8));
    zip.closeEntry();
  }
}
