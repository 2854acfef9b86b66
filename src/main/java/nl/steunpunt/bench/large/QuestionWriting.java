package nl.steunpunt.bench.large;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Questions over a year and a half of working days, with their route, their people and three
 * messages each. Of the last two thirds are still open: {@link Crowd#busy} power users hold fifty
 * each, the first of which has a long conversation. Timed steps lie a month ahead, so that the
 * organisation stays as it was made.
 */
final class QuestionWriting {
  private static final int WORKING_DAYS = 390;
  private static final int LONG_CONVERSATION = 40;
  private static final int[] MESSAGES = {1, 2, 2, 3, 3, 3, 4, 4, 3, 5};

  private enum Fate {
    BUSY,
    HELD,
    AT_DESK,
    SOLVED,
    CLOSED,
    CLOSED_AT_DESK
  }

  private final Database database;
  private final Crowd crowd;
  private final Instant now;
  private final Workdays workdays;
  private final SplittableRandom random = new SplittableRandom(2);
  private final Speech speech = new Speech(3);
  private final CopyTable questions;
  private final CopyTable steps;
  private final CopyTable participants;

  /** Two, as their words cost the database most of the time. */
  private final List<CopyTable> messages;

  private final CopyTable tickets;
  private long message;
  private int busy;

  QuestionWriting(Database database, Crowd crowd, Instant now) throws SQLException {
    this.database = database;
    this.crowd = crowd;
    this.now = now;
    workdays = new Workdays(WORKING_DAYS, now);
    questions =
        table(
            "support.question (id, asker_id, filed_by_id, system_id, topic_id, text, status, outcome, power_user_id,"
                + " taken_at, stuck, asked_at, waiting_since, changed_at, next_step, next_at, desk_since)");
    steps = table("support.step (question_id, seq, kind, person_id, reasons, at)");
    participants =
        table("support.participant (question_id, person_id, role, joined_at, read_up_to)");
    var columns = "support.message (id, question_id, author_id, client_id, kind, text, written_at)";
    messages = List.of(table(columns), table(columns));
    tickets =
        table(
            "helpdesk.ticket (question_id, came_at, taken_by, taken_at, closed_by, closed_at, close_reason)");
  }

  private CopyTable table(String columns) throws SQLException {
    return new CopyTable(database, columns);
  }

  void write() throws SQLException {
    for (int id = 1; id <= crowd.questions(); id++) {
      question(id, fate(crowd.questions() - id));
    }
    for (var table :
        List.of(questions, steps, participants, messages.get(0), messages.get(1), tickets)) {
      table.close();
    }
    // Rows that are copied here do not fire the triggers that keep it.
    database.run(
        """
        insert into support.load
        select system_id, power_user_id, count(*) from support.question where status = 'with_power_user' group by 1, 2
        """);
  }

  /** Half of these are held, fifty by each of the busy. */
  private int recent() {
    return crowd.busy() * 120;
  }

  private Fate fate(int fromLast) {
    if (fromLast >= recent()) {
      return random.nextInt(10) == 0 ? Fate.CLOSED_AT_DESK : Fate.CLOSED;
    }
    return switch (fromLast % 24) {
      case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 -> Fate.BUSY;
      case 10, 11, 12 -> Fate.HELD;
      case 13 -> Fate.AT_DESK;
      case 14, 15, 16 -> Fate.SOLVED;
      case 17 -> Fate.CLOSED_AT_DESK;
      default -> Fate.CLOSED;
    };
  }

  private void question(int id, Fate fate) throws SQLException {
    int team;
    long powerUser;
    var said = MESSAGES[random.nextInt(MESSAGES.length)];
    if (fate == Fate.BUSY) {
      var mandate = busy % crowd.busy() + 1;
      powerUser = crowd.powerUser(mandate);
      team = crowd.team(powerUser);
      said = busy++ < crowd.busy() ? LONG_CONVERSATION : said;
    } else {
      // The busy have no room; and some teams ask far more than others.
      var spread = fate == Fate.HELD ? crowd.busy() : 0;
      team = spread + 1 + (int) ((crowd.teams() - spread) * Math.pow(random.nextDouble(), 1.3));
      powerUser = crowd.powerUserOf(team, random.nextInt(2));
    }
    var asker = crowd.colleague(team, (int) (100 * Math.pow(random.nextDouble(), 1.5)));
    var askedAt = workdays.at((id - 1) / (double) crowd.questions());
    write(id, fate, asker, powerUser, askedAt, said);
  }

  private void write(int id, Fate fate, long asker, long powerUser, Instant askedAt, int said)
      throws SQLException {
    var open = fate == Fate.BUSY || fate == Fate.HELD || fate == Fate.AT_DESK;
    var desk = fate == Fate.AT_DESK || fate == Fate.CLOSED_AT_DESK;
    var spoken = askedAt.plus(minutes(2 + random.nextInt(20)));
    var last = spoken.plus(minutes(3 * said));
    var cameToDesk = desk ? spoken.plus(minutes(2)) : null;
    var before = message;
    for (int n = 0; n < said; n++) {
      var byAsker = n % 2 == 1 && n < said - 1;
      var kind = n < said - 1 ? "said" : open ? "said" : "answer";
      messages
          .get(id % 2)
          .row(
              ++message,
              id,
              byAsker ? asker : desk && n == said - 1 ? crowd.desk(id) : powerUser,
              new UUID(random.nextLong(), random.nextLong()),
              desk && n == 0 && said > 1 ? "tried" : kind,
              speech.said(),
              spoken.plus(minutes(3 * n)));
    }
    questions.row(
        id,
        asker,
        asker,
        NetworkWriting.SYSTEM,
        random.nextInt(4) == 0 ? null : 1 + random.nextInt(NetworkWriting.TOPICS),
        speech.question(),
        status(fate),
        outcome(fate),
        powerUser,
        desk ? null : spoken,
        random.nextInt(12) == 0,
        askedAt,
        open && random.nextInt(3) > 0 ? last : open && fate == Fate.AT_DESK ? last : null,
        last,
        nextStep(fate),
        nextStep(fate) == null
            ? null
            : now.plus(Duration.ofDays(30)).plus(minutes(random.nextInt(40_000))),
        cameToDesk);
    steps(id, fate, asker, powerUser, askedAt, spoken, last);
    participants.row(id, asker, "asker", askedAt, open ? Math.max(before, message - 2) : message);
    participants.row(
        id, powerUser, "power_user", askedAt, open ? Math.max(before, message - 1) : message);
    if (desk) {
      participants.row(id, crowd.desk(id), "desk", cameToDesk, message);
      if (fate == Fate.CLOSED_AT_DESK) {
        tickets.row(
            id,
            cameToDesk,
            crowd.desk(id),
            spoken.plus(minutes(5)),
            crowd.desk(id),
            last,
            "solved");
      }
    }
  }

  private void steps(
      int id, Fate fate, long asker, long powerUser, Instant askedAt, Instant spoken, Instant last)
      throws SQLException {
    int seq = 0;
    steps.row(id, ++seq, "asked", asker, "", askedAt);
    steps.row(id, ++seq, "offered", powerUser, "primary same_floor", askedAt);
    switch (fate) {
      case BUSY, HELD -> steps.row(id, ++seq, "taken", powerUser, "", spoken);
      case AT_DESK -> steps.row(id, ++seq, "handed_over", powerUser, "", spoken.plus(minutes(2)));
      case SOLVED -> steps.row(id, ++seq, "answered", powerUser, "", last);
      case CLOSED -> {
        steps.row(id, ++seq, "answered", powerUser, "", last);
        steps.row(id, ++seq, "confirmed", asker, "", last);
      }
      case CLOSED_AT_DESK -> {
        steps.row(id, ++seq, "handed_over", powerUser, "", spoken.plus(minutes(2)));
        steps.row(id, ++seq, "closed", crowd.desk(id), "", last);
      }
    }
  }

  private static String status(Fate fate) {
    return switch (fate) {
      case BUSY, HELD -> "with_power_user";
      case AT_DESK -> "with_helpdesk";
      case SOLVED -> "solved";
      case CLOSED, CLOSED_AT_DESK -> "closed";
    };
  }

  private String outcome(Fate fate) {
    return switch (fate) {
      case BUSY, HELD, AT_DESK, CLOSED_AT_DESK -> "none";
      case SOLVED -> "potential";
      case CLOSED -> random.nextInt(3) == 0 ? "potential" : "confirmed";
    };
  }

  private static @Nullable String nextStep(Fate fate) {
    return switch (fate) {
      case BUSY, HELD -> "moves_on";
      case SOLVED -> "closes";
      case AT_DESK, CLOSED, CLOSED_AT_DESK -> null;
    };
  }

  private static Duration minutes(int many) {
    return Duration.ofMinutes(many);
  }
}
