package nl.steunpunt.platform.print;

import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * What is read aloud, in the order in which it was drawn: the structure tree of ISO 32000-1, 14.7,
 * of which PDFBox knows the parts but builds nothing.
 */
final class SheetTags {
  private final COSArray parents = new COSArray();
  private final COSArray read = new COSArray();
  private final COSDictionary whole = new COSDictionary();
  private COSArray ofPage = new COSArray();
  private @Nullable PDPage page;

  void begin(PDPage next) {
    page = next;
    ofPage = new COSArray();
    next.setStructParents(parents.size() / 2);
    parents.add(COSInteger.get(parents.size() / 2));
    parents.add(ofPage);
    // Nothing can be stepped through, but a reader asks in which order it would be.
    next.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
  }

  /**
   * @param language null: that of the document
   * @param instead what is said in its place, of a picture
   * @return the number that stands with its content
   */
  int add(COSName role, @Nullable Locale language, @Nullable String instead) {
    var element = new COSDictionary();
    element.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
    element.setItem(COSName.S, role);
    element.setItem(COSName.P, whole);
    element.setItem(COSName.PG, page);
    var number = ofPage.size();
    element.setInt(COSName.K, number);
    if (language != null) {
      element.setString(COSName.LANG, language.getLanguage());
    }
    if (instead != null) {
      element.setString(COSName.ALT, instead);
    }
    ofPage.add(element);
    read.add(element);
    return number;
  }

  void writeTo(PDDocument document) {
    var tree = new COSDictionary();
    tree.setItem(COSName.NUMS, parents);
    var root = new COSDictionary();
    root.setItem(COSName.TYPE, COSName.STRUCT_TREE_ROOT);
    root.setItem(COSName.K, whole);
    root.setItem(COSName.PARENT_TREE, tree);
    root.setInt(COSName.PARENT_TREE_NEXT_KEY, parents.size() / 2);
    whole.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
    whole.setItem(COSName.S, COSName.getPDFName("Document"));
    whole.setItem(COSName.P, root);
    whole.setItem(COSName.K, read);
    var catalog = document.getDocumentCatalog().getCOSObject();
    catalog.setItem(COSName.STRUCT_TREE_ROOT, root);
    var marked = new COSDictionary();
    marked.setBoolean(COSName.getPDFName("Marked"), true);
    catalog.setItem(COSName.getPDFName("MarkInfo"), marked);
  }
}
