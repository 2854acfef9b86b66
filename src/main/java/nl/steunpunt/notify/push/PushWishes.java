package nl.steunpunt.notify.push;

import java.time.LocalTime;
import java.util.List;
import nl.steunpunt.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PushWishes {
  private final JdbcClient sql;

  PushWishes(JdbcClient sql) {
    this.sql = sql;
  }

  PushWish of(PersonId person) {
    return sql.sql(
            """
            select shown, hours, weekdays, from_time as "from", until_time as until
              from notify.push_wish where person_id = :person
            """)
        .param("person", person)
        .query((row, number) ->
            new PushWish(
                row.getBoolean("shown"),
                PushWish.Hours.valueOf(row.getString("hours").toUpperCase(java.util.Locale.ROOT)),
                days(row.getArray("weekdays")),
                row.getObject("from", LocalTime.class),
                row.getObject("until", LocalTime.class)))
        .optional()
        .orElse(PushWish.USUAL);
  }

  void keep(PersonId person, PushWish wish) {
    sql.sql(
            """
            insert into notify.push_wish (person_id, shown, hours, weekdays, from_time, until_time)
            values (:person, :shown, :hours, :days::smallint[], :from, :until)
            on conflict (person_id) do update
               set shown = excluded.shown, hours = excluded.hours, weekdays = excluded.weekdays,
                   from_time = excluded.from_time, until_time = excluded.until_time
            """)
        .param("person", person)
        .param("shown", wish.shown())
        .param("hours", wish.hours())
        .param("days", wish.weekdays().toArray(Integer[]::new))
        .param("from", wish.from())
        .param("until", wish.until())
        .update();
  }

  private static List<Integer> days(java.sql.Array column) throws java.sql.SQLException {
    return java.util.Arrays.stream((Object[]) column.getArray())
        .map(day -> ((Number) day).intValue())
        .toList();
  }
}
