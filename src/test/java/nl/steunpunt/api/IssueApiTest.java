package nl.steunpunt.api;

import static org.assertj.core.api.Assertions.assertThat;

import nl.steunpunt.api.Workplace.Floor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a program does with an issue after it was reported: solve it, split it, see its reach. */
@ApiTest
class IssueApiTest {
  @Autowired Workplace workplace;
  Floor floor;
  Client anna;
  Client bram;
  Client fatima;
  Client pieter;

  @BeforeEach
  void floor() {
    floor = workplace.floor();
    anna = workplace.client(floor.anna);
    bram = workplace.client(floor.bram);
    fatima = workplace.client(floor.fatima);
    pieter = workplace.client(floor.pieter);
  }

  private String reported(String title) {
    var body = "{'system':'%s','title':'%s'}".formatted(floor.key, title);
    return "/issues/" + fatima.post("/issues", body).id();
  }

  @Test
  void deskAndPowerUserSolveItTogether() {
    var solving = reported("Lijst blijft leeg") + "/solving";
    var said = fatima.post(solving, "{'kind':'reproduced','text':'Alleen met twee filters aan'}");
    assertThat(said.status()).isEqualTo(201);
    assertThat(said.text("/author/name")).isEqualTo("Fatima");
    var proposed = fatima.post(solving, "{'kind':'proposed','text':'Zet het filter uit'}");
    assertThat(proposed.at("/decision").isNull()).isTrue();
    assertThat(fatima.post(solving + "/%d/approval".formatted(proposed.id())).status())
        .as("the desk decides")
        .isEqualTo(404);
    var approved = pieter.post(solving + "/%d/approval".formatted(proposed.id()));
    assertThat(approved.text("/decision")).isEqualTo("approved");
    assertThat(approved.at("/version").asInt()).isEqualTo(1);
    assertThat(pieter.post(solving + "/%d/approval".formatted(proposed.id())).status())
        .isEqualTo(409);
    var page = pieter.get(solving + "?limit=1");
    assertThat(page.at("/items/0/id").asLong()).as("the newest first").isEqualTo(proposed.id());
    assertThat(
            pieter.get(solving + "?limit=1&after=" + page.text("/next")).at("/items/0/id").asLong())
        .isEqualTo(said.id());
    assertThat(anna.get(solving.replace("/solving", "")).text("/workaround"))
        .isEqualTo("Zet het filter uit");
  }

  @Test
  void whatIsDeclinedSaysWhyAndBadPostsSayWhatIsWrong() {
    var solving = reported("Lijst blijft leeg") + "/solving";
    var proposed = fatima.post(solving, "{'kind':'proposed','text':'Herstart alles'}");
    var decline = solving + "/%d/decline".formatted(proposed.id());
    assertThat(pieter.post(decline, "{}").text("/errors/0/pointer")).isEqualTo("/reason");
    var declined = pieter.post(decline, "{'reason':'Dan ben je je werk kwijt'}");
    assertThat(declined.text("/reason")).isEqualTo("Dan ben je je werk kwijt");
    assertThat(fatima.post(solving, "{'kind':'shouted','text':'x'}").text("/errors/0/pointer"))
        .isEqualTo("/kind");
    assertThat(fatima.post(solving, "{'kind':'said'}").text("/errors/0/pointer"))
        .isEqualTo("/text");
    assertThat(fatima.post(solving, "{'kind':'works'}").status()).isEqualTo(201);
    assertThat(anna.get(solving).status()).as("who is hit does not read it").isEqualTo(404);
    assertThat(anna.post(solving, "{'kind':'said','text':'x'}").status()).isEqualTo(404);
    assertThat(pieter.get("/issues/999999999/solving").status()).isEqualTo(404);
  }

  @Test
  void whoReadAnOlderStateIsToldInsteadOfPuttingItBack() {
    var issue = reported("Lijst blijft leeg");
    var read = pieter.get(issue).text("/changedAt");
    var change = "{'title':'%s','status':'%s','changedAt':'%s'}";
    assertThat(pieter.put(issue, change.formatted("Lijst is leeg", "confirmed", read)).status())
        .isEqualTo(200);
    assertThat(pieter.put(issue, change.formatted("Lijst leeg", "reported", read)).status())
        .isEqualTo(409);
    assertThat(pieter.get(issue).text("/status")).isEqualTo("confirmed");
  }

  @Test
  void whoseItIsIsForWhoWorksOnIt() {
    var issue = reported("Lijst blijft leeg");
    var owned = "{'title':'Lijst blijft leeg','status':'confirmed','owner':'%s'}";
    var me = floor.pieter.email();
    assertThat(pieter.put(issue, owned.formatted(me)).status()).isEqualTo(200);
    var his = "/issues?owner=" + me;
    assertThat(pieter.get(his).at("/items")).isNotEmpty();
    assertThat(anna.get(his).status()).isEqualTo(400);
    assertThat(anna.get("/issues?owner=me").at("/items")).isEmpty();
  }

  @Test
  void questionsJoinAndSplitOff() {
    var issue = reported("Twee dingen in één");
    var mine = floor.ask("De lijst is leeg");
    var joined = fatima.post(issue + "/questions", "{'question':%d}".formatted(mine));
    assertThat(joined.at("/hit").asInt()).isEqualTo(1);
    assertThat(fatima.post(issue + "/questions", "{}").text("/errors/0/pointer"))
        .isEqualTo("/question");
    assertThat(bram.post(issue + "/questions", "{'question':%d}".formatted(mine)).status())
        .isEqualTo(404);
    var body = "{'title':'De lijst is leeg','questions':[%d]}".formatted(mine);
    assertThat(fatima.post(issue + "/split", body).status()).isEqualTo(404);
    assertThat(
            pieter.post(issue + "/split", "{'title':'x','questions':[]}").text("/errors/0/pointer"))
        .isEqualTo("/questions");
    var part = pieter.post(issue + "/split", body);
    assertThat(part.status()).isEqualTo(201);
    assertThat(part.at("/hit").asInt()).isEqualTo(1);
    assertThat(pieter.get(issue).at("/hit").asInt()).isZero();
    var back =
        pieter.post(
            "/issues/%d/merger".formatted(part.id()), "{'into':%s}".formatted(issue.substring(8)));
    assertThat(back.at("/hit").asInt()).as("undone by merging").isEqualTo(1);
  }

  @Test
  void itsReachNamesNoSmallDepartment() {
    var issue = reported("Lijst blijft leeg");
    anna.post(issue + "/me-too");
    bram.post(issue + "/me-too");
    var reach = fatima.get(issue + "/reach");
    assertThat(reach.at("/people").asInt()).isEqualTo(2);
    assertThat(reach.at("/places").size()).as("two are too few").isZero();
    assertThat(reach.at("/days").size()).isEqualTo(28);
    assertThat(reach.at("/days/27/people").asInt()).isEqualTo(2);
    assertThat(anna.get(issue + "/reach").status()).isEqualTo(404);
  }

  @Test
  void itPointsAtTicketsAndIdeasElsewhere() {
    var issue = reported("Lijst blijft leeg");
    var pointers = issue + "/pointers";
    var body = "{'kind':'ticket','title':'RT 4711','address':'https://rt.example.org/4711'}";
    assertThat(pieter.post(pointers, body).status()).isEqualTo(201);
    assertThat(pieter.post(pointers, body).at("/items").size()).as("the same again").isEqualTo(1);
    assertThat(
            pieter.post(pointers, "{'kind':'idea','title':'Filters bewaren'}").at("/items").size())
        .isEqualTo(2);
    for (var address :
        new String[] {"javascript:alert(1)", "https://a:b@rt.example.org", "rt 4711"}) {
      var wrong = "{'kind':'ticket','title':'x','address':'%s'}".formatted(address);
      assertThat(pieter.post(pointers, wrong).text("/errors/0/pointer")).isEqualTo("/address");
    }
    assertThat(fatima.post(pointers, body).status()).isEqualTo(404);
    assertThat(fatima.get(issue).text("/pointers/0/address"))
        .isEqualTo("https://rt.example.org/4711");
    assertThat(anna.get(issue).at("/pointers").isNull()).isTrue();
    var first = pieter.get(issue).at("/pointers/0/id").asLong();
    assertThat(pieter.post(pointers + "/%d/removal".formatted(first)).at("/items").size())
        .isEqualTo(1);
    assertThat(pieter.post(pointers + "/%d/removal".formatted(first)).status()).isEqualTo(404);
  }
}
