package nl.steunpunt.bench.kill;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The small organisation that works while things are killed, furnished by the product's doors. */
final class Office {
  static final String SYSTEM = "kill";
  private static final int GROUPS = 5;
  private static final int COLLEAGUES = 8;
  private static final String ADMINISTRATOR = "administrator@kill.example";

  private final Door door;
  private final List<String> askers = new ArrayList<>();
  private final Map<Long, String> powerUsers = new HashMap<>();
  private String desk = "";

  private Office(Door door) {
    this.door = door;
  }

  /** Of each asker the token. */
  List<String> askers() {
    return askers;
  }

  /** Of each power user the token, by their number. */
  Map<Long, String> powerUsers() {
    return powerUsers;
  }

  String desk() {
    return desk;
  }

  static Office furnish(Door door, URI setUpLink, int mailPort) throws IOException {
    var password = HexFormat.of().formatHex(new SecureRandom().generateSeed(16));
    expect(
        303,
        form(
            setUpLink,
            null,
            Map.of(
                "name",
                "Administrator",
                "email",
                ADMINISTRATOR,
                "password",
                password,
                "department",
                "Administration")));
    setUpMail(door.node(), password, mailPort);
    var office = new Office(door);
    office.fill(office.token(ADMINISTRATOR));
    return office;
  }

  /** The one setting that has no API. */
  private static void setUpMail(URI node, String password, int port) throws IOException {
    var signedIn =
        form(
            node.resolve("/sign-in"),
            null,
            Map.of("email", ADMINISTRATOR, "password", password, "to", "/"));
    expect(303, signedIn);
    var cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    expect(
        303,
        form(
            node.resolve("/admin/mail"),
            cookie,
            Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(port),
                "tls", "NONE",
                "from", "steunpunt@kill.example",
                "publicUrl", "http://steunpunt.kill.example")));
  }

  private void fill(String administrator) {
    done(door.post(administrator, null, "/systems", Map.of("key", SYSTEM, "name", "The system")));
    var people = new StringBuilder("email,name,department,location\n");
    people.append(ADMINISTRATOR).append(",Administrator,Administration,\n");
    people.append("desk@kill.example,Desk,Helpdesk,\n");
    var holders = new StringBuilder("email,system,share_percent,departments,locations\n");
    for (int group = 0; group < GROUPS; group++) {
      var department = "Staff/Group " + group;
      people.append(row("holder", group, 0, department));
      for (int colleague = 0; colleague < COLLEAGUES; colleague++) {
        people.append(row("asker", group, colleague, department));
      }
      // A share that is never full: it is about who died, not about who is busy.
      holders
          .append(address("holder", group, 0))
          .append("," + SYSTEM + ",100," + department + ",\n");
    }
    done(door.load(administrator, "/people/import?confirmLeavers=true", people.toString()));
    done(door.load(administrator, "/power-users/import", holders.toString()));
    desk = token("desk@kill.example");
    done(
        door.put(
            administrator,
            "/people/" + number(desk) + "/roles",
            Map.of("roles", List.of("helpdesk"))));
    for (int group = 0; group < GROUPS; group++) {
      var holder = token(address("holder", group, 0));
      powerUsers.put(number(holder), holder);
      for (int colleague = 0; colleague < COLLEAGUES; colleague++) {
        askers.add(token(address("asker", group, colleague)));
      }
    }
  }

  private static String row(String kind, int group, int number, String department) {
    return "%s,%s %d-%d,%s,Town/House %d/%d%n"
        .formatted(
            address(kind, group, number), kind, group, number, department, group % 2, number % 3);
  }

  private static String address(String kind, int group, int number) {
    return "%s-%d-%d@kill.example".formatted(kind, group, number);
  }

  private String token(String email) {
    return done(door.post("", null, "/demo/tokens", Map.of("email", email)))
        .body()
        .get("token")
        .asString();
  }

  private long number(String token) {
    return done(door.get(token, "/me")).body().get("id").asLong();
  }

  static Door.Answer done(Door.Answer answer) {
    if (!answer.isDone()) {
      throw new IllegalStateException("refused: " + answer);
    }
    return answer;
  }

  private static HttpResponse<Void> form(
      URI address, @Nullable String cookie, Map<String, String> fields) throws IOException {
    var body =
        fields.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    try {
      return Door.HTTP.send(request.build(), BodyHandlers.discarding());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void expect(int status, HttpResponse<Void> response) {
    if (response.statusCode() != status) {
      throw new IllegalStateException(response.uri() + " answered " + response.statusCode());
    }
  }
}
