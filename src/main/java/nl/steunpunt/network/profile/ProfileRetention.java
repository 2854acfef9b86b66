package nl.steunpunt.network.profile;

import nl.steunpunt.platform.retention.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shown for the role: who no longer has it is not kept in the picture. */
@Configuration(proxyBeanMethods = false)
class ProfileRetention {

  @Bean
  RetentionRule keptProfiles(JdbcClient sql) {
    return new RetentionRule(
        "profiles",
        65,
        RetentionRule.Unit.DAYS,
        30,
        1,
        180,
        (before, most) ->
            sql.sql(
                    """
                    with gone as materialized (
                      select x.person_id
                        from (select person_id from network.profile
                              union select person_id from network.photo
                              union select person_id from network.desk_pin
                              union select person_id from network.desk_hours
                              union select person_id from network.hanging where person_id is not null) x
                       where not exists (select from network.mandate m
                                          where m.person_id = x.person_id and (m.state <> 'ended' or m.ended_at >= :before))
                       order by x.person_id limit :most
                    ), profiles as (
                      delete from network.profile where person_id in (select person_id from gone)
                    ), photos as (
                      delete from network.photo where person_id in (select person_id from gone)
                    ), pins as (
                      delete from network.desk_pin where person_id in (select person_id from gone)
                    ), names as (
                      update network.hanging set person_id = null where person_id in (select person_id from gone)
                    ), hours as (
                      delete from network.desk_hours where person_id in (select person_id from gone)
                    )
                    select count(*)::int from gone
                    """)
                .param("before", before)
                .param("most", most)
                .query(Integer.class)
                .single());
  }
}
