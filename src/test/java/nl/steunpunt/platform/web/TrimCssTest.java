package nl.steunpunt.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build's step, run as the build runs it. */
class TrimCssTest {
  @TempDir Path folder;

  private String trimmed(String css, String template) throws IOException, InterruptedException {
    var jar = folder.resolve("styles.jar");
    try (var files =
        FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"))) {
      Files.writeString(files.getPath("all.css"), css);
    }
    Files.createDirectories(folder.resolve("rooms"));
    Files.writeString(folder.resolve("rooms/page.jte"), template);
    var output = folder.resolve("out.css");
    var build =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "src/build/java/TrimCss.java",
                jar.toString(),
                "all.css",
                folder.resolve("rooms").toString(),
                output.toString())
            .inheritIO()
            .start();
    assertThat(build.waitFor()).isZero();
    return Files.readString(output);
  }

  @Test
  void whatIsUsedStaysAndWhatIsNotGoes() throws Exception {
    var css =
        trimmed(
            """
            @charset "UTF-8"; /* .comment{} */
            :root{--used:red;--of-used:var(--deep);--deep:1px;--unused:blue}
            body{color:var(--used);margin:var(--of-used)}
            .card,.carousel{border:0}
            .carousel-item{float:left}
            .card:not(.carousel) a{color:var(--used)}
            .w-50\\%{width:50%}
            @media (min-width:1px){.card{padding:0}.modal{top:0}}
            @media print{.modal{top:0}}
            .spin{animation:.5s turn}
            @keyframes turn{to{rotate:1turn}}
            @keyframes unseen{to{rotate:1turn}}
            """,
            "<div class=\"card spin\">");
    assertThat(css)
        .contains(
            "--used:red",
            "--deep:1px",
            "body{",
            ".card{border:0}",
            ".card:not(.carousel) a{",
            "padding:0",
            "@keyframes turn")
        .doesNotContain(
            "--unused", "carousel-item", ".card,.carousel", "modal", "print", "unseen", "w-50");
  }
}
