package nl.steunpunt.demo;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** A page as an organisation's own intranet could be, with the help button on it. */
@Controller
@ConditionalOnProperty("steunpunt.demo")
public class IntranetController {
  /** As that of our own pages, and with a frame in it. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final JdbcClient sql;

  IntranetController(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * @param place code of the floor that it stands for; null: there is none
   */
  public record IntranetPage(@Nullable String place) {
    public String frame(Locale language) {
      return "/help-button/frame?system=erp&lang=%s%s"
          .formatted(language.getLanguage(), place == null ? "" : "&place=" + place);
    }
  }

  @GetMapping("/demo/intranet")
  ModelAndView show(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    var place =
        sql.sql(
                """
                select c.code from network.pub_place_code c
                  join people.pub_location l on l.id = c.location_id
                 where l.path = :floor
                """)
            .param("floor", FloorPlanSeeding.FLOOR)
            .query(String.class)
            .optional()
            .orElse(null);
    return Reply.page("demo/intranet", new IntranetPage(place));
  }
}
