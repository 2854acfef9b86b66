package nl.steunpunt.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {
  private static final Pattern USED =
      Pattern.compile("(?:@template\\.|@import (?:static )?)nl\\.steunpunt\\.(\\w+)\\.");
  private static final Pattern INLINE =
      Pattern.compile("\\sstyle=|\\son[a-z]+=|\\shx-on|javascript:|<script(?![^>]*\\ssrc=)|<style");
  private static final Pattern BARE_WORDS =
      Pattern.compile(">[^<>@$!{}`\n]*\\p{L}{3,}[^<>@$!{}`\n]*<");

  private static List<String> reachingTooFar(List<Source> templates) {
    var broken = new ArrayList<String>();
    for (var template : templates) {
      var used = USED.matcher(template.text());
      while (used.find()) {
        var module = used.group(1);
        if (!module.equals(template.module())
            && !Source.allowedTo(template.module()).contains(module)) {
          broken.add(template.path() + " may not know " + module);
        }
      }
    }
    return broken;
  }

  @Test
  void templatesKeepToTheirModulesNeighbours() {
    assertThat(reachingTooFar(Source.all(".jte"))).isEmpty();
    assertThat(
            reachingTooFar(
                List.of(
                    new Source("people/x.jte", "@template.nl.steunpunt.support.question.card()"))))
        .hasSize(1);
  }

  private static List<String> inline(List<Source> templates) {
    return templates.stream()
        // Mail programs know no style sheet.
        .filter(template -> !template.path().startsWith("platform/mail/"))
        .filter(template -> INLINE.matcher(template.text()).find())
        .map(Source::path)
        .toList();
  }

  /** The content security policy forbids it, and a browser would silently leave it out. */
  @Test
  void nothingIsInline() {
    assertThat(inline(Source.all(".jte"))).isEmpty();
    assertThat(
            inline(
                List.of(
                    new Source("a.jte", "<p style=\"color:red\">"),
                    new Source("b.jte", "<a onclick=\"go()\">"),
                    new Source("c.jte", "<script>go()</script>"),
                    new Source("d.jte", "<script src=\"/x.js\"></script>"))))
        .containsExactly("a.jte", "b.jte", "c.jte");
  }

  private static List<String> untranslated(List<Source> templates) {
    return templates.stream()
        .flatMap(template ->
            BARE_WORDS
                .matcher(template.text())
                .results()
                .map(found -> template.path() + ": " + found.group()))
        .toList();
  }

  /** Names of the product and of languages are the same in every language. */
  @Test
  void noTextWithoutAKey() {
    assertThat(untranslated(Source.all(".jte")))
        .allMatch(found -> found.contains("Steunpunt"), "is a name");
    assertThat(untranslated(List.of(new Source("a.jte", "<p>Hello there</p>")))).hasSize(1);
  }

  private static List<String> readingHtmxHeaders(List<Source> sources) {
    return sources.stream()
        .filter(source -> source.text().contains("\"HX-") && !source.path().endsWith("/Htmx.java"))
        .map(Source::path)
        .toList();
  }

  @Test
  void oneClassReadsHtmxHeaders() {
    assertThat(readingHtmxHeaders(Source.all(".java"))).isEmpty();
    assertThat(
            readingHtmxHeaders(
                List.of(new Source("x/A.java", "request.getHeader(\"HX-Request\")"))))
        .hasSize(1);
  }

  private static List<String> withoutIcon(List<Source> templates) {
    return templates.stream()
        .filter(template -> template.text().contains("<head>"))
        .filter(template -> !template.path().startsWith("platform/mail/"))
        .filter(template -> !template.text().contains("rel=\"icon\""))
        .map(Source::path)
        .toList();
  }

  /** Else a browser asks for /favicon.ico, which is not there. */
  @Test
  void everyPageNamesItsIcon() {
    assertThat(withoutIcon(Source.all(".jte"))).isEmpty();
    assertThat(
            withoutIcon(
                List.of(
                    new Source("a.jte", "<head><title>x</title></head>"),
                    new Source("b.jte", "<head><link rel=\"icon\" href=\"/x\"></head>"))))
        .containsExactly("a.jte");
  }

  private static final Pattern LIVE =
      Pattern.compile("<[^<>]*(?=[^<>]*(?:aria-live=|role=\"status\"))[^<>]*\\sid=\"([\\w-]+)\"");

  private static final Pattern REPLACED =
      Pattern.compile("hx-target=\"#([\\w-]+)\"[^<]*hx-swap=\"outerHTML\"");
  private static final Pattern REPLACED_BESIDE = Pattern.compile("hx-select-oob=\"([^\"]*)\"");

  private static Stream<String> replaced(Source template) {
    var targets = REPLACED.matcher(template.text()).results().map(swap -> swap.group(1));
    var beside =
        REPLACED_BESIDE
            .matcher(template.text())
            .results()
            .flatMap(swap -> Stream.of(swap.group(1).split(",")))
            .filter(part -> !part.contains(":"))
            .map(part -> part.substring(1));
    return Stream.concat(targets, beside);
  }

  private static List<String> replacedLiveRegions(List<Source> templates) {
    var regions =
        templates.stream()
            .flatMap(template -> LIVE.matcher(template.text()).results())
            .map(region -> region.group(1))
            .collect(Collectors.toSet());
    return templates.stream()
        .filter(template -> replaced(template).anyMatch(regions::contains))
        .map(Source::path)
        .toList();
  }

  /** A reader listens to a region that was there before; one that is replaced says nothing. */
  @Test
  void noLiveRegionIsReplaced() {
    assertThat(replacedLiveRegions(Source.all(".jte"))).isEmpty();
    assertThat(
            replacedLiveRegions(
                List.of(
                    new Source("a.jte", "<p role=\"status\" id=\"says\"><p id=\"list\">"),
                    new Source("b.jte", "<input hx-target=\"#says\" hx-swap=\"outerHTML\">"),
                    new Source(
                        "c.jte",
                        "<input hx-target=\"#list\" hx-select-oob=\"#says\""
                            + " hx-swap=\"outerHTML\">"),
                    new Source("d.jte", "<input hx-select-oob=\"#list,#says:innerHTML\">"))))
        .containsExactly("b.jte", "c.jte");
  }

  private static final Pattern HEADING_WITH_ROLE = Pattern.compile("<h[1-6][^<>]*\\srole=");

  private static List<String> lostHeadings(List<Source> templates) {
    return templates.stream()
        .filter(template -> HEADING_WITH_ROLE.matcher(template.text()).find())
        .map(Source::path)
        .toList();
  }

  /** With another role it is no heading any more for who goes from heading to heading. */
  @Test
  void headingsStayHeadings() {
    assertThat(lostHeadings(Source.all(".jte"))).isEmpty();
    assertThat(lostHeadings(List.of(new Source("a.jte", "<h2 class=\"m-0\" role=\"status\">"))))
        .hasSize(1);
  }
}
