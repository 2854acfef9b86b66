package nl.steunpunt.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where what we build on comes from, and that no secret of anybody's lies in the repository. */
class SuppliesTest {
  private static final Pattern LOOSE =
      Pattern.compile(
          "<version>[^<]*(?:SNAPSHOT|LATEST|RELEASE|[\\[(,])[^<]*</version>|<(?:pluginRepositories|repositories)>|<scope>system</scope>");

  /** Keys and tokens that look like nothing else. */
  private static final Pattern SECRET =
      Pattern.compile(
          "-----BEGIN [A-Z ]*PRIVATE KEY|\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b|\\bgh[pousr]_\\w{36}"
              + "|\\bxox[abpr]-[\\w-]{10}|\\bglpat-[\\w-]{20}|\\bAIza[\\w-]{35}|\\bsk_live_\\w{20}"
              + "|\\beyJ[\\w-]{20,}\\.eyJ[\\w-]{20,}\\."
              + "|\\b(?:https?|jdbc:postgresql|smtps?)://[^\\s/:@\"<{$]+:[^\\s/@\"<{$]{3,}@");

  private static final List<String> OURS = List.of("src", "docs", "bin", ".ci", "pom.xml", ".mvn");

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group()).toList();
  }

  /** The toolchain's own range, which chooses a JDK of this machine, is the one exception. */
  @Test
  void everyVersionIsFixedAndFromMavenCentral() throws IOException {
    var pom = Files.readString(Path.of("pom.xml"));
    assertThat(found(LOOSE, pom)).allMatch(version -> version.contains("[25"));
    assertThat(found(LOOSE, "<version>1-SNAPSHOT</version><version>[1,2)</version><repositories>"))
        .hasSize(3);
    assertThat(Path.of(".mvn", "settings.xml")).doesNotExist();
  }

  @Test
  void noSecretLiesHere() throws IOException {
    var secrets = new ArrayList<String>();
    var looked = 0;
    for (var part : OURS) {
      try (Stream<Path> files = Files.walk(Path.of(part))) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          looked++;
          // As bytes: a key can also stand in what is no text.
          var text = Files.readString(file, StandardCharsets.ISO_8859_1);
          found(SECRET, text).forEach(secret -> secrets.add(file + ": " + secret));
        }
      }
    }
    assertThat(secrets).isEmpty();
    assertThat(looked).isGreaterThan(500);
  }

  @Test
  void aSecretWouldBeSeen() {
    for (var secret :
        List.of(
            "-----BEGIN RSA " + "PRIVATE KEY-----",
            "AKIA" + "IOSFODNN7EXAMPLE",
            "ghp_" + "a".repeat(36),
            "https://anna:" + "geheim@example.org/",
            "eyJ" + "a".repeat(30) + ".eyJ" + "b".repeat(30) + ".c")) {
      assertThat(found(SECRET, "x = \"" + secret + "\"")).as(secret).hasSize(1);
    }
    assertThat(found(SECRET, "http://localhost:8080/a@b jdbc:postgresql://host:5432/x")).isEmpty();
  }
}
