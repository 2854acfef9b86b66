package nl.steunpunt.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages that must fit, and what happens before somebody looks at them. */
abstract class ScreensWorld {
  static final String LONG =
      "Ik krijg de maand niet dicht en heb alles al drie keer geprobeerd. ".repeat(12)
          + "https://nova.novum.example/"
          + "eenadreszondereinde".repeat(12);

  @Autowired World world;
  @Autowired Chromium chromium;
  @Autowired JdbcClient sql;

  final List<String> wrong = new ArrayList<>();

  void fits(Page page, String screen) {
    var over =
        page.evaluate(
            "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");
    if (((Number) over).intValue() > 0) {
      wrong.add("%s is %s too wide at %d".formatted(screen, over, page.viewportSize().width));
    }
  }

  String ask(Colleague asker, String text) {
    return post(asker, "/questions", "system", world.nova().toString(), "text", text);
  }

  String post(Colleague colleague, String path, String... fields) {
    var reply = world.as(colleague).post(path, fields);
    assertThat(reply).as(path).hasStatus(303);
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  void speak(Colleague colleague, String language) {
    sql.sql("update people.person set language = :language where id = :id")
        .param("language", language)
        .param("id", colleague.id())
        .update();
  }
}
