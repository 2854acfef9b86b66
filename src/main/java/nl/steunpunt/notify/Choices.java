package nl.steunpunt.notify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who wants to be told of what, and how. */
@Repository
public class Choices {
  private final JdbcClient sql;

  Choices(JdbcClient sql) {
    this.sql = sql;
  }

  private record Chosen(String occasion, String way, boolean wanted) {}

  /** All that can be chosen: what they chose, else what is usual. */
  public Map<Occasion, Set<Way>> of(PersonId person) {
    var all = new EnumMap<Occasion, Set<Way>>(Occasion.class);
    for (var occasion : Occasion.values()) {
      all.put(occasion, usual(occasion));
    }
    for (var chosen : chosen(person)) {
      // Of another release this one may not know the word.
      Occasion.of(chosen.occasion)
          .ifPresent(occasion ->
              Way.of(chosen.way)
                  .filter(occasion::offers)
                  .ifPresent(way -> set(all, occasion, way, chosen.wanted)));
    }
    return all;
  }

  public boolean isWanted(PersonId person, Occasion occasion, Way way) {
    return of(person).getOrDefault(occasion, Set.of()).contains(way);
  }

  /**
   * @param asked what the form asked about; the rest stays as it is
   * @param wanted what of it was ticked
   */
  @Transactional
  public void choose(PersonId person, Collection<Choice> asked, Set<Choice> wanted) {
    var otherwise = new ArrayList<Choice>();
    for (var choice : asked) {
      sql.sql(
              "delete from notify.choice where person_id = :person and occasion = :occasion and way = :way")
          .param("person", person)
          .param("occasion", choice.occasion)
          .param("way", choice.way)
          .update();
      if (wanted.contains(choice) != choice.occasion.isUsual(choice.way)) {
        otherwise.add(choice);
      }
    }
    for (var choice : otherwise) {
      sql.sql(
              """
              insert into notify.choice (person_id, occasion, way, wanted)
              values (:person, :occasion, :way, :wanted)
              on conflict (person_id, occasion, way) do update set wanted = excluded.wanted
              """)
          .param("person", person)
          .param("occasion", choice.occasion)
          .param("way", choice.way)
          .param("wanted", wanted.contains(choice))
          .update();
    }
  }

  /** One field of the table. */
  public record Choice(Occasion occasion, Way way) {
    /** "question_for_me-mail", as the form names it. */
    public String word() {
      return occasion.word() + "-" + way.word();
    }
  }

  private List<Chosen> chosen(PersonId person) {
    return sql.sql("select occasion, way, wanted from notify.choice where person_id = :person")
        .param("person", person)
        .query(Chosen.class)
        .list();
  }

  private static Set<Way> usual(Occasion occasion) {
    var usual = EnumSet.noneOf(Way.class);
    for (var way : Way.values()) {
      if (occasion.isUsual(way)) {
        usual.add(way);
      }
    }
    return usual;
  }

  private static void set(Map<Occasion, Set<Way>> all, Occasion occasion, Way way, boolean wanted) {
    var ways = all.computeIfAbsent(occasion, none -> EnumSet.noneOf(Way.class));
    if (wanted) {
      ways.add(way);
    } else {
      ways.remove(way);
    }
  }
}
