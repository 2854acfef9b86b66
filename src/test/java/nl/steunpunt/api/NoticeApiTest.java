package nl.steunpunt.api;

import static org.assertj.core.api.Assertions.assertThat;

import nl.steunpunt.api.Workplace.Floor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What there is to tell, and that it was told. */
@ApiTest
class NoticeApiTest {
  @Autowired Workplace workplace;
  Floor floor;
  Client anna;
  Client fatima;
  Client pieter;

  @BeforeEach
  void floor() {
    floor = workplace.floor();
    anna = workplace.client(floor.anna);
    fatima = workplace.client(floor.fatima);
    pieter = workplace.client(floor.pieter);
  }

  private long issueOfAnna(String status) {
    var issue =
        pieter.post("/issues", "{'system':'%s','title':'Lijst blijft leeg'}".formatted(floor.key));
    anna.post("/issues/%d/me-too".formatted(issue.id()));
    var changed =
        pieter.put(
            "/issues/" + issue.id(),
            "{'title':'Lijst blijft leeg','status':'%s','workaround':'Druk op F5'}"
                .formatted(status));
    assertThat(changed.status()).isEqualTo(200);
    return issue.id();
  }

  @Test
  void aPowerUserReadsThemAndSaysThatTheyWereTold() {
    var issue = issueOfAnna("in_progress");
    var notices = fatima.get("/notices");
    var notice = notices.at("/items/0");
    assertThat(notice.at("/id").asLong()).isEqualTo(issue);
    assertThat(notice.at("/hit").asInt()).isEqualTo(1);
    assertThat(notice.at("/people/0/name").asString()).isEqualTo("Anna");
    assertThat(notice.at("/textNl").asString()).contains("Lijst blijft leeg", "Druk op F5");
    assertThat(notice.at("/textEn").asString()).contains("Lijst blijft leeg", "Druk op F5");

    var receipt = "/notices/%d/receipt".formatted(issue);
    var news = notice.at("/news").asLong();
    assertThat(fatima.post(receipt, "{'news':1,'kind':'told'}").status())
        .as("older news")
        .isEqualTo(409);
    assertThat(fatima.post(receipt, "{'news':%d,'kind':'heard'}".formatted(news)).status())
        .isBetween(400, 422);
    assertThat(
            fatima
                .post(receipt, "{'news':%d,'kind':'told_some','people':[]}".formatted(news))
                .text("/errors/0/pointer"))
        .isEqualTo("/people");
    var told = fatima.post(receipt, "{'news':%d,'kind':'told'}".formatted(news));
    assertThat(told.at("/told").asInt()).isEqualTo(1);
    assertThat(told.at("/people")).isEmpty();
    assertThat(fatima.get("/notices").at("/items")).isEmpty();
    assertThat(workplace.client(floor.joost).post(receipt, "{'news':1,'kind':'told'}").status())
        .as("not of their people")
        .isEqualTo(404);
  }

  @Test
  void whatPeopleSayOpensTheIssueAgain() {
    var issue = issueOfAnna("resolved");
    var news = fatima.get("/notices").at("/items/0/news").asLong();
    var receipt = "/notices/%d/receipt".formatted(issue);
    assertThat(
            fatima
                .post(receipt, "{'news':%d,'kind':'not_so'}".formatted(news))
                .text("/errors/0/pointer"))
        .isEqualTo("/text");
    fatima.post(receipt, "{'news':%d,'kind':'not_so','text':'Nog steeds leeg'}".formatted(news));
    assertThat(pieter.get("/issues/" + issue).text("/status")).isEqualTo("confirmed");
  }

  @Test
  void howOnesPeopleStand() {
    var issue = issueOfAnna("confirmed");
    var people = fatima.get("/my-people");
    assertThat(people.at("/items").findValuesAsString("title")).contains("Lijst blijft leeg");
    assertThat(people.at("/items/0/kind").asString()).isEqualTo("issue");
    assertThat(people.at("/items/0/id").asLong()).isEqualTo(issue);
    assertThat(workplace.client(floor.joost).get("/my-people").at("/items")).isEmpty();
    assertThat(anna.get("/my-people").status()).isEqualTo(404);
    assertThat(anna.get("/notices").status()).isEqualTo(404);
  }
}
