package nl.steunpunt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.steunpunt.api.Client.Answer;
import nl.steunpunt.api.Workplace.Floor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class IdempotencyTest {
  private static final String KEY = "Idempotency-Key";

  @Autowired Workplace workplace;
  @Autowired JdbcClient sql;
  Floor floor;
  Client anna;
  String body;

  @BeforeEach
  void floor() {
    floor = workplace.floor();
    anna = workplace.client(floor.anna);
    body = "{'system':'%s','text':'Maar een keer graag'}".formatted(floor.key);
  }

  private int questions() {
    return anna.get("/questions").at("/items").size();
  }

  private static String fresh() {
    return UUID.randomUUID().toString();
  }

  @Test
  void aRepeatGivesTheSameAnswerAndDoesNothing() {
    var key = fresh();
    var first = anna.post("/questions", body, KEY, key);
    anna.post("/questions/%d/withdrawal".formatted(first.id()));

    var second = anna.post("/questions", body, KEY, key);

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.response().body()).isEqualTo(first.response().body());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.header("Content-Type")).startsWith("application/json");
    assertThat(questions()).isEqualTo(1);
  }

  @Test
  void anotherRequestUnderTheKeyIsRefused() {
    var key = fresh();
    anna.post("/questions", body, KEY, key);
    var refused = anna.post("/questions", body.replace("keer", "maal"), KEY, key);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/code")).isEqualTo("api.key.used");
    assertThat(anna.post("/questions/1/messages", body, KEY, key).status())
        .as("another address too")
        .isEqualTo(422);
    assertThat(questions()).isEqualTo(1);
  }

  @Test
  void keysAreEachPersonsOwn() {
    var key = fresh();
    var mine = anna.post("/questions", body, KEY, key);
    var brams = workplace.client(floor.bram).post("/questions", body, KEY, key);
    assertThat(brams.status()).isEqualTo(201);
    assertThat(brams.id()).isNotEqualTo(mine.id());
  }

  @Test
  void aRefusalIsNotKept() {
    var key = fresh();
    assertThat(anna.post("/questions", "{'system':'%s'}".formatted(floor.key), KEY, key).status())
        .isEqualTo(422);
    assertThat(anna.post("/questions", body, KEY, key).status()).isEqualTo(201);
  }

  @Test
  void aRefusalByARuleLeavesNothingBehind() {
    var id = anna.post("/questions", body).id();
    var fatima = workplace.client(floor.fatima);
    var key = fresh();
    var path = "/questions/%d/return".formatted(id);
    assertThat(fatima.post(path, "{'text':'x'}", KEY, key).status()).isEqualTo(404);
    var answer = "/questions/%d/answer".formatted(id);
    assertThat(fatima.post(answer, "{'text':'Zo moet het'}", KEY, key).status()).isEqualTo(200);
    assertThat(fatima.post(answer, "{'text':'Zo moet het'}", KEY, key).status()).isEqualTo(200);
    assertThat(fatima.post(answer, "{'text':'Zo moet het'}", KEY, fresh()).status()).isEqualTo(409);
  }

  @Test
  void ofManyAtOnceOneDoesTheWork() throws Exception {
    var key = fresh();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          threads.invokeAll(
              java.util.Collections.<Callable<Answer>>nCopies(
                  8, () -> anna.post("/questions", body, KEY, key)));
      var ids = new java.util.HashSet<Long>();
      for (var answer : answers) {
        assertThat(answer.get().status()).isEqualTo(201);
        ids.add(answer.get().id());
      }
      assertThat(ids).hasSize(1);
    }
    assertThat(questions()).isEqualTo(1);
  }

  @Test
  void withoutTheHeaderTwiceIsTwice() {
    anna.post("/questions", body);
    anna.post("/questions", body);
    assertThat(questions()).isEqualTo(2);
  }

  @Test
  void aKeyThatIsNoneIsRefused() {
    for (var wrong : List.of("", "with space", "x".repeat(201))) {
      assertThat(anna.post("/questions", body, KEY, wrong).status()).as(wrong).isEqualTo(400);
    }
    var large = "{'system':'%s','text':'%s'}".formatted(floor.key, "x".repeat(300_000));
    assertThat(anna.post("/questions", large, KEY, fresh()).status()).isEqualTo(413);
    assertThat(questions()).isZero();
  }

  @Test
  void withoutATokenNothingIsKept() {
    var refused = workplace.nobody().post("/questions", body, KEY, fresh());
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(refused.text("/code")).isEqualTo("error.not_signed_in.text");
  }

  @Test
  void workAndAnswerAreOneTransaction() {
    var key = fresh();
    // The kept answer cannot be written, as when the database stops between the two.
    sql.sql(
            "alter table platform.idempotent_request add constraint broken check (status is null) not valid")
        .update();
    try {
      assertThat(anna.post("/questions", body, KEY, key).status()).isEqualTo(500);
    } finally {
      sql.sql("alter table platform.idempotent_request drop constraint broken").update();
    }
    assertThat(questions()).as("nor is there a question without its answer").isZero();
    assertThat(anna.post("/questions", body, KEY, key).status()).isEqualTo(201);
    assertThat(questions()).isEqualTo(1);
  }

  @Test
  void aKeyLivesADay() {
    var key = fresh();
    anna.post("/questions", body, KEY, key);
    workplace.nobody().post("/demo/clock", "{'advance':'PT25H'}");
    assertThat(anna.post("/questions", body, KEY, key).status()).isEqualTo(201);
    assertThat(questions()).isEqualTo(2);
  }
}
