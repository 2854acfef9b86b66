package nl.steunpunt.issues.issue;

import nl.steunpunt.people.Me;
import nl.steunpunt.people.People;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose an issue can be: those who may change it. */
@Component
public class Owners {
  private final People people;
  private final JdbcClient sql;

  Owners(People people, JdbcClient sql) {
    this.people = people;
    this.sql = sql;
  }

  /**
   * @param typed an address, or a number; empty: nobody
   */
  @Nullable PersonId of(String typed) {
    if (typed.isBlank()) {
      return null;
    }
    var owner = people.find(Ref.of(typed)).orElseThrow(Owners::refusal);
    var may =
        sql.sql(
                """
                select exists (select from people.pub_person
                                where id = :id and roles && array['helpdesk', 'product_owner', 'network_lead'])
                """)
            .param("id", owner)
            .query(Boolean.class)
            .single();
    if (!may) {
      throw refusal();
    }
    return owner;
  }

  public static boolean mayOwn(Me me) {
    return me.is(Role.HELPDESK) || me.is(Role.PRODUCT_OWNER) || me.is(Role.NETWORK_LEAD);
  }

  private static Refusal refusal() {
    return Refusal.of("issue.refused.owner").at("owner");
  }
}
