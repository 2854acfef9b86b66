package nl.steunpunt.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import nl.steunpunt.network.Constituencies.Serving;
import nl.steunpunt.network.Constituencies.Via;
import nl.steunpunt.network.cover.By;
import nl.steunpunt.network.cover.Cover.Conflict;
import nl.steunpunt.network.cover.PlaceCount;
import nl.steunpunt.people.PersonId;
import org.junit.jupiter.api.Test;

class ConstituenciesTest extends NetworkTest {

  @Test
  void theDeeperDepartmentComesFirstAndTheWiderOneIsDeputy() {
    var asker = person("Asker", creditors);
    var wide = person("Wide", finance);
    var near = person("Near", creditors);
    powerUser(wide, 10, department(finance));
    powerUser(near, 10, department(creditors));
    constituencies.recompute();
    assertServed(asker, near, wide);
  }

  @Test
  void exceptionThenManagerThenPlace() {
    var director = person("Director", finance);
    var manager = person("Manager", finance, null, director);
    var asker = person("Asker", creditors, thirdFloor, manager);
    var byPlace = person("ByPlace", finance);
    var byDirector = person("ByDirector", finance);
    var byManager = person("ByManager", finance);
    var chosen = person("Chosen", finance);
    powerUser(byPlace, 10, location(thirdFloor));
    powerUser(byDirector, 10, peopleOf(director));
    powerUser(byManager, 10, peopleOf(manager));
    var exception = powerUser(chosen, 10);
    changes.except(asker, exception, ConstituencyChanges.State.SERVED, lead, NOW);
    assertServed(asker, chosen, byManager, byDirector, byPlace);
    assertThat(constituencies.of(asker))
        .extracting(Serving::via)
        .containsExactly(Via.EXCEPTION, Via.MANAGER, Via.MANAGER, Via.LOCATION);
  }

  @Test
  void aManagersPeopleAreThoseBelowNotTheManager() {
    var manager = person("Manager", finance);
    var asker = person("Asker", finance, null, manager);
    var helper = person("Helper", creditors);
    powerUser(helper, 10, peopleOf(manager));
    constituencies.recompute();
    assertServed(asker, helper);
    assertServed(manager);
  }

  @Test
  void whoMustNotServeSomeoneDoesNot() {
    var asker = person("Asker", creditors);
    var one = person("One", finance);
    var two = person("Two", finance);
    var never = powerUser(one, 10, department(finance));
    powerUser(two, 10, department(finance));
    changes.except(asker, never, ConstituencyChanges.State.NOT_SERVED, lead, NOW);
    assertServed(asker, two);
  }

  @Test
  void aPowerUserIsHelpedByTheNextOne() {
    var one = person("One", creditors);
    var two = person("Two", creditors);
    powerUser(one, 10, department(creditors));
    powerUser(two, 10, department(creditors));
    constituencies.recompute();
    assertServed(one, two);
    assertServed(two, one);
  }

  @Test
  void ofEqualsFirstWhoReachesFewerPeoplePerShareThenTheOlderMandate() {
    var asker = person("Asker", creditors);
    var small = person("Small", finance);
    var large = person("Large", finance);
    var older = person("Older", finance);
    powerUser(older, 10, department(creditors));
    powerUser(small, 10, department(creditors));
    powerUser(large, 20, department(creditors));
    constituencies.recompute();
    assertServed(asker, large, older, small);
  }

  @Test
  void oneRuleTooManyDoesNotMakeSomeoneServeTwice() {
    var asker = person("Asker", creditors, thirdFloor);
    var helper = person("Helper", finance);
    powerUser(helper, 10, department(finance), department(creditors), location(groningen));
    constituencies.recompute();
    assertServed(asker, helper);
  }

  @Test
  void atMostThreeDeputies() {
    var asker = person("Asker", creditors);
    for (int i = 0; i < 8; i++) {
      powerUser(person("P" + i, finance), 10, department(creditors));
    }
    constituencies.recompute();
    assertThat(constituencies.of(asker)).extracting(Serving::rank).containsExactly(0, 1, 2, 3);
  }

  @Test
  void endedMandatesLeaversAndInactiveSystemsServeNobody() {
    var asker = person("Asker", creditors);
    var gone = person("Gone", finance);
    var left = person("Left", finance);
    var stays = person("Stays", finance);
    var ended = powerUser(gone, 10, department(creditors));
    powerUser(left, 10, department(creditors));
    powerUser(stays, 10, department(finance));
    constituencies.recompute();
    mandates.end(ended, lead);
    sql.sql("update people.person set active = false where id = :id").param("id", left).update();
    constituencies.recompute();
    assertServed(asker, stays);
    assertServed(left);
    systems.setActive(erp, false);
    constituencies.recompute();
    assertServed(asker);
  }

  @Test
  void nothingIsWrittenWhenNothingChanged() {
    person("Asker", creditors, thirdFloor);
    powerUser(person("One", finance), 10, department(finance));
    powerUser(person("Two", finance), 10, location(groningen));
    assertThat(constituencies.recompute()).isPositive();
    assertThat(constituencies.recompute()).isZero();
    assertThat(constituencies.recomputeFor(erp)).isZero();
  }

  @Test
  void oneSystemsRecomputeLeavesTheOthersAlone() {
    var asker = person("Asker", creditors);
    powerUser(person("One", finance), 10, department(finance));
    constituencies.recompute();
    var crm = systems.create("test-crm", "CRM", null);
    constituencies.recomputeFor(crm);
    assertThat(constituencies.of(asker)).extracting(Serving::systemId).containsExactly(erp);
  }

  @Test
  void theLastChangeIsUndoneAndThenTheOneBefore() {
    var asker = person("Asker", creditors);
    var one = person("One", finance);
    var two = person("Two", finance);
    var first = powerUser(one, 10, department(finance));
    var second = powerUser(two, 10);
    constituencies.recompute();
    changes.add(second, department(creditors), lead, NOW);
    assertServed(asker, two, one);
    changes.remove(first, department(finance), lead, NOW);
    assertServed(asker, two);
    changes.undoLast(erp, lead, NOW);
    assertServed(asker, two, one);
    assertThat(changes.undoLast(erp, lead, NOW)).isPresent();
    assertServed(asker, one);
    assertThat(changes.undoLast(erp, lead, NOW)).isEmpty();
  }

  @Test
  void anExceptionThatIsUndoneIsAsItWas() {
    var asker = person("Asker", creditors);
    var one = powerUser(person("One", finance), 10);
    changes.except(asker, one, ConstituencyChanges.State.SERVED, lead, NOW);
    changes.except(asker, one, ConstituencyChanges.State.NOT_SERVED, lead, NOW);
    changes.except(asker, one, ConstituencyChanges.State.NOT_SERVED, lead, NOW);
    changes.undoLast(erp, lead, NOW);
    assertThat(constituencies.of(asker)).hasSize(1);
    changes.undoLast(erp, lead, NOW);
    assertThat(constituencies.of(asker)).isEmpty();
  }

  @Test
  void holesAndConflictsAreSummedByDepartmentAndPlace() {
    person("A", creditors, thirdFloor);
    person("B", creditors, thirdFloor);
    var alone = person("Alone", finance);
    var one = person("One", finance, null, alone);
    var two = person("Two", finance, null, alone);
    powerUser(one, 10, department(creditors));
    powerUser(two, 10, department(creditors));
    constituencies.recompute();
    var cover = screens.cover(erp, By.DEPARTMENT, null, null, 0, 20);
    assertThat(cover.conflicts())
        .extracting(Conflict::department, Conflict::location, Conflict::first, Conflict::second)
        .containsExactly(tuple("T-Finance/Creditors", "T-Groningen/A/3", "One", "Two"));
    assertThat(cover.conflicts()).extracting(Conflict::people).containsExactly(2);
    assertThat(cover.places().stream().mapToInt(PlaceCount::hole).sum()).isPositive();
    assertThat(cover.holes()).noneMatch(hole -> hole.department().equals("T-Finance/Creditors"));
    assertThat(constituencies.size(one, erp)).isEqualTo(2);
  }

  private void assertServed(PersonId person, PersonId... inOrder) {
    assertThat(constituencies.of(person)).extracting(Serving::powerUserId).containsExactly(inOrder);
  }
}
