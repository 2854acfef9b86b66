package nl.steunpunt.platform.picture;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.steunpunt.platform.web.Refusal;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class DrawingsTest {
  private static final String HEAD =
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
          + " xmlns:ink='http://www.inkscape.org/namespaces/inkscape' viewBox='0 0 300 200'>";

  private static String svg(String inside) {
    return HEAD + inside + "</svg>";
  }

  private static String cleaned(String svg) {
    return new String(Drawings.cleaned(svg.getBytes(UTF_8)).svg(), UTF_8);
  }

  private static void refused(byte[] svg, String key) {
    assertThatThrownBy(() -> Drawings.cleaned(svg))
        .isInstanceOf(Refusal.class)
        .extracting(e -> ((Refusal) e).key())
        .isEqualTo("picture.svg." + key);
  }

  private static void refused(String svg, String key) {
    refused(svg.getBytes(UTF_8), key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<g><ink:x><script/></ink:x></g>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<foreignObject><b xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
        "<h:div xmlns:h='http://www.w3.org/1999/xhtml'/>",
        "<rect onclick='alert(1)' width='1' height='1'/>",
        "<g ONLOAD='alert(1)'/>",
        "<title onmouseover='x()'/>",
        "<iframe src='x'/>",
        "<handler/>",
        "<a><rect onfocusin='x'/></a>"
      })
  void whatCanRunIsRefused(String inside) {
    refused(svg(inside), "script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<image href='http://elsewhere.example/x.png'/>",
        "<image xlink:href='//elsewhere.example/x.png'/>",
        "<use href='other.svg#x'/>",
        "<a xlink:href='javascript:alert(1)'><rect/></a>",
        "<a href=' JaVaScRiPt:alert(1)'/>",
        "<image href='data:text/html,x'/>",
        "<rect fill='url(http://elsewhere.example/#x)'/>",
        "<rect style='fill:url( \"http://elsewhere.example\")'/>",
        "<rect style='fill:url(/**/http://elsewhere.example)'/>",
        "<rect style='fill:\\75rl(http://elsewhere.example)'/>",
        "<style>@import 'http://elsewhere.example/x.css';</style>",
        "<style><![CDATA[rect{fill:url(http://elsewhere.example)}]]></style>",
        "<style>@im\\port 'x'</style>",
        "<style>/* */@IMPORT url(x)</style>",
        "<rect style='behavior:url(#x)'/>",
        "<rect style='width:expression(alert(1))'/>",
        "<animate attributeName='href' values='javascript:alert(1)'/>",
        "<set attributeName='href' to='javascript:alert(1)'/>",
        "<?xml-stylesheet href='http://elsewhere.example/x.css'?>"
      })
  void whatReachesOutsideIsRefused(String inside) {
    refused(svg(inside), "outside");
  }

  @Test
  void entitiesAndDoctypesAreRefused() {
    refused(
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + svg("<text>&x;</text>"),
        "doctype");
    refused("<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'x.dtd'>" + svg(""), "doctype");
    refused(svg("<text>&unknown;</text>"), "damaged");
    var laughs = new StringBuilder("<!DOCTYPE svg [<!ENTITY a 'ha'>");
    for (var i = 'b'; i < 'k'; i++) {
      laughs.append("<!ENTITY %c '%s'>".formatted(i, ("&" + (char) (i - 1) + ";").repeat(10)));
    }
    refused(laughs + "]>" + svg("<text>&j;</text>"), "doctype");
    refused(("<!DOCTYPE svg [<!ENTITY x 'y'>]>" + svg("")).getBytes(UTF_16), "damaged");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "<svg>",
        "<html/>",
        "hallo",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><g></svg>",
        "<svg viewBox='0 0 9 9'/>",
        "<svg xmlns='http://elsewhere.example' viewBox='0 0 9 9'/>"
      })
  void whatIsNoDrawingIsRefused(String text) {
    refused(text, "damaged");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "viewBox='0 0 0 10'",
        "viewBox='0 0 10'",
        "viewBox='0 0 NaN 10'",
        "viewBox='0 0 1e9 10'",
        "viewBox='0 0 1000 10'",
        "width='100%' height='10'",
        "width='-1' height='1'"
      })
  void withoutASizeItIsRefused(String size) {
    refused("<svg xmlns='http://www.w3.org/2000/svg' " + size + "/>", "size");
  }

  @Test
  void whatIsTooMuchIsRefused() {
    refused(svg("<g>".repeat(70) + "</g>".repeat(70)), "complex");
    refused(svg("<g/>".repeat(Drawings.MOST_ELEMENTS)), "complex");
    refused(svg("<style>" + ".a{fill:#fff}".repeat(400) + "</style>"), "complex");
    refused(svg("<text>" + "x".repeat(Drawings.MOST_BYTES) + "</text>"), "large");
  }

  /** Each took hours once, or all memory, though it is smaller than what may be sent. */
  static List<String> meantToLast() {
    int much = Drawings.MOST_BYTES - 1000;
    return List.of(
        "<style>" + "/* ".repeat(much / 3) + "</style>",
        "<style>" + "a".repeat(much) + "</style>",
        "<style>" + "{".repeat(much) + "</style>",
        "<rect fill='" + "/* ".repeat(much / 3) + "'/>",
        "<rect fill='url" + " ".repeat(much - 10) + "'/>",
        "<text font-family='" + "a".repeat(much - 50) + "'>x</text>",
        "<style>g{font-family:" + "a".repeat(much / 2) + "}</style>" + "<g/>".repeat(15_000));
  }

  @ParameterizedTest
  @MethodSource("meantToLast")
  void whatIsMeantToLastDoesNot(String inside) {
    var svg = svg(inside).getBytes(UTF_8);
    assertThat(svg.length).isLessThanOrEqualTo(Drawings.MOST_BYTES);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          try {
            assertThat(Drawings.cleaned(svg).svg().length).isLessThan(2 * Drawings.MOST_BYTES);
          } catch (Refusal refusal) {
            assertThat(refusal.key()).isEqualTo("picture.svg.complex");
          }
        });
  }

  @Test
  void aStyleWithinAConditionHolds() {
    var kept = cleaned(svg("<rect class='a'/><style>@media screen { .a {fill:#abc} }</style>"));
    assertThat(kept).contains("fill=\"#abc\"");
  }

  @Test
  void keepsShapesTextAndColours() {
    var kept =
        cleaned(
            svg(
                "<defs><linearGradient id='g'><stop offset='0' stop-color='#fff'/></linearGradient></defs>"
                    + "<g transform='translate(3 4) rotate(45)'><rect x='1' y='2' width='3' height='4' fill='url(#g)'/>"
                    + "<path d='M0 0L10-3.5e2z' stroke='rgb(1, 2, 3)'/><text font-family=\"'Open Sans', Arial\">B3.12 &lt; &amp;</text></g>"));
    var page = Jsoup.parse(kept, "", Parser.xmlParser());
    assertThat(page.expectFirst("svg").attr("viewBox")).isEqualTo("0.0 0.0 300.0 200.0");
    assertThat(page.expectFirst("rect").attr("fill")).isEqualTo("url(#g)");
    assertThat(page.expectFirst("path").attr("d")).isEqualTo("M0 0L10-3.5e2z");
    assertThat(page.expectFirst("text").text()).isEqualTo("B3.12 < &");
    assertThat(page.expectFirst("g").attr("transform")).isEqualTo("translate(3 4) rotate(45)");
  }

  @Test
  void stylesBecomeAttributes() {
    var kept =
        cleaned(
            svg(
                "<rect class='a b' id='r' width='1' height='1' fill='red' style='opacity: .5; filter: blur(9px)'/>"
                    + "<style>/* x */ .a,.c { fill : #abc !important } #r{stroke:none} g > rect{fill:black} rect{stroke-width:2px}</style>"));
    var rect = Jsoup.parse(kept, "", Parser.xmlParser()).expectFirst("rect");
    assertThat(rect.attr("fill")).isEqualTo("#abc");
    assertThat(rect.attr("stroke")).isEqualTo("none");
    assertThat(rect.attr("stroke-width")).isEqualTo("2px");
    assertThat(rect.attr("opacity")).isEqualTo(".5");
    assertThat(kept).doesNotContain("style", "class", "blur");
  }

  @Test
  void whatElseThereIsIsLeftOutAndNamed() {
    var cleaned =
        Drawings.cleaned(
            svg("<!-- who drew it --><metadata><ink:author>Jan</ink:author></metadata><title>Jan</title>"
                    + "<image href='data:image/png;base64,AAAA'/><use href='#a'/><filter id='f'/>"
                    + "<g id='a' ink:label='image (1)' data-x='y' aria-label='z'><ink:grid/><rect/></g>")
                .getBytes(UTF_8));
    assertThat(cleaned.without()).containsExactly("filter", "image", "use");
    assertThat(new String(cleaned.svg(), UTF_8))
        .doesNotContain("Jan", "drew", "AAAA", "label", "data-x", "grid")
        .contains("<g id=\"a\"><rect>");
    assertThat(List.of(cleaned.width(), cleaned.height())).containsExactly(300, 200);
  }

  /** Pieces of what is nasty, put together by chance: refused, or nothing nasty is left. */
  static List<String> byChance() {
    var pieces =
        List.of(
            "<g>",
            "</g>",
            "<rect ",
            "/>",
            ">",
            "onload='x'",
            " href='javascript:x'",
            "<script",
            "</script>",
            "style='fill:url(//x)'",
            "<style>",
            "</style>",
            "@import 'x';",
            "<a ",
            "xlink:href='#a'",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "&#x3c;",
            "&lt;script&gt;",
            "<foreignObject>",
            "fill='url(#a)'",
            "<text>",
            "</text>",
            " id='a'",
            "<use ",
            "\0",
            "<set attributeName='onload' to='x'/>",
            "&amp;",
            "xmlns='http://www.w3.org/1999/xhtml'",
            "x:onload='y'",
            "<x:script xmlns:x='http://www.w3.org/2000/svg'/>",
            "java&#10;script:");
    var random = new Random(7);
    var all = new ArrayList<String>();
    for (int i = 0; i < 4000; i++) {
      var text = new StringBuilder();
      for (int part = random.nextInt(9); part >= 0; part--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      all.add(text.toString());
    }
    return all;
  }

  @Test
  void nothingNastyIsEverLeft() {
    int through = 0;
    for (var inside : byChance()) {
      try {
        var page = Jsoup.parse(cleaned(svg(inside)), "", Parser.xmlParser());
        through++;
        assertThat(page.getAllElements())
            .as(inside)
            .noneMatch(element ->
                element.tagName().matches("(?i).*(script|foreignobject|style|use|set|a|:.*)$")
                    && !element.tagName().equals("#root"))
            .noneMatch(element ->
                element.attributes().asList().stream()
                    .anyMatch(attribute ->
                        attribute.getKey().matches("(?i)(.*:)?(on.*|style|class)")
                            || attribute.getValue().contains("script:")
                            || attribute.getValue().contains("//")
                                && !attribute.getKey().equals("xmlns")));
      } catch (Refusal refused) {
        assertThat(refused.key()).startsWith("picture.svg.");
      }
    }
    assertThat(through).isGreaterThan(50);
  }

  /** What is cleaned stays as it is when it is cleaned again. */
  @Test
  void theDemosPlanPassesWhole() throws IOException {
    var once =
        Drawings.cleaned(
            new ClassPathResource("demo/floor-utrecht-b3.svg").getContentAsByteArray());
    assertThat(once.without()).isEmpty();
    assertThat(Drawings.cleaned(once.svg()).svg()).isEqualTo(once.svg());
    assertThat(new String(once.svg(), UTF_8)).contains("B3.12").doesNotContain("<title");
  }

  @ParameterizedTest
  @MethodSource("heads")
  void isKnownByItsFirstSign(String text, boolean is) throws IOException {
    try (var bench = new Workbench()) {
      var file = bench.file();
      java.nio.file.Files.writeString(file, text);
      assertThat(Drawings.isOne(file)).isEqualTo(is);
    }
  }

  static List<Object[]> heads() {
    return List.of(
        new Object[] {"<svg/>", true},
        new Object[] {"\ufeff  <?xml?>", true},
        new Object[] {"PNG", false},
        new Object[] {"", false});
  }
}
