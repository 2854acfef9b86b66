package nl.steunpunt.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.steunpunt.network.ConstituencyChanges.State;
import nl.steunpunt.people.PersonId;

/**
 * Organisations made at random, with rules that overlap, equals, exceptions, and power users who
 * are served too.
 */
public abstract class RandomNetworkTest extends NetworkTest {
  private static final int PEOPLE = 40;
  private static final int POWER_USERS = 9;

  protected final List<ConstituencyRule> places = new ArrayList<>();
  protected final List<MandateId> powerUsers = new ArrayList<>();
  protected final List<PersonId> people = new ArrayList<>();

  protected void organise(Random random) {
    var departments = List.of(finance, creditors, department(finance, "T-Finance/Debtors", 1));
    var locations = List.of(groningen, thirdFloor);
    var managers = new ArrayList<PersonId>();
    for (int n = 0; n < PEOPLE; n++) {
      var location = random.nextInt(4) == 0 ? null : one(locations, random);
      var manager = managers.isEmpty() || random.nextInt(4) == 0 ? null : one(managers, random);
      var person = person("P" + n, one(departments, random), location, manager);
      people.add(person);
      if (n % 8 == 0) {
        managers.add(person);
      }
    }
    departments.forEach(id -> places.add(department(id)));
    locations.forEach(id -> places.add(location(id)));
    managers.forEach(id -> places.add(peopleOf(id)));
    for (int n = 0; n < POWER_USERS; n++) {
      var rules = new ConstituencyRule[random.nextInt(3)];
      for (int r = 0; r < rules.length; r++) {
        rules[r] = one(places, random);
      }
      powerUsers.add(
          powerUser(
              people.get(n * 4),
              10 + 5 * random.nextInt(2),
              List.of(rules).stream().distinct().toArray(ConstituencyRule[]::new)));
    }
    constituencies.recompute();
    // Several for the same few: then it is whose turn it is that decides.
    for (int n = 0; n < 30; n++) {
      var state = random.nextInt(4) == 0 ? State.NOT_SERVED : State.SERVED;
      changes.except(people.get(random.nextInt(10)), one(powerUsers, random), state, lead, NOW);
    }
    constituencies.recompute();
  }

  protected static <T> T one(List<T> among, Random random) {
    return among.get(random.nextInt(among.size()));
  }
}
