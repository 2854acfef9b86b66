package nl.steunpunt.network.mandate;

import nl.steunpunt.network.MandateId;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.MenuCount;
import nl.steunpunt.platform.web.MenuEntry;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.platform.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own mandate: what is asked of me, how it stands, and stopping. */
@Controller
public class MyMandateController {
  private static final String PATH = "/mandate";

  private final MandateScreens screens;
  private final MandateAnswering answering;
  private final MandateEnding ending;

  MyMandateController(MandateScreens screens, MandateAnswering answering, MandateEnding ending) {
    this.screens = screens;
    this.answering = answering;
    this.ending = ending;
  }

  @GetMapping(PATH)
  ModelAndView show(Me me) {
    return Reply.page("network/mandate/mine", screens.mine(me.id()));
  }

  @PostMapping(PATH + "/{id}/agreement")
  ModelAndView agree(Me me, @PathVariable MandateId id, @RequestParam int version) {
    answering.agree(me.id(), id, version);
    return Reply.to(PATH, "mandate.mine.agreed");
  }

  @PostMapping(PATH + "/{id}/refusal")
  ModelAndView refuse(
      Me me,
      @PathVariable MandateId id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String words) {
    answering.refuse(me.id(), id, version, orNull(words));
    return Reply.to(PATH, "mandate.mine.refused");
  }

  @PostMapping(PATH + "/{id}/ending")
  ModelAndView end(
      Me me, @PathVariable MandateId id, @RequestParam(defaultValue = "") String words) {
    answering.requireOwn(me.id(), id);
    ending.end(me, id, null, orNull(words));
    return Reply.to(PATH, "mandate.mine.ended");
  }

  private static @Nullable String orNull(String typed) {
    var text = typed.strip();
    return text.isEmpty() ? null : text;
  }

  @Bean
  static MenuEntry mandateEntry() {
    return MenuEntry.mine(10, PATH, "mandate.mine.title", "person", null);
  }

  /** What waits for my word, as candidate or as manager. */
  @Bean
  static MenuCount mandateCount(JdbcClient sql) {
    return new MenuCount() {
      @Override
      public String path() {
        return PATH;
      }

      @Override
      public String key() {
        return "mandate.mine.waits";
      }

      @Override
      public boolean isFor(Viewer viewer) {
        return true;
      }

      @Override
      public int of(Viewer viewer) {
        return sql.sql(
                """
                select (select count(*) from network.mandate
                         where person_id = :me and stage in ('proposed', 'other_share'))::int
                     + (select count(*) from network.mandate
                         where asked_id = :me and stage in ('manager_asked', 'renewal_due'))::int
                """)
            .param("me", viewer.number())
            .query(Integer.class)
            .single();
      }
    };
  }
}
