package nl.steunpunt.campaign.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A round planned and walked, with forms and as the phone's script sends it. */
@SteunpuntTest
class RoundTest {
  @Autowired World world;
  @Autowired RoundWorld rounds;
  @Autowired JdbcClient sql;
  @Autowired RoundEnding ending;

  private Browser fatima;
  private long place;
  private final String round = RoundWorld.some();

  @BeforeEach
  void fatimaWalksWhereSanneSits() {
    fatima = world.as(world.fatima());
    place = rounds.place(world.sanne());
  }

  private void start() {
    assertThat(fatima.post("/round/start", "round", round, "place", "" + place)).hasStatus(303);
  }

  /** Answers the tap's number. */
  private String tap(String kind, String... more) {
    var id = RoundWorld.some();
    var fields =
        new ArrayList<>(List.of("round", round, "sending", id, "kind", kind, "place", "" + place));
    fields.addAll(List.of(more));
    var address = kind.equals("heard") ? "/round/heard" : "/round/taps";
    assertThat(fatima.post(address, fields.toArray(String[]::new))).as(kind).hasStatus(303);
    return id;
  }

  private void undo(String tap) {
    tap("undo", "undoes", tap);
  }

  private int standing(String kind) {
    return rounds.count(
        "campaign.tap where person_id = ? and kind = ? and not undone",
        world.fatima().id().value(),
        kind);
  }

  @Test
  void isPlannedByDayTimeAndPlacesInTheirOrder() {
    var places = rounds.fatimasPlaces();
    assertThat(places).contains(place);
    assertThat(fatima.page("/round").select(".round-route li")).hasSize(Math.min(8, places.size()));
    var other = places.stream().filter(one -> one != place).findFirst();
    var fields = new ArrayList<>(List.of("day", "1", "day", "3", "at", "10:15"));
    other.ifPresent(one -> fields.addAll(List.of("place", "" + one)));
    fields.addAll(List.of("place", "" + place, "earlier", "" + place, "place", "987654321"));
    assertThat(fatima.post("/round/plan", fields.toArray(String[]::new))).hasStatus(303);
    var plan = fatima.page("/round/plan");
    assertThat(plan.select("input[name=day][checked]").eachAttr("value")).containsExactly("1", "3");
    assertThat(plan.select("input[name=at]").attr("value")).isEqualTo("10:15");
    assertThat(plan.select("input[name=place][checked]").eachAttr("value"))
        .as("what is nobody's place is left out, and Sanne's came first")
        .startsWith("" + place)
        .hasSize(other.isPresent() ? 2 : 1);
    assertThat(fatima.post("/round/plan", "day", "8")).hasStatus(422);
    assertThat(fatima.post("/round/plan", "at", "noon")).hasStatus(422);
    assertThat(world.as(world.joost()).page("/round/plan").select("input[name=day][checked]"))
        .as("each has a plan of their own")
        .isEmpty();
  }

  @Test
  void isWalkedWithFormsAndWhatItBringsStandsWhereItBelongs() {
    var issue = rounds.issue();
    start();
    assertThat(world.as(world.sanne()).page("/").select(".presence").text())
        .startsWith("Loopt een ronde tot");
    tap("talked");
    tap("helped", "minutes", "15");
    tap("heard", "text", "Het duurt zo lang voor het scherm er is");
    tap("me_too", "issue", "" + issue, "person", world.sanne().id().toString());
    var page = fatima.page("/round");
    assertThat(page.select(".round-zone:not([hidden]) .round-tap .round-tap-what").eachText())
        .containsExactly(
            "Gesproken",
            "Geholpen, 15 min",
            "Gehoord Het duurt zo lang voor het scherm er is",
            "Heeft ook last Sanne de Vries · Lijst blijft leeg");
    tap("walked");
    assertThat(fatima.page("/round").select("#round-progress").text()).isEqualTo("1 van 1 plek");
    tap("ended");

    var me = world.fatima().id().value();
    assertThat(
            rounds.count(
                "support.help_moment where power_user_id = ? and minutes = 15 and location_id = ?",
                me,
                place))
        .isOne();
    assertThat(rounds.count("support.signal where heard_by_id = ? and sender_id is null", me))
        .isOne();
    assertThat(
            rounds.count(
                "issues.me_too where issue_id = ? and person_id = ?",
                issue,
                world.sanne().id().value()))
        .isOne();
    assertThat(rounds.minutes(world.fatima(), "help_moment")).isEqualTo(15);
    assertThat(rounds.minutes(world.fatima(), "round")).isOne();
    assertThat(fatima.page("/hours").text()).contains("Ronde");
    assertThat(fatima.page("/round/today").text())
        .contains("Ronde gelopen: 1 van 1", "1 gesproken · 1 geholpen · 1 gehoord");
    assertThat(fatima.page("/inbox").select("[hx-get=/round/today]")).hasSize(1);
    assertThat(world.as(world.sanne()).page("/").select(".presence").text())
        .doesNotContain("ronde");
  }

  @Test
  void eachTapIsTakenBackWithWhatItBrought() {
    var issue = rounds.issue();
    start();
    var me = world.fatima().id().value();
    undo(tap("talked"));
    undo(tap("helped", "minutes", "5"));
    undo(tap("heard", "text", "Traag"));
    undo(tap("me_too", "issue", "" + issue, "person", world.sanne().id().toString()));
    undo(tap("walked"));
    undo(tap("ended"));
    assertThat(rounds.count("campaign.tap where person_id = ? and not undone", me)).isZero();
    assertThat(rounds.count("support.help_moment where power_user_id = ?", me)).isZero();
    assertThat(rounds.count("support.signal where heard_by_id = ?", me)).isZero();
    assertThat(rounds.count("issues.me_too where issue_id = ?", issue)).isZero();
    assertThat(rounds.minutes(world.fatima(), "round")).isZero();
    assertThat(rounds.minutes(world.fatima(), "help_moment")).isZero();
    assertThat(fatima.page("/round").select("#round-progress").text()).isEqualTo("0 van 1 plek");
  }

  @Test
  void whoHadTheIssueAlreadyKeepsItAndTwoTapsAreNeededToTakeBackTwo() {
    var issue = rounds.issue();
    var sanne = world.sanne().id();
    start();
    var first = tap("me_too", "issue", "" + issue, "person", sanne.toString());
    var second = tap("me_too", "issue", "" + issue, "person", sanne.toString());
    undo(first);
    assertThat(rounds.count("issues.me_too where issue_id = ?", issue)).isOne();
    undo(second);
    assertThat(rounds.count("issues.me_too where issue_id = ?", issue)).isZero();
    world.as(world.sanne()).post("/issues/" + issue + "/me-too");
    undo(tap("me_too", "issue", "" + issue, "person", sanne.toString()));
    assertThat(rounds.count("issues.me_too where issue_id = ?", issue)).as("her own").isOne();
  }

  @Test
  void aSignalThatWasAnsweredStaysWhenItsTapIsTakenBack() {
    start();
    var heard = tap("heard", "text", "Traag");
    var signal =
        sql.sql("select max(id) from support.signal").query(Long.class).single().toString();
    fatima.post("/signals/" + signal + "/reply", "text", "Er komt een snellere");
    undo(heard);
    assertThat(rounds.count("support.signal where id = ?", Long.valueOf(signal))).isOne();
  }

  /** As the page's script sends it. */
  private MvcTestResult send(Browser who, String body) {
    return world
        .api()
        .post()
        .uri("/round/sending")
        .cookie(who.cookie())
        .header("Sec-Fetch-Site", "same-origin")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body.replace('\'', '"'))
        .exchange();
  }

  private String body(long person, String... taps) {
    return "{'person':%d,'round':{'id':'%s','startedAt':'%s','places':[%d],'taps':[%s]}}"
        .formatted(
            person,
            round,
            rounds.now().minus(Duration.ofMinutes(30)),
            place,
            String.join(",", taps));
  }

  private String sent(String kind, String more) {
    return "{'id':'%s','kind':'%s','at':'%s','place':%d%s}"
        .formatted(UUID.randomUUID(), kind, rounds.now().minusSeconds(600), place, more);
  }

  private long me() {
    return world.fatima().id().value();
  }

  @Test
  void sentTwiceItStandsThereOnceAndInAnyOrder() {
    var talked = sent("talked", "");
    var helped = sent("helped", ",'minutes':5");
    assertThat(send(fatima, body(me(), helped, talked))).hasStatusOk();
    assertThat(send(fatima, body(me(), talked, helped, talked))).hasStatusOk();
    assertThat(standing("talked")).isOne();
    assertThat(standing("helped")).isOne();
    assertThat(rounds.count("support.help_moment where power_user_id = ?", me())).isOne();
    assertThat(rounds.minutes(world.fatima(), "help_moment")).isEqualTo(5);
    assertThat(rounds.minutes(world.fatima(), "round"))
        .as("twenty minutes on the way, of which five were help")
        .isEqualTo(15);
  }

  @Test
  void oneThatCannotBeHoldsNoOtherUpAndSaysWhy() {
    var wrong =
        List.of(
            sent("helped", ",'minutes':0"),
            sent("heard", ",'text':'  '"),
            sent("heard", ""),
            sent("me_too", ",'issue':%d".formatted(rounds.issue())),
            sent("me_too", ",'issue':987654321,'person':" + world.sanne().id()),
            sent("me_too", ",'issue':%d,'person':%s".formatted(rounds.issue(), world.lotte().id())),
            sent("talked", "").replaceAll("'place':\\d+", "'place':" + rounds.place(world.emma())),
            sent("talked", "").replaceAll(",'place':\\d+", ""),
            sent("talked", "").replaceAll("'at':'[^']+'", "'at':'2099-01-01T00:00:00Z'"),
            sent("talked", "").replaceAll("'at':'[^']+'", "'at':'2001-01-01T00:00:00Z'"),
            sent("undo", ""));
    var taps = new ArrayList<>(wrong);
    taps.add(sent("talked", ""));
    var answer = send(fatima, body(me(), taps.toArray(String[]::new)));
    assertThat(answer).hasStatusOk();
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.taps[?(@.kept == false)].detail")
        .asArray()
        .as(() -> answer.toString())
        .hasSize(wrong.size())
        .doesNotContainNull();
    assertThat(standing("talked")).isOne();
    assertThat(rounds.count("campaign.tap where person_id = ?", me())).isOne();
  }

  /** Phones have clocks of their own, and lie in a drawer for a week. */
  @Test
  void aTapCountsFromTwoWeeksAgoUntilAClockThatRunsFiveMinutesAhead() {
    var now = rounds.now();
    var taps =
        Stream.of(
                Tap.OLDEST.negated().plusMinutes(1),
                Tap.AHEAD.minusMinutes(1),
                Tap.OLDEST.negated().minusMinutes(1),
                Tap.AHEAD.plusMinutes(1))
            .map(now::plus)
            .map(at -> sent("talked", "").replaceAll("'at':'[^']+'", "'at':'" + at + "'"))
            .toArray(String[]::new);
    var answer = send(fatima, body(me(), taps));
    assertThat(answer).hasStatusOk();
    assertThat(answer)
        .bodyJson()
        .extractingPath("$.taps[*].kept")
        .asArray()
        .containsExactly(true, true, false, false);
    assertThat(
            sql.sql(
                    "select count(*) from campaign.tap where person_id = :me and occurred_at > :now")
                .param("me", me())
                .param("now", rounds.now())
                .query(Integer.class)
                .single())
        .as("what a clock ahead tapped happened now, not in the future")
        .isZero();
  }

  @Test
  void whoWasTalkedToOrHelpedIsNotKeptThoughItIsSent() {
    var sanne = ",'person':" + world.sanne().id();
    assertThat(
            send(fatima, body(me(), sent("talked", sanne), sent("helped", ",'minutes':5" + sanne))))
        .hasStatusOk();
    assertThat(rounds.count("campaign.tap where person_id = ?", me())).isEqualTo(2);
    assertThat(rounds.count("campaign.tap where whom_id is not null")).isZero();
  }

  @Test
  void aRoundThatCannotBeIsRefusedAsAWhole() {
    for (var wrong :
        List.of(
            body(me()).replaceAll("'startedAt':'[^']+'", "'startedAt':'2099-01-01T00:00:00Z'"),
            body(me()).replaceAll("'startedAt':'[^']+'", "'startedAt':'2001-01-01T00:00:00Z'"),
            body(me()).replaceAll("'places':\\[\\d+]", "'places':[]"),
            body(me())
                .replaceAll("'places':\\[\\d+]", "'places':[" + rounds.place(world.emma()) + "]"),
            body(me()).replaceAll("'id':'[^']+'", "'id':null"))) {
      assertThat(send(fatima, wrong)).as(wrong).hasStatus(422);
    }
    assertThat(send(fatima, "{'person':%d,'round':{'id':'x'}}".formatted(me()))).hasStatus(400);
    assertThat(send(fatima, "{")).hasStatus(400);
    assertThat(send(fatima, body(me(), sent("flew", "")))).hasStatus(422);
    assertThat(rounds.count("campaign.round where person_id = ?", me())).isZero();
  }

  @Test
  void whoHasThePhoneNowDoesNotSendWhatSomebodyElseTapped() {
    var joost = world.as(world.joost());
    assertThat(send(joost, body(me(), sent("talked", "")))).hasStatus(409);
    assertThat(rounds.count("campaign.round")).isZero();
    assertThat(send(fatima, body(me(), sent("talked", "")))).hasStatusOk();
    // The same numbers under another name are another round.
    assertThat(send(joost, body(world.joost().id().value(), sent("talked", "")))).hasStatusOk();
    assertThat(standing("talked")).isOne();
    assertThat(rounds.count("campaign.round")).isEqualTo(2);
    assertThat(send(world.as(world.sanne()), body(world.sanne().id().value()))).hasStatus(404);
  }

  @Test
  void theLeadSeesFloorsWithTwoPowerUsersThatNobodyWalkedAndNeverWho() {
    var marieke = world.as(world.marieke());
    var floors =
        sql.sql(
                """
                select concat_ws('/', split_part(p.location_path, '/', 1), split_part(p.location_path, '/', 2),
                                 split_part(p.location_path, '/', 3)) as floor
                  from people.pub_person p join network.pub_constituency c on c.person_id = p.id and c.rank = 0
                 where p.active and split_part(p.location_path, '/', 3) <> ''
                 group by 1 having count(distinct c.power_user_id) >= 2
                """)
            .query(String.class)
            .list();
    var before = marieke.page("/network/rounds");
    assertThat(before.select(".round-floors li strong").eachText())
        .containsExactlyInAnyOrderElementsOf(
            floors.stream().map(floor -> floor.replace("/", " · ")).toList());
    assertThat(before.select("main").text()).doesNotContain("Fatima").doesNotContain("Joost");
    floors.forEach(floor ->
        sql.sql(
                """
                with walked as (
                  insert into campaign.round (person_id, client_id, started_at) values (:me, gen_random_uuid(), :at) returning id
                )
                insert into campaign.round_zone (round_id, sort, location_id, walked_at)
                select walked.id, 1, (select l.id from people.pub_location l where starts_with(l.path, :floor) limit 1), :at from walked
                """)
            .param("me", world.fatima().id())
            .param("at", rounds.now().minus(Duration.ofDays(6)))
            .param("floor", floor)
            .update());
    assertThat(marieke.page("/network/rounds").select(".empty h2").text())
        .isEqualTo("Overal is deze week iemand geweest");
  }

  @Test
  void isInstallableAndItsWorkerServesTheWholeSite() {
    var worker = world.stranger().get("/worker.js");
    assertThat(worker).hasStatusOk();
    assertThat(worker.getResponse().getContentType()).startsWith("text/javascript");
    var manifest = world.stranger().get("/manifest.webmanifest");
    assertThat(manifest).hasStatusOk();
    assertThat(manifest)
        .bodyJson()
        .extractingPath("$.icons[*].purpose")
        .asArray()
        .contains("maskable");
    assertThat(manifest).bodyJson().extractingPath("$.theme_color").isEqualTo("#0b6e6e");
    assertThat(manifest).bodyJson().extractingPath("$.display").isEqualTo("standalone");
  }

  private void begun(String id, Duration ago) {
    sql.sql(
            """
            with round as (
              insert into campaign.round (person_id, client_id, started_at) values (:me, :id::uuid, :at) returning id
            ), zone as (
              insert into campaign.round_zone (round_id, sort, location_id) select id, 1, :place from round
            )
            insert into campaign.tap (round_id, person_id, client_id, kind, location_id, occurred_at)
            select id, :me, gen_random_uuid(), 'talked', :place, :tapped from round
            """)
        .param("me", world.fatima().id())
        .param("id", id)
        .param("at", rounds.now().minus(ago))
        .param("tapped", rounds.now().minus(ago).plusSeconds(600))
        .param("place", place)
        .update();
  }

  private int open(String id) {
    return rounds.count(
        "campaign.round where ended_at is null and client_id = ?::uuid", (Object) id);
  }

  @Test
  void oneThatWasNeverEndedDoesNotComeBackAfterAnother() {
    var forgotten = RoundWorld.some();
    begun(forgotten, Duration.ofMinutes(1));
    assertThat(fatima.page("/round").select("#round[data-walking=yes]")).hasSize(1);
    start();
    tap("ended");
    assertThat(fatima.page("/round").select("#round[data-walking=yes]")).isEmpty();
    assertThat(fatima.page("/round/today").text()).contains("Ronde gelopen");
  }

  @Test
  void oneThatNobodyEndedEndsWithItsDay() {
    var yesterday = RoundWorld.some();
    begun(yesterday, Duration.ofHours(25));
    assertThat(fatima.page("/round").select("#round[data-walking=yes]"))
        .as("it was over at midnight, whatever is noted of it")
        .isEmpty();
    assertThat(open(yesterday)).isOne();
    ending.fireDue(rounds.now().plus(Duration.ofDays(1)));
    assertThat(open(yesterday)).isZero();
    var now = RoundWorld.some();
    begun(now, Duration.ZERO);
    ending.fireDue(rounds.now());
    assertThat(open(now)).as("today’s goes on").isOne();
    // A tap that arrives late does not open it again.
    var late =
        body(
                me(),
                sent("talked", "")
                    .replaceAll(
                        "'at':'[^']+'", "'at':'" + rounds.now().minus(Duration.ofHours(24)) + "'"))
            .replace(round, yesterday);
    assertThat(send(fatima, late)).hasStatusOk();
    assertThat(open(yesterday)).isZero();
  }

  @Test
  void whatIsSaidOfTodayIsTrueBeforeAndAfterItsHourAndOnceWalked() {
    var days = IntStream.rangeClosed(1, 7).mapToObj(Integer::toString).toList();
    var plan = new ArrayList<>(List.of("place", "" + place));
    days.forEach(day -> plan.addAll(List.of("day", day)));
    var heading = "#round-today";

    fatima.post("/round/plan", with(plan, "at", "23:59"));
    assertThat(fatima.page("/round").select(heading).text())
        .isEqualTo("Vandaag om 23.59 loop je een ronde");
    assertThat(fatima.page("/round").select(heading).attr("data-late"))
        .as("for who reads the page that was kept")
        .contains("Je wilde vandaag om 23.59");
    assertThat(fatima.page("/round/today").text()).contains("Vandaag om 23.59");

    fatima.post("/round/plan", with(plan, "at", "00:00"));
    assertThat(fatima.page("/round").select(heading).text())
        .isEqualTo("Je wilde vandaag om 0.00 een ronde lopen. Dat kan nog.");
    assertThat(fatima.page("/round/today").text()).contains("Dat kan nog");

    start();
    tap("ended");
    assertThat(fatima.page("/round").select(heading).text())
        .isEqualTo("Je hebt vandaag al een ronde gelopen");
  }

  private static String[] with(List<String> fields, String... more) {
    return Stream.concat(fields.stream(), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void thePlanGoesWithTheLastMandate() {
    fatima.post("/round/plan", "day", "1", "at", "10:15", "place", "" + place);
    var plan = "campaign.round_plan where person_id = ?";
    ending.forgetPlansOf(List.of(world.fatima().id()));
    assertThat(rounds.count(plan, me())).as("she still is one").isOne();
    sql.sql("update network.mandate set state = 'ended', ended_at = :now where person_id = :me")
        .param("now", rounds.now())
        .param("me", me())
        .update();
    ending.forgetPlansOf(List.of(world.fatima().id()));
    assertThat(rounds.count(plan, me())).isZero();
    assertThat(rounds.count("campaign.round_stop where person_id = ?", me())).isZero();
  }

  /** Else the order would say that one of a few people gave no name. */
  @Test
  void anIssueOfTheNamelessStandsFirstOnlyAmongFiveOrMore() {
    var older = rounds.issue();
    var newer = rounds.issue();
    sql.sql(
            "delete from network.constituency where power_user_id = :me and person_id <> :sanne and rank = 0")
        .param("me", me())
        .param("sanne", world.sanne().id())
        .update();
    sql.sql(
            "insert into issues.me_too (issue_id, person_id, at, named) values (:issue, :sanne, :at, false)")
        .param("issue", older)
        .param("sanne", world.sanne().id())
        .param("at", rounds.now())
        .update();
    start();
    assertThat(issuesOf(fatima.page("/round"))).containsSubsequence("" + newer, "" + older);
    sql.sql(
            """
            insert into network.constituency (person_id, system_id, rank, power_user_id, mandate_id, via, nearness)
            select p.id, c.system_id, 0, c.power_user_id, c.mandate_id, c.via, c.nearness
              from network.constituency c, (select id from people.pub_active_person where id not in (:sanne, :me) order by id limit 5) p
             where c.person_id = :sanne and c.rank = 0 and c.system_id = :nova
            on conflict (person_id, system_id, rank) do update set power_user_id = excluded.power_user_id
            """)
        .param("me", me())
        .param("sanne", world.sanne().id())
        .param("nova", world.nova())
        .update();
    assertThat(issuesOf(fatima.page("/round"))).containsSubsequence("" + older, "" + newer);
  }

  private static List<String> issuesOf(org.jsoup.nodes.Document page) {
    return page.expectFirst(".round-issues").select("input[name=issue]").eachAttr("value");
  }

  @Test
  void ofManyPeopleThePageSaysThatItShowsTheFirst() {
    rounds.issue();
    sql.sql(
            """
            with hired as (
              insert into people.person (email, name, department_id, location_id, roles, created_at)
              select 'velen-' || n || '@novum.example', 'Velen ' || lpad(n::text, 3, '0'), p.department_id, p.location_id, '{}', :now
                from people.person p, generate_series(1, 320) n where p.id = :sanne
              returning id
            )
            insert into network.constituency (person_id, system_id, rank, power_user_id, mandate_id, via, nearness)
            select h.id, c.system_id, 0, c.power_user_id, c.mandate_id, c.via, c.nearness
              from hired h join network.constituency c on c.person_id = :sanne and c.rank = 0 and c.system_id = :nova
            """)
        .param("now", rounds.now())
        .param("sanne", world.sanne().id())
        .param("nova", world.nova())
        .update();
    start();
    var page = fatima.page("/round");
    // Of three hundred on the whole route, each other place has its own few.
    assertThat(page.select("#who-" + place + " option")).hasSizeBetween(280, 301);
    assertThat(page.select("#zone-" + place + " .form-hint").text())
        .containsPattern("De eerste 2\\d\\d van 3\\d\\d|De eerste 300 van");
  }
}
