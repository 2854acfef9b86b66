package nl.steunpunt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import nl.steunpunt.api.Client.Answer;
import nl.steunpunt.api.Workplace.Floor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApiTest
class ImportApiTest {
  @Autowired Workplace workplace;
  Floor floor;
  Client olga;

  @BeforeEach
  void floor() {
    floor = workplace.floor();
    olga = workplace.client(floor.olga);
  }

  private Answer load(Client client, String path, String csv) {
    return client.send(
        client.request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)));
  }

  private String people(String... more) {
    var csv = new StringBuilder("email,name,department,location\n");
    for (var one : new Workplace.Colleague[] {floor.olga, floor.anna, floor.fatima}) {
      csv.append("%s,%s,Kantoor %s,Utrecht/B/3\n".formatted(one.email(), one.name(), floor.key));
    }
    return csv + String.join("", more);
  }

  @Test
  void peopleComeIn() {
    var wout = "wout@%s.example,Wout,Kantoor %s/Team,Utrecht/B/3\n".formatted(floor.key, floor.key);
    var dry = load(olga, "/people/import?dryRun=true", people(wout));
    assertThat(dry.status()).isEqualTo(200);
    assertThat(dry.at("/joiners").asInt()).isEqualTo(1);
    assertThat(dry.at("/movers").asInt()).isEqualTo(3);
    assertThat(olga.get("/people?q=wout@%s.example".formatted(floor.key)).at("/items")).isEmpty();

    var refused = load(olga, "/people/import", people(wout));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/code")).isEqualTo("directory.refused.many_leavers");
    assertThat(refused.at("/import/joiners").asInt()).isEqualTo(1);

    var done = load(olga, "/people/import?confirmLeavers=true", people(wout));
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.at("/dryRun").asBoolean()).isFalse();
    assertThat(
            olga.get("/people?q=wout@%s.example".formatted(floor.key)).text("/items/0/department"))
        .isEqualTo("Kantoor %s/Team".formatted(floor.key));
    var again = load(olga, "/people/import", people(wout));
    assertThat(again.at("/unchanged").asInt()).isEqualTo(4);
  }

  @Test
  void aBadRowIsSaidWithItsPlace() {
    var refused =
        load(olga, "/people/import?confirmLeavers=true", people("no address,Wout,Kantoor,\n"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/code")).isEqualTo("directory.refused.bad_rows");
    assertThat(refused.at("/import/badRows/0/line").asInt()).isEqualTo(5);
    assertThat(refused.text("/import/badRows/0/column")).isEqualTo("email");
    assertThat(load(olga, "/people/import", "a,b\n1,2\n").text("/code"))
        .isEqualTo("directory.refused.missing_column");
  }

  @Test
  void powerUsersComeInProvisional() {
    var csv =
        """
        email;system;share_percent;departments;locations
        %s;%s;15;Dep-%s;
        """
            .formatted(floor.bram.email(), floor.key, floor.key);
    assertThat(load(olga, "/power-users/import?dryRun=true", csv).at("/granted").asInt()).isOne();
    var done = load(workplace.client(floor.loes), "/power-users/import", csv);
    assertThat(done.at("/granted").asInt()).isOne();
    assertThat(load(olga, "/power-users/import", csv).at("/unchanged").asInt()).isOne();
    var serving =
        olga.get("/power-users?person=%s&system=%s".formatted(floor.anna.email(), floor.key));
    assertThat(serving.at("/items").findValuesAsString("name")).contains("Bram", "Fatima");
    assertThat(
            load(olga, "/power-users/import", csv.replace(";15;", ";20;")).at("/changed").asInt())
        .isOne();
  }

  @Test
  void powerUsersWhoseManagerAgreedElsewhereComeInActive() {
    var csv =
        """
        email;system;share_percent;departments;locations;agreed_by;agreed_on
        %s;%s;15;Dep-%s;;%s;2026-01-15
        """
            .formatted(floor.bram.email(), floor.key, floor.key, floor.olga.email());
    assertThat(load(olga, "/power-users/import", csv).at("/granted").asInt()).isOne();
    assertThat(load(olga, "/power-users/import", csv).at("/unchanged").asInt()).isOne();
    var bram =
        workplace
            .client(floor.loes)
            .get("/mandates?system=%s&person=%s".formatted(floor.key, floor.bram.email()));
    assertThat(bram.text("/items/0/state")).isEqualTo("active");
    assertThat(bram.text("/items/0/agreedBy")).isEqualTo("Olga");
    assertThat(bram.text("/items/0/agreedAt")).startsWith("2026-01-14T23:00");
    for (var wrong :
        new String[] {floor.bram.email() + ";2026-01-15", ";2026-01-15", "x;gisteren"}) {
      var refused =
          load(olga, "/power-users/import", csv.replace(floor.olga.email() + ";2026-01-15", wrong));
      assertThat(refused.status()).as(wrong).isEqualTo(422);
    }
  }

  @Test
  void aBadPowerUserKeepsAllOut() {
    var csv =
        """
        email,system,share_percent,departments,locations
        %s,%s,15,Nowhere,
        nobody@example,none,500,,
        %s,%s,10,Dep-%s,
        """
            .formatted(floor.bram.email(), floor.key, floor.anna.email(), floor.key, floor.key);
    var refused = load(olga, "/power-users/import", csv);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/code")).isEqualTo("power_users.bad.unknown_place");
    assertThat(refused.text("/errors/0/line")).isEqualTo("line 2, departments");
    assertThat(refused.at("/errors")).hasSize(4);
    var skipped = load(olga, "/power-users/import?skipBad=true", csv);
    assertThat(skipped.at("/granted").asInt()).isOne();
    assertThat(skipped.at("/bad").asInt()).isEqualTo(2);
    assertThat(load(olga, "/power-users/import", "name\nx\n").status()).isEqualTo(422);
    assertThat(load(olga, "/power-users/import", "").status()).isBetween(400, 422);
  }

  @Test
  void rolesAreGivenByTheAdministrator() {
    var path = "/people/%s/roles".formatted(floor.bram.id());
    assertThat(olga.put(path, "{'roles':['helpdesk']}").text("/roles/0")).isEqualTo("helpdesk");
    assertThat(workplace.client(floor.bram).get("/me").text("/roles/0")).isEqualTo("helpdesk");
    assertThat(olga.put(path, "{'roles':['boss']}").text("/errors/0/pointer")).startsWith("/roles");
    assertThat(olga.put(path, "{'roles':['power_user']}").status()).isEqualTo(422);
    assertThat(olga.put(path, "{}").status()).isEqualTo(422);
    assertThat(olga.put("/people/0/roles", "{'roles':[]}").status()).isEqualTo(404);
    assertThat(workplace.client(floor.anna).put(path, "{'roles':[]}").status()).isEqualTo(404);
  }
}
