package nl.steunpunt.helpdesk;

import java.util.Objects;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.World;

/** A question that Sanne asked and Fatima handed over. */
record Handed(String path) {
  static final String TEXT = "De btw-code is weg";
  static final String TRIED = "Code opnieuw gekozen";

  static Handed over(World world) {
    return asked(world).again(world);
  }

  static Handed asked(World world) {
    var reply =
        world
            .as(world.sanne())
            .post("/questions", "system", world.nova().toString(), "text", Handed.TEXT);
    return new Handed(Objects.requireNonNull(reply.getResponse().getRedirectedUrl()));
  }

  Handed again(World world) {
    world.as(world.fatima()).post(path + "/handover", "tried", TRIED);
    return this;
  }

  String number() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Where the desk acts on it. */
  String desk(String act) {
    return "/desk/questions/" + number() + "/" + act;
  }

  int timesInQueue(World world, Colleague who, String queue) {
    return world.as(who).page(queue).select("a.inbox-row[href=" + path + "]").size();
  }

  String acts(World world, Colleague who) {
    return world.as(who).page("/desk/questions/" + number()).text();
  }
}
