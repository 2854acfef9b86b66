package nl.steunpunt.helpdesk;

import java.util.Random;
import nl.steunpunt.world.World;
import org.jspecify.annotations.Nullable;

/** Something that asker, power user or desk does with a question. */
enum Act {
  HAND_OVER,
  TAKE,
  RELEASE,
  ASK_BACK,
  REPLY,
  GIVE_BACK,
  CLOSE,
  WITHDRAW,
  NOT_SOLVED;

  /** Handing over more often than the rest, or most of them would be refused. */
  static Act any(Random random) {
    return random.nextInt(3) == 0 ? HAND_OVER : values()[random.nextInt(values().length)];
  }

  /** Whether it was done, and not refused. */
  boolean by(World world, Handed question) {
    var fatima = world.as(world.fatima());
    var pieter = world.as(world.pieter());
    var sanne = world.as(world.sanne());
    var path = question.path();
    var reply =
        switch (this) {
          case HAND_OVER -> fatima.post(path + "/handover", "tried", Handed.TRIED);
          case TAKE -> pieter.post(question.desk("taking"));
          case RELEASE -> pieter.post(question.desk("release"));
          case ASK_BACK -> pieter.post(path + "/messages", "text", "Sinds wanneer?");
          case REPLY -> sanne.post(path + "/messages", "text", "Sinds maandag");
          case GIVE_BACK -> pieter.post(question.desk("return"), "advice", "Kijk bij Stamgegevens");
          case CLOSE ->
              pieter.post(question.desk("closure"), "reason", "solved", "text", "Hersteld");
          case WITHDRAW -> sanne.post(path + "/withdrawal");
          case NOT_SOLVED -> sanne.post(path + "/reopening");
        };
    return reply.getResponse().getStatus() < 400;
  }

  /** Where a question is, as far as the desk is concerned. */
  enum Place {
    ELSEWHERE,
    DESK,
    /** Its asker may send it back there. */
    SOLVED_BY_DESK
  }

  Place leadsFrom(@Nullable Place place) {
    return switch (this) {
      case HAND_OVER -> Place.DESK;
      case GIVE_BACK, WITHDRAW -> Place.ELSEWHERE;
      case CLOSE -> Place.SOLVED_BY_DESK;
      case NOT_SOLVED -> place == Place.SOLVED_BY_DESK ? Place.DESK : Place.ELSEWHERE;
      case TAKE, RELEASE, ASK_BACK, REPLY -> place == null ? Place.ELSEWHERE : place;
    };
  }
}
