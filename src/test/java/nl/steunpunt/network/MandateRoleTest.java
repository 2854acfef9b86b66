package nl.steunpunt.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.steunpunt.people.PersonId;
import org.junit.jupiter.api.Test;

class MandateRoleTest extends NetworkTest {

  @Test
  void whoHoldsAMandateIsAPowerUserUntilTheLastOneEnds() {
    var anna = person("Anna", creditors);
    var other = systems.create("test-crm", "CRM", null);
    var first = powerUser(anna, 20, department(creditors));
    var second = mandates.grant(new Grant(anna, other, 10, Set.of(), Set.of()), NOW);
    assertThat(roles(anna)).containsExactly("power_user");

    mandates.end(first, lead);
    assertThat(roles(anna)).containsExactly("power_user");

    mandates.end(second, lead);
    assertThat(roles(anna)).isEmpty();
  }

  private List<String> roles(PersonId person) {
    return sql.sql("select unnest(roles) from people.pub_person where id = :id")
        .param("id", person)
        .query(String.class)
        .list();
  }
}
