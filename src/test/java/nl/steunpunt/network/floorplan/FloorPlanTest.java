package nl.steunpunt.network.floorplan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.network.FloorPlans;
import nl.steunpunt.network.Mandates;
import nl.steunpunt.network.Profiles;
import nl.steunpunt.people.PersonalRecords;
import nl.steunpunt.people.PersonalRecords.Leaver;
import nl.steunpunt.people.PersonalRecords.Section;
import nl.steunpunt.platform.picture.Samples;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

@SteunpuntTest
class FloorPlanTest {
  private static final String SVG =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1200 600'><title>Jan</title><rect width='9' height='9'/></svg>";

  @Autowired World world;
  @Autowired Profiles profiles;
  @Autowired FloorPlans plans;
  @Autowired Mandates mandates;
  @Autowired List<PersonalRecords> records;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  private long floor;
  private String path;

  @BeforeEach
  void aFloor() {
    world.sanne();
    floor = place("Utrecht/Gebouw B/3");
    path = "/floor-plans/" + floor;
  }

  private long place(String path) {
    return sql.sql("select id from people.location where path = :path")
        .param("path", path)
        .query(Long.class)
        .single();
  }

  private MvcTestResult put(Colleague who, byte[] file) {
    return world
        .api()
        .post()
        .uri(path)
        .multipart()
        .file(new MockMultipartFile("plan", "plan", "image/png", file))
        .cookie(world.as(who).cookie())
        .header("Sec-Fetch-Site", "same-origin")
        .exchange();
  }

  private void put() {
    assertThat(put(world.marieke(), SVG.getBytes(UTF_8))).hasStatus(303);
  }

  private MvcTestResult pin(Colleague whose, String... where) {
    var fields = new ArrayList<>(List.of("person", whose.id().toString()));
    fields.addAll(List.of(where));
    return world.as(world.marieke()).post(path + "/pins", fields.toArray(String[]::new));
  }

  private Document lead() {
    return world.as(world.marieke()).page(path);
  }

  private Document who() {
    return world.as(world.sanne()).page("/who-helps");
  }

  private void undo() {
    var form = lead().expectFirst("form.undo");
    assertThat(
            world
                .as(world.marieke())
                .post(form.attr("action"), "change", form.expectFirst("[name=change]").val()))
        .hasStatus(303);
  }

  @Test
  void aDeskIsPinnedByAClickAndColleaguesSeeIt() {
    assertThat(lead().select(".empty")).hasSize(1);
    assertThat(who().select(".plan")).isEmpty();
    put();
    assertThat(lead().select(".plan-desk strong").eachText())
        .contains("Fatima El Idrissi", "Joost Bakker");
    var chosen = world.as(world.marieke()).page(path + "?person=" + world.fatima().id());
    var image = chosen.expectFirst("input[type=image]");
    assertThat(image.attr("width") + " x " + image.attr("height")).isEqualTo("960 x 480");
    assertThat(image.attr("alt")).contains("Fatima El Idrissi");
    assertThat(pin(world.fatima(), "at.x", "96", "at.y", "408")).hasStatus(303);

    var plan = who().expectFirst(".who-card .plan");
    assertThat(plan.expectFirst("img").attr("alt"))
        .isEqualTo("Plattegrond van Gebouw B · 3. Fatima zit linksonder.");
    assertThat(plan.expectFirst("g").attr("transform")).startsWith("translate(120.0 510.0)");
    assertThat(plan.select("[popovertarget]").attr("popovertarget"))
        .isEqualTo(plan.select("[popover]").attr("id"));
    assertThat(plan.text()).contains("Fatima zit op Utrecht · Gebouw B · 3 · B3.1");
    var picture = world.as(world.sanne()).get(plan.expectFirst("img").attr("src"));
    assertThat(picture).hasStatusOk().hasContentType("image/svg+xml");
    assertThat(picture.getResponse().getHeader("Content-Security-Policy"))
        .isEqualTo("default-src 'none'; sandbox");
    assertThat(picture.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(new String(picture.getResponse().getContentAsByteArray(), UTF_8))
        .contains("<rect")
        .doesNotContain("Jan");
    assertThat(
            world.as(world.sanne()).page("/who-helps?person=" + world.sanne().id()).select(".plan"))
        .hasSize(1);
    assertThat(world.as(world.sanne()).page("/who-helps?location=" + floor).select(".plan"))
        .hasSize(1);
    assertThat(world.as(world.fatima()).page("/profile").select(".plan")).hasSize(1);
  }

  @Test
  void numbersDoTheSameAsAClick() {
    put();
    assertThat(pin(world.fatima(), "x", "10,5", "y", "85")).hasStatus(303);
    assertThat(who().expectFirst(".plan g").attr("transform")).startsWith("translate(126.0 510.0)");
    var again = world.as(world.marieke()).page(path + "?person=" + world.fatima().id());
    assertThat(again.expectFirst("#x").val() + " " + again.expectFirst("#y").val())
        .isEqualTo("10.5 85.0");
  }

  @Test
  void nonsenseIsRefusedInWords() {
    assertThat(pin(world.fatima(), "x", "10", "y", "10")).hasStatus(409);
    put();
    for (var wrong :
        List.of(
            List.of("x", "101", "y", "1"),
            List.of("x", "-1", "y", "1"),
            List.of("x", "NaN", "y", "1"),
            List.of("x", "1", "y", ""),
            List.of("at.x", "0", "at.y", "0"),
            List.of("at.x", "1e9", "at.y", "1"))) {
      assertThat(pin(world.fatima(), wrong.toArray(String[]::new))).as("" + wrong).hasStatus(422);
    }
    // Beyond the edge is on the edge: browsers round.
    assertThat(pin(world.fatima(), "at.x", "961", "at.y", "481")).hasStatus(303);
    // Not a power user, and one who works elsewhere.
    assertThat(pin(world.sanne(), "x", "1", "y", "1")).hasStatus(422);
    assertThat(pin(world.liam(), "x", "1", "y", "1")).hasStatus(422);
  }

  @Test
  void whoMovesOrLeavesIsNoLongerOnThePlan() {
    put();
    pin(world.fatima(), "x", "10", "y", "10");
    var seat =
        sql.sql("select location_id from people.person where id = :id")
            .param("id", world.fatima().id())
            .query(Long.class)
            .single();
    sit(floor);
    assertThat(who().select(".plan")).isEmpty();
    assertThat(lead().select(".plan-desk").text()).contains("Zit nu ergens anders");
    assertThat(lead().select(".plan-over g")).isEmpty();
    sit(place("Groningen"));
    assertThat(who().select(".plan")).isEmpty();
    assertThat(lead().select(".plan-desk strong").eachText()).doesNotContain("Fatima El Idrissi");
    sit(seat);
    assertThat(who().select(".plan")).hasSize(1);
    mandates
        .of(world.fatima().id())
        .forEach(mandate -> mandates.end(mandate.id(), world.marieke().id()));
    assertThat(lead().select(".plan-desk strong").eachText()).doesNotContain("Fatima El Idrissi");
    assertThat(who().select(".plan")).isEmpty();
  }

  private void sit(long where) {
    sql.sql("update people.person set location_id = :where where id = :id")
        .param("where", where)
        .param("id", world.fatima().id())
        .update();
  }

  @Test
  void whoDoesNotWantItIsNotOnIt() {
    put();
    pin(world.fatima(), "x", "10", "y", "10");
    var fatima = world.as(world.fatima());
    assertThat(fatima.post("/profile/plan")).hasStatus(303);
    assertThat(who().select(".plan")).isEmpty();
    assertThat(lead().select(".plan-desk").text()).contains("Wil niet op de plattegrond staan");
    assertThat(lead().select(".plan-over g")).isEmpty();
    assertThat(pin(world.fatima(), "x", "20", "y", "20")).hasStatus(422);
    fatima.post("/profile/plan", "plan", "true");
    assertThat(who().select(".plan")).hasSize(1);
    assertThat(notes())
        .containsExactly("floor_plan_put", "desk_pinned", "hidden_from_plan", "shown_on_plan");
  }

  private List<String> notes() {
    return sql.sql(
            "select what from platform.audit where what ~ '(floor_plan|on_plan|from_plan|pin)' order by id")
        .query(String.class)
        .list();
  }

  @Test
  void eachChangeCanBeUndone() {
    put();
    pin(world.fatima(), "x", "10", "y", "10");
    pin(world.fatima(), "x", "50", "y", "50");
    var page = lead();
    var change = page.expectFirst("form.undo [name=change]").val();
    assertThat(page.expectFirst("form.undo").text()).contains("Fatima El Idrissi", "verplaatst");
    world
        .as(world.marieke())
        .post(path + "/pins/removal", "person", world.fatima().id().toString());
    assertThat(who().select(".plan")).isEmpty();
    assertThat(world.as(world.marieke()).post(path + "/undoing", "change", change)).hasStatus(409);
    undo();
    assertThat(who().expectFirst(".plan g").attr("transform")).startsWith("translate(600.0 300.0)");
    undo();
    assertThat(who().expectFirst(".plan g").attr("transform")).startsWith("translate(120.0 60.0)");
    assertThat(world.as(world.marieke()).post(path + "/removal")).hasStatus(303);
    assertThat(who().select(".plan")).isEmpty();
    assertThat(lead().select(".empty")).hasSize(1);
    assertThat(world.as(world.marieke()).post(path + "/removal")).hasStatus(404);
    undo();
    assertThat(who().select(".plan")).hasSize(1);
    var before = lead().select("img.plan-click").attr("src");
    put(world.willemijn(), SVG.replace("1200", "600").getBytes(UTF_8));
    assertThat(lead().select("img.plan-click").attr("src")).isNotEqualTo(before);
    assertThat(who().expectFirst(".plan g").attr("transform")).startsWith("translate(60.0 60.0)");
    assertThat(world.as(world.sanne()).get(before)).hasStatus(404);
    undo();
    assertThat(lead().select("img.plan-click").attr("src")).isEqualTo(before);
    undo();
    undo();
    assertThat(lead().select("form.undo")).isEmpty();
    assertThat(lead().select(".empty")).hasSize(1);
  }

  /** Undone here, it would stand in two places. */
  @Test
  void whatHappenedElsewhereSinceIsNotUndone() {
    put();
    pin(world.fatima(), "x", "10", "y", "10");
    var building = place("Utrecht/Gebouw B");
    plans.put(building, new FloorPlans.PlanPicture("image/png", 2, 1, new byte[] {1}));
    plans.unpin(world.fatima().id(), floor);
    plans.pin(world.fatima().id(), building, 0.5, 0.5);
    var change = lead().expectFirst("form.undo [name=change]").val();
    assertThat(world.as(world.marieke()).post(path + "/undoing", "change", change)).hasStatus(409);
    assertThat(who().expectFirst(".plan img").attr("alt")).contains("Gebouw B.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><script>x</script></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9' onload='x'/>",
        "<!DOCTYPE svg><svg/>",
        "GIF89a",
        "hallo"
      })
  void whatIsNoPlanIsRefusedAndNothingKept(String sent) {
    var refused = put(world.marieke(), sent.getBytes(UTF_8));
    assertThat(refused).hasStatus(422);
    assertThat(Browser.html(refused).select("[role=alert]").text()).contains("PNG");
    assertThat(sql.sql("select count(*) from network.floor_plan").query(Integer.class).single())
        .isZero();
  }

  @Test
  void aPngIsDrawnAnewAndABombRefused() {
    var png = Samples.encoded("png", Samples.halves(400, 200, BufferedImage.TYPE_INT_RGB));
    assertThat(put(world.marieke(), png)).hasStatus(303);
    var picture = world.as(world.sanne()).get(lead().select("img.plan-click").attr("src"));
    assertThat(picture).hasStatusOk().hasContentType("image/png");
    assertThat(put(world.marieke(), Samples.jpeg(Samples.halves(40, 20, 1), false))).hasStatus(422);
    var huge = Samples.hugePng(30_000, 30_000);
    assertThat(put(world.marieke(), huge)).hasStatus(422);
    assertThat(put(world.marieke(), new byte[0])).hasStatus(422);
    assertThat(put(world.marieke(), new byte[(10 << 20) + 1])).hasStatus(422);
  }

  @Test
  void strangersSeeItOfWhoAgreedFromTheseNetworksOnly() {
    put();
    pin(world.fatima(), "x", "10", "y", "10");
    var code =
        sql.sql(
                "insert into network.place_code (code, location_id, made_at) values ('abcd2345', :floor, :now)"
                    + " on conflict (location_id) where withdrawn_at is null do update set code = excluded.code returning code")
            .param("floor", floor)
            .param("now", clock.instant())
            .query(String.class)
            .single();
    var version = sql.sql("select version from network.floor_plan").query(String.class).single();
    var picture = "/h/" + code + "/plan/" + version;
    world
        .as(world.willemijn())
        .post("/admin/who-helps/open", "open", "true", "networks", "127.0.0.0/8");
    assertThat(world.stranger().page("/h/" + code).select(".plan")).isEmpty();
    assertThat(world.stranger().get(picture)).hasStatus(404);
    profiles.change(world.fatima().id(), new Profiles.Profile(List.of("nl"), false, true));
    var shown = world.stranger().page("/h/" + code).expectFirst(".plan img");
    assertThat(shown.attr("src")).isEqualTo(picture);
    assertThat(world.stranger().get(picture)).hasStatusOk();
    assertThat(world.stranger().get("/h/" + code + "/plan/0123")).hasStatus(404);
    assertThat(world.stranger().get(path + "/picture/" + version)).hasStatus(302);
    world.as(world.willemijn()).post("/admin/who-helps/open", "networks", "");
    assertThat(world.stranger().get(picture)).hasStatus(404);
  }

  @Test
  void theOverviewSaysWhatIsMissing() {
    assertThat(overview("")).contains("Gebouw B · 3", "Nog geen plattegrond · 3 power users");
    put();
    pin(world.fatima(), "x", "10", "y", "10");
    assertThat(overview("")).contains("1 van 3 bureaus erop");
    assertThat(overview("?q=groningen")).contains("Groningen");
    assertThat(overview("?q=xyzzy")).contains("We kennen geen plek");
  }

  private String overview(String query) {
    return world.as(world.marieke()).page("/floor-plans" + query).select("main").text();
  }

  @Test
  void isInOnesDataAndGoesWithTheName() {
    put();
    var fatima = world.fatima();
    pin(fatima, "x", "10", "y", "10");
    assertThat(stored(fatima).size()).isOne();
    var leaver = new Leaver(fatima.id(), fatima.name(), fatima.email(), null);
    records.forEach(record -> record.erase(leaver));
    assertThat(stored(fatima).size()).isZero();
    assertThat(sql.sql("select count(*) from network.desk_pin").query(Integer.class).single())
        .isZero();
  }

  private JsonNode stored(Colleague who) {
    return records.stream()
        .flatMap(record -> record.about(who.id()).stream())
        .filter(section -> section.name().equals("desk_pin"))
        .map(Section::rows)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatWasReplacedGoesAfterItsTime() {
    put();
    put();
    pin(world.fatima(), "x", "10", "y", "10");
    pin(world.fatima(), "x", "20", "y", "20");
    assertThat(plans.forget(clock.instant().plus(Duration.ofDays(1)), 100)).isEqualTo(4);
    assertThat(
            sql.sql(
                    "select (select count(*) from network.floor_plan) + (select count(*) from network.desk_pin)")
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    assertThat(who().select(".plan")).hasSize(1);
    assertThat(lead().select("form.undo")).isEmpty();
  }
}
