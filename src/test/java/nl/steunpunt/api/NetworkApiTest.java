package nl.steunpunt.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.steunpunt.api.Workplace.Floor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class NetworkApiTest {
  @Autowired Workplace workplace;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  Floor floor;
  Client anna;

  @BeforeEach
  void floor() {
    floor = workplace.floor();
    anna = workplace.client(floor.anna);
  }

  @Test
  void systemsAndTopicsAreMadeByTheAdministrator() {
    var olga = workplace.client(floor.olga);
    var key = floor.key + "-x";
    var made =
        olga.post("/systems", "{'key':'%s','name':'Nieuw','liveOn':'2026-10-12'}".formatted(key));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("/liveOn")).isEqualTo("2026-10-12");
    assertThat(olga.post("/systems", "{'key':'%s','name':'Nog een'}".formatted(key)).status())
        .isEqualTo(409);
    assertThat(olga.post("/systems", "{'key':'Not A Key','name':'x'}").text("/errors/0/pointer"))
        .isEqualTo("/key");
    assertThat(anna.get("/systems").at("/items").findValuesAsString("key")).contains(key);
    assertThat(anna.post("/systems", "{'key':'mine','name':'x'}").status()).isEqualTo(404);

    var topic =
        olga.post(
            "/topics", "{'system':'%s','key':'orders','nameNl':'Inkooporders'}".formatted(key));
    assertThat(topic.status()).isEqualTo(201);
    assertThat(topic.text("/nameEn")).isEqualTo("Inkooporders");
    assertThat(
            olga.post("/topics", "{'system':'%s','key':'orders','nameNl':'y'}".formatted(key))
                .status())
        .isEqualTo(409);
    assertThat(olga.post("/topics", "{'key':'orders','nameNl':'y'}").text("/errors/0/pointer"))
        .isEqualTo("/system");
    assertThat(anna.get("/topics?system=" + key).text("/items/0/key")).isEqualTo("orders");
    assertThat(anna.get("/topics?system=nothing").status()).isEqualTo(400);
    assertThat(anna.post("/topics", "{}").status()).isEqualTo(404);
  }

  @Test
  void anAbsentPowerUserGetsNoQuestions() {
    var fatima = workplace.client(floor.fatima);
    var away = fatima.put("/absence", "{'until':'2099-01-01T00:00:00Z'}");
    assertThat(away.status()).as(away.response().body()).isEqualTo(422);
    assertThat(away.text("/code")).isEqualTo("absence.refused.too_long");

    var now =
        java.time.Instant.parse(
            workplace.nobody().post("/demo/clock", "{'advance':'PT0S'}").text("/now"));
    var until = now.plusSeconds(86_400 * 20).toString();
    away = fatima.put("/absence", "{'until':'%s'}".formatted(until));
    assertThat(away.text("/items/0/until")).isEqualTo(until);
    assertThat(anna.get("/questions/" + floor.ask("Waar is Fatima")).text("/powerUser/name"))
        .isEqualTo("Joost");
    assertThat(fatima.put("/absence", "{'until':'%s'}".formatted(until)).at("/items")).hasSize(1);

    assertThat(fatima.put("/absence", "{}").at("/items")).isEmpty();
    assertThat(anna.get("/questions/" + floor.ask("Is ze er weer")).text("/powerUser/name"))
        .isEqualTo("Fatima");
    assertThat(fatima.put("/absence", "{'until':'2001-01-01T00:00:00Z'}").status()).isEqualTo(422);
    assertThat(fatima.put("/absence", "{'reason':'griep'}").status()).isEqualTo(400);
  }

  @Test
  void presenceIsSaidWithAnEndAndEndsByItself() {
    var fatima = workplace.client(floor.fatima);
    assertThat(fatima.get("/presence").text("/state")).isEqualTo("off");
    var now =
        java.time.Instant.parse(
            workplace.nobody().post("/demo/clock", "{'advance':'PT0S'}").text("/now"));
    var until = now.plusSeconds(1800).toString();
    for (var state : new String[] {"busy", "away", "round"}) {
      var said = fatima.put("/presence", "{'state':'%s','until':'%s'}".formatted(state, until));
      assertThat(said.status()).as(said.response().body()).isEqualTo(200);
      assertThat(said.text("/state")).isEqualTo(state);
      assertThat(said.text("/until")).isEqualTo(until);
      var shown = fatima.get("/power-users?person=" + floor.anna.email());
      assertThat(shown.text("/items/0/presence")).isEqualTo(state);
      var isThere =
          java.time.Instant.parse(shown.text("/items/0/nextAvailable"))
              .isBefore(java.time.Instant.parse(until));
      assertThat(isThere).as(state).isEqualTo(state.equals("round"));
    }
    assertThat(fatima.put("/presence", "{'state':'there'}").text("/state")).isEqualTo("off");
    for (var wrong :
        new String[] {
          "{'state':'asleep','until':'%s'}".formatted(until),
          "{'state':'busy'}",
          "{'state':'there','until':'%s'}".formatted(until),
          "{'state':'busy','until':'2001-01-01T00:00:00Z'}",
          "{'state':'busy','until':'%s'}".formatted(now.plusSeconds(86_400)),
          "{}"
        }) {
      assertThat(fatima.put("/presence", wrong).status()).as(wrong).isEqualTo(422);
    }
    assertThat(fatima.put("/presence", "{'state':'busy','why':'x'}").status()).isEqualTo(400);
    fatima.put("/presence", "{'state':'busy','until':'%s'}".formatted(until));
    workplace.nobody().post("/demo/clock", "{'advance':'PT31M'}");
    assertThat(fatima.get("/presence").text("/state")).isEqualTo("off");
  }

  @Test
  void aRoundIsReportedOnceHoweverOftenItIsSent() {
    var fatima = workplace.client(floor.fatima);
    var now =
        java.time.Instant.parse(
            workplace.nobody().post("/demo/clock", "{'advance':'PT0S'}").text("/now"));
    var place = anna.get("/power-users?person=" + floor.anna.email()).text("/items/0/location");
    var talked = java.util.UUID.randomUUID();
    var body =
        """
        {'id':'%s','startedAt':'%s','places':['%s'],'taps':[
          {'id':'%s','kind':'talked','at':'%s','place':'%s'},
          {'id':'%s','kind':'helped','at':'%s','place':'%s','system':'%s','minutes':0}]}
        """
            .formatted(
                java.util.UUID.randomUUID(),
                now.minusSeconds(600),
                place,
                talked,
                now.minusSeconds(60),
                place,
                java.util.UUID.randomUUID(),
                now.minusSeconds(60),
                place,
                floor.key);
    for (int time = 0; time < 2; time++) {
      var kept = fatima.post("/rounds", body);
      assertThat(kept.status()).as(kept.response().body()).isEqualTo(200);
      assertThat(kept.text("/taps/0/id")).isEqualTo(talked.toString());
      assertThat(kept.at("/taps/0/kept").asBoolean()).isTrue();
      assertThat(kept.at("/taps/1/kept").asBoolean()).isFalse();
      assertThat(kept.text("/taps/1/code")).isEqualTo("help_moment.refused.minutes");
    }
    assertThat(fatima.get("/presence").text("/state")).isEqualTo("round");
    fatima.put("/presence", "{'state':'there'}");
    assertThat(fatima.post("/rounds", "{}").at("/errors")).hasSize(2);
    assertThat(fatima.post("/rounds", body.replace("talked", "flew")).text("/errors/0/pointer"))
        .isEqualTo("/taps/0/kind");
    assertThat(fatima.post("/rounds", body.replace("'places'", "'where'")).status()).isEqualTo(400);
    assertThat(anna.post("/rounds", body).status()).isEqualTo(404);
  }

  @Test
  void aColleagueIsFoundByNameOrAddressAndShowsNoMore() {
    var found = anna.get("/people?q=" + floor.bram.email());
    assertThat(found.at("/items")).hasSize(1);
    assertThat(found.at("/items/0/id").asLong()).isEqualTo(floor.bram.id().value());
    assertThat(found.body().at("/items/0").propertyNames())
        .containsExactlyInAnyOrder("id", "name", "function", "department", "location");
    assertThat(anna.get("/people?q=bra").at("/items").findValuesAsString("name")).contains("Bram");
    assertThat(anna.get("/people?q=b%25am").at("/items")).isEmpty();
    assertThat(anna.get("/people?q=b").status()).isEqualTo(400);
    assertThat(anna.get("/people").text("/errors/0/parameter")).isEqualTo("q");
  }

  @Test
  void whoHelpsWhom() {
    var mine =
        anna.get("/power-users?person=%s&system=%s".formatted(floor.anna.email(), floor.key));
    assertThat(mine.at("/items").findValuesAsString("name")).containsExactly("Fatima", "Joost");
    assertThat(mine.at("/items/0/rank").asInt(-1)).isZero();
    assertThat(mine.text("/items/0/mandate")).isEqualTo("provisional");
    assertThat(mine.text("/items/0/languages/0")).isEqualTo("nl");
    assertThat(mine.text("/items/0/place/site")).startsWith("Loc-");
    assertThat(mine.text("/items/0/presence")).isIn("not_seen", "later", "there");
    var there = anna.get("/power-users?department=Dep-%s".formatted(floor.key));
    assertThat(there.at("/items").findValuesAsString("name")).contains("Fatima");
    assertThat(
            anna.get("/power-users?location=Loc-%s&system=%s".formatted(floor.key, floor.key))
                .at("/items"))
        .isNotEmpty();
    assertThat(anna.get("/power-users?location=nowhere").text("/errors/0/parameter"))
        .isEqualTo("location");
  }

  @Test
  void powerUsersComeInPagesInOneOrder() {
    for (var query : List.of("", "&person=" + floor.anna.email())) {
      var path = "/power-users?system=" + floor.key + query;
      var all = anna.get(path).at("/items").findValuesAsString("name");
      assertThat(all).hasSizeGreaterThan(1);
      var paged = new ArrayList<String>();
      var next = "";
      do {
        var page = anna.get(path + "&limit=1&after=" + next);
        assertThat(page.at("/items")).hasSize(1);
        paged.addAll(page.at("/items").findValuesAsString("name"));
        next = page.at("/next").isNull() ? null : page.text("/next");
      } while (next != null);
      assertThat(paged).as(query).isEqualTo(all);
    }
    assertThat(anna.get("/power-users?limit=0").status()).isEqualTo(400);
    assertThat(anna.get("/power-users?after=x").status()).isEqualTo(400);
  }

  @Test
  void aConstituencyIsForItsPowerUserAndWhoLeads() {
    var path = "/constituencies/" + floor.fatima.id();
    var fatima = workplace.client(floor.fatima);
    var own = fatima.get(path);
    assertThat(own.at("/items").findValuesAsString("name"))
        .contains("Anna", "Bram")
        .doesNotContain("Fatima");
    assertThat(own.text("/items/0/systems/0")).isEqualTo(floor.key);
    var page = fatima.get(path + "?limit=2");
    assertThat(page.at("/items")).hasSize(2);
    assertThat(fatima.get(path + "?limit=200&after=" + page.text("/next")).at("/items"))
        .hasSize(own.at("/items").size() - 2);
    assertThat(workplace.client(floor.loes).get(path).status()).isEqualTo(200);
    assertThat(workplace.client(floor.pieter).get(path).status()).isEqualTo(200);
    assertThat(workplace.client(floor.olga).get(path).status()).isEqualTo(200);
    assertThat(anna.get(path).status()).isEqualTo(404);
    assertThat(workplace.client(floor.joost).get(path).status()).isEqualTo(404);
    assertThat(anna.get("/constituencies/" + floor.anna.id()).status()).isEqualTo(404);
  }

  @Test
  void aSignalIsHeardWithoutAName() {
    var sent = anna.post("/signals", "{'system':'%s','text':'Dit is traag'}".formatted(floor.key));
    assertThat(sent.status()).isEqualTo(201);
    assertThat(sent.text("/state")).isEqualTo("sent");
    assertThat(sent.at("/mine").asBoolean()).isTrue();
    var heard = workplace.client(floor.fatima).get("/signals");
    assertThat(heard.text("/items/0/text")).isEqualTo("Dit is traag");
    assertThat(heard.at("/items/0/sender").isNull()).isTrue();
    assertThat(heard.at("/items/0/mine").asBoolean()).isFalse();
    assertThat(workplace.client(floor.bram).get("/signals").at("/items")).isEmpty();
    anna.post("/signals", "{'system':'%s','text':'En duur','named':true}".formatted(floor.key));
    assertThat(workplace.client(floor.fatima).get("/signals").text("/items/0/sender"))
        .isEqualTo("Anna");
    assertThat(anna.post("/signals", "{'system':'%s'}".formatted(floor.key)).status())
        .isEqualTo(422);
  }

  @Test
  void anIssueIsReportedAndJoined() {
    var fatima = workplace.client(floor.fatima);
    var body = "{'system':'%s','title':'Dubbele facturen','description':'Sinds de update'}";
    var issue = fatima.post("/issues", body.formatted(floor.key));
    assertThat(issue.status()).isEqualTo(201);
    assertThat(issue.text("/status")).isEqualTo("reported");
    assertThat(anna.post("/issues", body.formatted(floor.key)).status()).isEqualTo(404);
    var path = "/issues/%d/me-too".formatted(issue.id());
    anna.post(path);
    var joined = anna.post(path);
    assertThat(joined.at("/hit").asInt()).isEqualTo(1);
    assertThat(joined.at("/mine").asBoolean()).isTrue();
    assertThat(fatima.get("/issues?status=reported&limit=1").text("/items/0/title"))
        .isEqualTo("Dubbele facturen");
    assertThat(fatima.get("/issues?status=resolved&limit=1").at("/items").findValues("id"))
        .doesNotContain(issue.at("/id"));
    assertThat(
            anna.get("/suggestions?q=dubbele%20facturen&system=" + floor.key)
                .text("/items/0/title"))
        .isEqualTo("Dubbele facturen");
    assertThat(anna.post("/issues/999999999/me-too").status()).isEqualTo(404);
    assertThat(fatima.post("/issues", "{}").at("/errors")).hasSize(2);
  }

  @Test
  void anIssueIsChangedWholeByWhoMay() {
    var fatima = workplace.client(floor.fatima);
    var pieter = workplace.client(floor.pieter);
    var body = "{'system':'%s','topic':'log-in','title':'Dubbele facturen'}";
    var path = "/issues/" + fatima.post("/issues", body.formatted(floor.key)).id();
    var change =
        """
        {'title':'Dubbele facturen','status':'fix_planned','severity':'serious','workaround':'Wacht een minuut.',
         'plannedRelease':'24.2','owner':'%s'}
        """
            .formatted(floor.loes.email());
    assertThat(fatima.put(path, change).status()).isEqualTo(404);
    var changed = pieter.put(path, change);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.at("/workaroundVersion").asInt()).isOne();
    assertThat(changed.text("/owner/name")).isEqualTo("Loes");
    assertThat(anna.get(path).at("/owner").isNull()).as("who works on it").isTrue();
    assertThat(anna.get(path).text("/plannedRelease")).isEqualTo("24.2");
    var here = "/issues?system=" + floor.key;
    for (var found :
        List.of(
            "&severity=serious",
            "&workaround=true",
            "&release=24.2",
            "&topic=log-in",
            "&open=true",
            "&owner=" + floor.loes.email())) {
      assertThat(pieter.get(here + found).at("/items")).as(found).hasSize(1);
    }
    for (var other :
        List.of(
            "&severity=minor", "&workaround=false", "&release=24", "&open=false", "&owner=me")) {
      assertThat(pieter.get(here + other).at("/items")).as(other).isEmpty();
    }
    assertThat(anna.get(here + "&mine=true").at("/items")).isEmpty();
    anna.post(path + "/me-too");
    assertThat(anna.get(here + "&mine=true").at("/items")).hasSize(1);
    assertThat(anna.post(path + "/leaving").at("/mine").asBoolean()).isFalse();
    assertThat(pieter.get("/issues?topic=log-in").status()).isEqualTo(400);
    assertThat(pieter.get("/issues?owner=nobody@nowhere.example").status()).isEqualTo(400);
    assertThat(pieter.put(path, "{}").at("/errors")).hasSize(2);
    var wrong = change.replace("serious", "awful");
    assertThat(pieter.put(path, wrong).text("/errors/0/pointer")).isEqualTo("/severity");
    assertThat(pieter.put("/issues/999999999", change).status()).isEqualTo(404);
    assertThat(
            pieter.put(path, "{'title':'Dubbel','status':'works_now'}").at("/workaround").isNull())
        .isTrue();
  }

  @Test
  void helpInPassingIsLogged() {
    var fatima = workplace.client(floor.fatima);
    var body = "{'system':'%s','topic':'log-in','minutes':10,'note':'Bij de koffie'}";
    var logged = fatima.post("/help-moments", body.formatted(floor.key));
    assertThat(logged.status()).isEqualTo(201);
    assertThat(logged.at("/minutes").asInt()).isEqualTo(10);
    assertThat(
            fatima
                .post("/help-moments", body.formatted(floor.key).replace("10", "500"))
                .text("/errors/0/pointer"))
        .isEqualTo("/minutes");
    assertThat(fatima.post("/help-moments", "{}").at("/errors")).hasSize(2);
    assertThat(fatima.post("/help-moments", "{'colleague':'Anna'}").status()).isEqualTo(400);
    assertThat(anna.post("/help-moments", body.formatted(floor.key)).status()).isEqualTo(404);
  }

  private int moments(Workplace.Colleague who) {
    return sql.sql("select count(*) from support.help_moment where power_user_id = :who")
        .param("who", who.id())
        .query(Integer.class)
        .single();
  }

  @Test
  void helpInPassingIsNotedOnceHoweverOftenItIsSent() {
    var fatima = workplace.client(floor.fatima);
    var body = "{'id':'%s','system':'%s','minutes':10}".formatted(UUID.randomUUID(), floor.key);
    var first = fatima.post("/help-moments", body);
    var again = fatima.post("/help-moments", body);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.response().body()).isEqualTo(first.response().body());
    assertThat(moments(floor.fatima)).isOne();
    // The same number from somebody else is theirs.
    assertThat(workplace.client(floor.joost).post("/help-moments", body).id())
        .isNotEqualTo(first.id());
    assertThat(fatima.post("/help-moments", body.replace("'id':'", "'id':'x")).status())
        .isEqualTo(400);
    var key = UUID.randomUUID().toString();
    var plain = "{'system':'%s','minutes':5}".formatted(floor.key);
    var keyed = fatima.post("/help-moments", plain, "Idempotency-Key", key);
    assertThat(fatima.post("/help-moments", plain, "Idempotency-Key", key).response().body())
        .isEqualTo(keyed.response().body());
    assertThat(moments(floor.fatima)).isEqualTo(2);
  }

  private <T> List<T> atOnce(Callable<T> work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<T>();
      for (var one : threads.invokeAll(Collections.nCopies(8, work))) {
        all.add(one.get());
      }
      return all;
    }
  }

  @Test
  void ofManyAtOnceOneIsKept() throws Exception {
    var fatima = workplace.client(floor.fatima);
    var help = "{'id':'%s','system':'%s','minutes':10}".formatted(UUID.randomUUID(), floor.key);
    assertThat(atOnce(() -> fatima.post("/help-moments", help)))
        .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201))
        .extracting(answer -> answer.response().body())
        .containsOnly(fatima.post("/help-moments", help).response().body());
    assertThat(moments(floor.fatima)).isOne();

    var place = anna.get("/power-users?person=" + floor.anna.email()).text("/items/0/location");
    var round =
        "{'id':'%s','startedAt':'%s','places':['%s'],'taps':[{'id':'%s','kind':'helped','at':'%s','place':'%s','minutes':5}]}"
            .formatted(
                UUID.randomUUID(),
                clock.instant().minusSeconds(600),
                place,
                UUID.randomUUID(),
                clock.instant().minusSeconds(60),
                place);
    assertThat(atOnce(() -> fatima.post("/rounds", round)))
        .allSatisfy(
            answer -> assertThat(answer.status()).as(answer.response().body()).isEqualTo(200))
        .extracting(answer -> answer.response().body())
        .containsOnly(fatima.post("/rounds", round).response().body());
    assertThat(
            sql.sql("select count(*) from campaign.round where person_id = :who")
                .param("who", floor.fatima.id())
                .query(Integer.class)
                .single())
        .isOne();
    assertThat(moments(floor.fatima)).as("and what it brought").isEqualTo(2);
    fatima.put("/presence", "{'state':'there'}");
  }

  @Test
  void aPlaceSaysWhoHelpsThereNow() {
    var location =
        anna.get("/power-users?person=" + floor.anna.email()).at("/items/0/place/id").asLong();
    var code = "t" + floor.key.replaceAll("[^a-z0-9]", "");
    sql.sql(
            "insert into network.place_code (code, location_id, made_at) values (:code, :place, :now) on conflict (location_id) where withdrawn_at is null do update set code = excluded.code")
        .param("code", code)
        .param("place", location)
        .param("now", clock.instant())
        .update();
    var there = anna.get("/places/" + code);
    assertThat(there.status()).isEqualTo(200);
    assertThat(there.text("/location")).isEqualTo("Loc-" + floor.key);
    assertThat(there.at("/helps").valueStream().map(one -> one.at("/name").asString()))
        .contains("Fatima", "Joost");
    assertThat(there.text("/helps/0/presence")).isIn("not_seen", "later", "there");
    assertThat(anna.get("/places/" + code.toUpperCase(Locale.ROOT)).status()).isEqualTo(200);
    for (var wrong : List.of("nowhere1", "x", "a".repeat(200))) {
      assertThat(anna.get("/places/" + wrong).status()).as(wrong).isEqualTo(404);
    }
    assertThat(workplace.nobody().get("/places/" + code).status()).isEqualTo(401);
  }

  /** No token, one that is none, and one whose sign-in is over. */
  @Test
  void withoutATokenOfOnesOwnNothingIsSaidOrKept() {
    var now = clock.instant();
    var round =
        "{'id':'%s','startedAt':'%s','places':['Loc-%s'],'taps':[]}"
            .formatted(UUID.randomUUID(), now.minusSeconds(600), floor.key);
    var help = "{'id':'%s','system':'%s','minutes':10}".formatted(UUID.randomUUID(), floor.key);
    var over = workplace.client(floor.fatima);
    sql.sql("delete from people.sign_in where person_id = :who")
        .param("who", floor.fatima.id())
        .update();
    for (var client : List.of(workplace.nobody(), new Client(anna.base(), "x".repeat(43)), over)) {
      assertThat(client.post("/rounds", round).status()).isEqualTo(401);
      assertThat(client.post("/help-moments", help).status()).isEqualTo(401);
      assertThat(client.get("/presence").status()).isEqualTo(401);
      assertThat(client.put("/presence", "{'state':'there'}").status()).isEqualTo(401);
      assertThat(client.get("/places/nowhere1").status()).isEqualTo(401);
      assertThat(client.get("/power-users?system=" + floor.key).status()).isEqualTo(401);
    }
    assertThat(moments(floor.fatima)).isZero();
  }

  /** Numbers are of the client's making: two who made the same one do not meet. */
  @Test
  void aRoundWithTheNumberOfAColleaguesIsNotTheirs() {
    var now = clock.instant();
    var round = UUID.randomUUID();
    var body =
        "{'id':'%s','startedAt':'%s','places':['Loc-%s'],'taps':[{'id':'%s','kind':'talked','at':'%s','place':'Loc-%s'}]}"
            .formatted(
                round,
                now.minusSeconds(600),
                floor.key,
                UUID.randomUUID(),
                now.minusSeconds(60),
                floor.key);
    var fatima = workplace.client(floor.fatima);
    assertThat(fatima.post("/rounds", body).status()).isEqualTo(200);
    var joost = workplace.client(floor.joost);
    var taken = joost.post("/rounds", body);
    assertThat(taken.status()).as(taken.response().body()).isIn(200, 404, 409, 422);
    assertThat(rounds(floor.fatima)).isOne();
    assertThat(
            sql.sql("select count(*) from campaign.tap where person_id = :who")
                .param("who", floor.fatima.id())
                .query(Integer.class)
                .single())
        .isOne();
    fatima.put("/presence", "{'state':'there'}");
    joost.put("/presence", "{'state':'there'}");
  }

  private int rounds(Workplace.Colleague who) {
    return sql.sql("select count(*) from campaign.round where person_id = :who")
        .param("who", who.id())
        .query(Integer.class)
        .single();
  }

  @Test
  void whoHelpsWhomSaysWhichOfItsConditionsIsNobody() {
    for (var parameter : List.of("person", "department", "location", "system")) {
      for (var nobody :
          List.of("nowhere", "999999999", "-1", "a%2Fb%2F%2Fc", "%00", "x".repeat(400))) {
        var answer = anna.get("/power-users?" + parameter + "=" + nobody);
        assertThat(answer.status()).as(parameter + " " + nobody).isEqualTo(400);
        assertThat(answer.text("/errors/0/parameter")).as(nobody).isEqualTo(parameter);
      }
    }
    assertThat(
            anna.get(
                    "/power-users?person=%s&department=Dep-%s&location=Loc-%s&system=%s"
                        .formatted(floor.anna.email(), floor.key, floor.key, floor.key))
                .at("/items")
                .findValuesAsString("name"))
        .contains("Fatima");
  }

  @Test
  void suggestionsAreOfTheSystem() {
    assertThat(anna.get("/suggestions?q=wachtwoord%20vergeten&system=" + floor.key).at("/items"))
        .isEmpty();
    assertThat(anna.get("/suggestions?q=wachtwoord&system=nothing").status()).isEqualTo(400);
    assertThat(anna.get("/suggestions").status()).isEqualTo(400);
  }
}
