package nl.steunpunt.network.profile;

import java.util.List;
import nl.steunpunt.network.Photo;
import nl.steunpunt.network.whohelps.DeskHours;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.db.ScreenSql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class ProfileScreens {
  /**
   * @param phone as the directory has it
   * @param language the one that the product speaks with them
   */
  public record Own(
      long id,
      String name,
      @Nullable String phone,
      String language,
      List<String> languages,
      boolean phoneShown,
      boolean shownToStrangers,
      boolean namePrinted,
      boolean photoPrinted,
      boolean onPlan,
      @Nullable String photo,
      List<DeskHours> deskHours) {
    public @Nullable String photoAddress() {
      return Photo.address(id, photo);
    }
  }

  private final JdbcClient sql;
  private final ScreenSql screens;

  ProfileScreens(JdbcClient sql, ScreenSql screens) {
    this.sql = sql;
    this.screens = screens;
  }

  Own of(Me me) {
    var statement =
        sql.sql(
                """
                select to_json(it) from (
                  select p.id, p.name, p.phone, p.language, coalesce(pr.languages, '{}') as languages,
                         coalesce(pr.phone_shown, false) as phone_shown,
                         coalesce(pr.shown_to_strangers, false) as shown_to_strangers, ph.version as photo,
                         coalesce(pr.name_printed, false) as name_printed,
                         coalesce(pr.photo_printed, false) as photo_printed,
                         coalesce(pr.on_plan, true) as on_plan,
                         coalesce((select json_agg(h order by h.weekday, h."from") from (
                           select d.weekday, d.from_time as "from", d.until_time as until
                             from network.desk_hours d where d.person_id = p.id) h), '[]') as desk_hours
                    from people.pub_person p
                    left join network.profile pr on pr.person_id = p.id
                    left join network.photo ph on ph.person_id = p.id
                   where p.id = :me) it
                """)
            .param("me", me.id());
    return screens.one(statement, Own.class).orElseThrow();
  }
}
