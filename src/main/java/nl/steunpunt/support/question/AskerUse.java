package nl.steunpunt.support.question;

import nl.steunpunt.people.RemovalObjection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Somebody may have asked on a newcomer's behalf, who never signed in: the question keeps them. */
@Component
class AskerUse implements RemovalObjection {

  private final JdbcClient sql;

  AskerUse(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public boolean objectsTo(Removal removal) {
    return sql.sql("select exists (select from support.question where asker_id = any (:persons))")
        .param("persons", removal.persons().toArray(Long[]::new))
        .query(Boolean.class)
        .single();
  }
}
