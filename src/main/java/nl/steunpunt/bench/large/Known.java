package nl.steunpunt.bench.large;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What there is to ask for in an organisation that was filled. */
public record Known(Database database, Crowd crowd) {

  /** Power users with fifty open questions. */
  public List<Long> busy() {
    return IntStream.rangeClosed(1, crowd.busy()).mapToObj(crowd::powerUser).toList();
  }

  /** Of each of these the question with the long conversation. */
  public List<Long> longConversations(List<Long> busy) throws SQLException {
    var found = new ArrayList<Long>();
    try (var connection = database.connect();
        var query =
            connection.prepareStatement(
                """
                select min(id) from support.question where power_user_id = ? and status = 'with_power_user'
                """)) {
      for (var person : busy) {
        query.setLong(1, person);
        try (var row = query.executeQuery()) {
          row.next();
          found.add(row.getLong(1));
        }
      }
    }
    return found;
  }

  /** People of all teams. */
  public List<Long> colleagues(int many) {
    return LongStream.range(0, many)
        .mapToObj(
            n -> crowd.colleague((int) (n * 7 % crowd.teams()) + 1, (int) (n / crowd.teams())))
        .toList();
  }

  /** Power users who are not busy. */
  public List<Long> powerUsersWithRoom(int many) {
    return IntStream.range(0, Math.min(many, crowd.powerUsers() - crowd.busy()))
        .mapToObj(n -> crowd.powerUser(crowd.busy() + 1 + n))
        .toList();
  }

  /** Whom these are the first for. */
  public List<Long> constituency(List<Long> powerUsers, int many) throws SQLException {
    return numbers(
        "select person_id from network.constituency where rank = 0 and power_user_id = any ('{%s}') order by person_id %% 97 limit %d"
            .formatted(String.join(",", powerUsers.stream().map(String::valueOf).toList()), many));
  }

  /** Of each mandate that waits for a manager's word: whose. */
  public Map<Long, Long> asked() {
    var asked = new LinkedHashMap<Long, Long>();
    for (int mandate = NetworkWriting.WAITING;
        mandate <= crowd.powerUsers();
        mandate += NetworkWriting.WAITING) {
      asked.put((long) mandate, crowd.managerOf(crowd.powerUser(mandate)));
    }
    return asked;
  }

  /** The department that is this mandate's first rule. */
  public int ownDepartment(int mandate) {
    return crowd.teamDepartment(crowd.team(crowd.powerUser(mandate)));
  }

  private List<Long> numbers(String query) throws SQLException {
    var found = new ArrayList<Long>();
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getLong(1));
      }
    }
    return found;
  }

  /** What people are about to ask, letter by letter. */
  public static List<String> typed(int many) {
    var speech = new Speech(11);
    var typed = new ArrayList<String>();
    while (typed.size() < many) {
      var text = speech.question();
      for (int length = 6; length < Math.min(text.length(), 70); length += 5) {
        typed.add(text.substring(0, length));
      }
    }
    return typed;
  }

  /** Some questions, as they are asked. */
  public static List<String> questions(int many) {
    var speech = new Speech(12);
    return IntStream.range(0, many).mapToObj(_ -> speech.question()).toList();
  }

  /** So many open questions per percent of share that nobody becomes full. */
  public void giveRoom() throws SQLException {
    database.run(
        """
        insert into platform.setting (name, value)
        values ('routing', '{"silentMinutes": 30, "silentMinutesStuck": 10, "mostPowerUsers": 3, "openPerPercent": 1000}')
        on conflict (name) do update set value = excluded.value
        """);
  }

  public void takeRoom() throws SQLException {
    database.run("delete from platform.setting where name = 'routing'");
  }

  /** Takes away what was asked and who signed in while it was measured. */
  public void tidy(String label) throws SQLException {
    database.run(
        "delete from support.question where id > " + crowd.questions(),
        "delete from people.sign_in where label = '" + label + "'",
        "delete from notify.pending",
        "delete from platform.mail",
        "vacuum analyze support.question, support.step, support.participant, people.sign_in");
  }
}
