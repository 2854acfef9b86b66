package nl.steunpunt.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import nl.steunpunt.people.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class MandatesTest extends NetworkTest {

  @Autowired ApplicationEvents facts;
  private PersonId fatima;
  private TopicId login;

  @BeforeEach
  void people() {
    fatima = person("Fatima", finance);
    login = topics.create(erp, "login", "Inloggen", "Log-in");
  }

  @Test
  void aGrantIsProvisionalAndSaidOnce() {
    var id = mandates.grant(grant(10, Set.of(department(finance), location(groningen))), NOW);
    assertThat(mandates.of(fatima, erp))
        .contains(new Mandate(id, fatima, erp, Mandate.State.PROVISIONAL, 10, NOW, null));
    assertThat(mandates.rules(id))
        .containsExactlyInAnyOrder(department(finance), location(groningen));
    assertThat(mandates.knows(id)).containsExactly(login);
    mandates.grant(grant(10, Set.of(department(finance))), NOW);
    assertThat(facts.stream(MandateGranted.class))
        .containsExactly(new MandateGranted(id, fatima, erp));
  }

  @Test
  void grantedAgainWithAnotherShareItIsProvisionalAndTakesTheNewRules() {
    var id = mandates.grant(grant(10, Set.of(department(finance), location(groningen))), NOW);
    mandates.agree(id, lead, NOW);
    assertThat(mandates.current(erp))
        .extracting(Mandate::state)
        .containsExactly(Mandate.State.ACTIVE);
    var again =
        mandates.grant(
            new Grant(
                fatima, erp, 20, Set.of(department(creditors), location(groningen)), Set.of()),
            NOW.plusSeconds(60));
    assertThat(again).isEqualTo(id);
    assertThat(mandates.current(erp))
        .containsExactly(new Mandate(id, fatima, erp, Mandate.State.PROVISIONAL, 20, NOW, null));
    assertThat(mandates.rules(id))
        .containsExactlyInAnyOrder(department(creditors), location(groningen));
    assertThat(mandates.knows(id)).isEmpty();
  }

  @Test
  void endingSaysWhetherItWasTheLastOfThisPerson() {
    var crm = systems.create("test-crm", "CRM", null);
    var first = mandates.grant(grant(10, Set.of()), NOW);
    var second = mandates.grant(new Grant(fatima, crm, 10, Set.of(), Set.of()), NOW);
    mandates.end(first, lead);
    mandates.end(second, lead);
    assertThat(facts.stream(MandateEnded.class))
        .containsExactly(
            new MandateEnded(first, fatima, erp, false),
            new MandateEnded(second, fatima, crm, true));
    assertThat(mandates.of(fatima)).isEmpty();
    assertThat(mandates.grant(grant(10, Set.of()), NOW)).isNotEqualTo(first);
  }

  @Test
  void aShareIsAPercentage() {
    assertThatThrownBy(() -> grant(0, Set.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> grant(101, Set.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void topicsAndSystemsAreRenamedAndPutAside() {
    topics.rename(login, "Aanmelden", "Sign in");
    topics.setActive(login, false);
    assertThat(topics.active(erp)).isEmpty();
    assertThat(topics.all(erp))
        .containsExactly(new Topic(login, erp, "login", "Aanmelden", "Sign in", false));
    assertThat(topics.byKey(erp, "login").orElseThrow().name("nl")).isEqualTo("Aanmelden");
    assertThat(topics.byKey(erp, "login").orElseThrow().name("en")).isEqualTo("Sign in");
    systems.rename(erp, "AFAS", null);
    systems.setActive(erp, false);
    assertThat(systems.byKey("test-erp"))
        .contains(new ItSystem(erp, "test-erp", "AFAS", null, false));
    assertThat(systems.byId(erp)).isEqualTo(systems.byKey("test-erp"));
    assertThat(systems.active()).extracting(ItSystem::id).doesNotContain(erp);
    assertThat(systems.all()).extracting(ItSystem::id).contains(erp);
  }

  @Test
  void aKeyIsUsedOnce() {
    assertThatThrownBy(() -> systems.create("test-erp", "Again", null))
        .isInstanceOf(DuplicateKeyException.class);
  }

  private Grant grant(int share, Set<ConstituencyRule> rules) {
    return new Grant(fatima, erp, share, rules, Set.of(login));
  }
}
