package nl.steunpunt.campaign.step;

import java.time.LocalDate;
import java.util.Locale;
import nl.steunpunt.network.SystemId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.i18n.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Who reads a step, and what their text can say.
 *
 * @param powerUser their own, by name; null: they have none
 * @param place where that power user sits
 * @param powerUsers those of a manager's people
 * @param question where they answer whether they know their power user; null: not asked now
 */
record Reader(
    PersonId person,
    String name,
    String email,
    String language,
    StepKind kind,
    SystemId system,
    String systemName,
    LocalDate liveOn,
    @Nullable String powerUser,
    @Nullable String place,
    @Nullable String powerUsers,
    @Nullable String question) {

  /**
   * For {@code p}, a person, {@code s}, a step, {@code c}, its campaign and {@code y}, its system.
   */
  static final String COLUMNS =
      """
      p.id as person, p.name, p.email, p.language, s.kind, c.system_id as system, y.name as system_name, c.live_on,
      own.name as power_user, own.location_path as place,
      case when s.kind = 'manager_mail' then (
        select string_agg(distinct h.name, ', ' order by h.name)
          from people.pub_person team
          join network.pub_constituency k on k.person_id = team.id and k.system_id = c.system_id and k.rank = 0
          join people.pub_person h on h.id = k.power_user_id and h.active
         where team.manager_id = p.id and team.active) end as power_users
      """;

  /** Joins what the columns need beside those. */
  static final String JOINS =
      """
      left join network.pub_constituency o on o.person_id = p.id and o.system_id = c.system_id and o.rank = 0
      left join people.pub_person own on own.id = o.power_user_id and own.active
      """;

  Reader withQuestion(@Nullable String address) {
    return new Reader(
        person,
        name,
        email,
        language,
        kind,
        system,
        systemName,
        liveOn,
        powerUser,
        place,
        powerUsers,
        address);
  }

  Locale locale() {
    return Messages.nearest(Locale.of(language));
  }
}
