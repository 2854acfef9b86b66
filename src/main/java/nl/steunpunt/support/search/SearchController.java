package nl.steunpunt.support.search;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.web.Reply;
import nl.steunpunt.support.question.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Search in the questions I took part in and the answers I wrote, inflected words included. */
@Controller
public class SearchController {
  /**
   * @param status null: a kept answer
   */
  public record Hit(long id, @Nullable Status status, String title, String excerpt, Instant at) {}

  public record Found(String q, List<Hit> hits) {}

  private static final int SHOWN = 50;

  private final JdbcClient sql;
  private final ScreenSql screens;

  SearchController(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  @GetMapping("/search")
  ModelAndView search(Me me, @RequestParam(defaultValue = "") String q) {
    var sought = q.strip();
    return Reply.page(
        "support/search/found", new Found(sought, sought.isEmpty() ? List.of() : find(me, sought)));
  }

  /**
   * Beside whole words, parts of them: 'kostenplaats' is in 'kostenplaatsen', which no Dutch
   * stemmer sees.
   */
  private static String escaped(String sought) {
    return sought.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  /**
   * Only over what is mine, so no index on all texts is needed: a person has hundreds, not
   * millions.
   */
  private List<Hit> find(Me me, String sought) {
    var statement =
        sql.sql(
                """
                with sought as (
                  select websearch_to_tsquery('dutch', :q) as nl, websearch_to_tsquery('english', :q) as en
                ), mine as (
                  select q.id, q.status, q.text as title, q.changed_at as at,
                         coalesce((select string_agg(m.text, ' ' order by m.id) from support.message m
                                    where m.question_id = q.id), '') as talk
                    from support.participant p join support.question q on q.id = p.question_id
                   where p.person_id = :me
                ), hits as (
                  select m.id, m.status, left(m.title, 160) as title, left(m.talk, 200) as excerpt, m.at
                    from mine m, sought s
                   where to_tsvector('dutch', m.title || ' ' || m.talk) @@ s.nl
                      or to_tsvector('english', m.title || ' ' || m.talk) @@ s.en
                      or (m.title || ' ' || m.talk) ilike :part
                  union all
                  select a.id, null, a.title, left(a.text, 200), a.changed_at
                    from support.answer a, sought s
                   where a.author_id = :me
                     and (to_tsvector('dutch', a.title || ' ' || a.text || ' ' || a.why) @@ s.nl
                       or to_tsvector('english', a.title || ' ' || a.text || ' ' || a.why) @@ s.en
                       or (a.title || ' ' || a.text || ' ' || a.why) ilike :part)
                )
                select to_json(h) from (select * from hits order by at desc limit :shown) h
                """)
            .param("q", sought)
            .param("part", "%" + escaped(sought) + "%")
            .param("me", me.id())
            .param("shown", SHOWN);
    return screens.list(statement, Hit.class);
  }
}
