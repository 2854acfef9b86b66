package nl.steunpunt.support.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import nl.steunpunt.network.MandateEnded;
import nl.steunpunt.network.Mandates;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PeopleLeft;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.AopTestUtils;

/**
 * The facts are handed over by hand, to the listener itself: they are handled after a commit, on
 * another thread, and a test rolls back.
 */
@SteunpuntTest
class QuestionRehousingTest {
  @Autowired World world;
  @Autowired QuestionAsking asking;
  @Autowired QuestionHelping helping;
  @Autowired QuestionScreens screens;
  @Autowired QuestionRehousing listener;
  @Autowired Mandates mandates;
  @Autowired JdbcClient sql;

  QuestionRehousing rehousing;

  @BeforeEach
  void withoutAnotherThread() {
    rehousing = AopTestUtils.getTargetObject(listener);
  }

  private static Me me(Colleague colleague, String... roles) {
    return new Me(colleague.id(), colleague.name(), colleague.email(), "nl", List.of(roles), 0);
  }

  private QuestionId ask() {
    return asking.ask(
        me(world.sanne()), new Ask(world.nova(), null, "Loopt vast", null, false, null));
  }

  private String holder(QuestionId id) {
    return Objects.requireNonNull(screens.show(me(world.sanne()), id).holder()).name();
  }

  private List<StepKind> route(QuestionId id) {
    return screens.show(me(world.sanne()), id).route().stream()
        .map(QuestionScreens.Stop::kind)
        .toList();
  }

  private MandateEnded endFatimas() {
    var mandate = mandates.of(world.fatima().id(), world.nova()).orElseThrow().id();
    mandates.end(mandate, world.marieke().id());
    return new MandateEnded(mandate, world.fatima().id(), world.nova(), true);
  }

  @Test
  void whatSheHeldGoesToTheNextAlsoWhatSheHadTaken() {
    var offered = ask();
    var taken = ask();
    helping.take(me(world.fatima(), "power_user"), taken);
    rehousing.on(endFatimas());
    assertThat(holder(offered)).isEqualTo("Joost Bakker");
    assertThat(holder(taken)).isEqualTo("Joost Bakker");
    assertThat(route(taken)).containsSubsequence(StepKind.TAKEN, StepKind.LEFT, StepKind.OFFERED);
    assertThat(screens.show(me(world.sanne()), taken).nextAt()).isNotNull();
  }

  @Test
  void theSameFactAgainMovesNothing() {
    var id = ask();
    var ended = endFatimas();
    rehousing.on(ended);
    var once = route(id);
    rehousing.on(ended);
    assertThat(route(id)).isEqualTo(once);
  }

  @Test
  void whoIsPowerUserAgainKeepsIt() {
    var id = ask();
    rehousing.on(
        new MandateEnded(
            mandates.of(world.fatima().id(), world.nova()).orElseThrow().id(),
            world.fatima().id(),
            world.nova(),
            true));
    assertThat(holder(id)).isEqualTo("Fatima El Idrissi");
  }

  @Test
  void aLeaversQuestionsFindAnotherPlace() {
    var id = ask();
    var fatima = world.fatima().id();
    sql.sql("update people.person set active = false where id = :id").param("id", fatima).update();
    rehousing.on(new PeopleLeft(List.of(fatima, world.emma().id())));
    assertThat(holder(id)).isEqualTo("Joost Bakker");
  }

  @Test
  void whatIsAnsweredStaysAnswered() {
    var id = ask();
    helping.answer(me(world.fatima(), "power_user"), id, java.util.UUID.randomUUID(), "Zo", "", "");
    rehousing.on(endFatimas());
    assertThat(screens.show(me(world.sanne()), id).status()).isEqualTo(Status.SOLVED);
  }
}
