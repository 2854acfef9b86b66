package nl.steunpunt.helpdesk.history;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * The lead's way through an import, by forms alone. On a database of its own: the work goes on
 * beside the request, and so commits.
 */
@SpringBootTest(properties = "steunpunt.data=target/history-data${test.fork:}")
class HistoryTest {
  private static final Path SAMPLE = Path.of("src/test/resources/helpdesk/log.csv");

  @Autowired World world;
  @Autowired HistoryImporting importing;
  @Autowired HistoryForgetting forgetting;
  @Autowired HistoryScreens screens;
  @Autowired JdbcClient sql;
  @Autowired Settings settings;

  /** Else it ends where the first question of another test was asked. */
  @BeforeEach
  void endOfBaseline() {
    // A run that was killed, or that ended here, leaves what it committed in the data folder.
    empty();
    settings.remember(BaselineSettings.SETTING, new BaselineSettings(LocalDate.of(2026, 11, 2)));
  }

  @AfterEach
  void empty() {
    sql.sql("delete from helpdesk.history_run").update();
    sql.sql("delete from helpdesk.history_file").update();
    sql.sql("delete from helpdesk.history_week").update();
    sql.sql("delete from helpdesk.history_sum").update();
    sql.sql("delete from platform.setting where name = 'helpdesk-baseline'").update();
  }

  private Browser lead() {
    return world.as(world.marieke());
  }

  private MvcTestResult upload(String name, byte[] content) {
    return world
        .api()
        .post()
        .uri("/helpdesk-history")
        .multipart()
        .file(new MockMultipartFile("file", name, "text/csv", content))
        .cookie(lead().cookie())
        .header("Sec-Fetch-Site", "same-origin")
        .exchange();
  }

  private static String next(MvcTestResult result) {
    assertThat(result).hasStatus(303);
    return requireNonNull(result.getResponse().getHeader(HttpHeaders.LOCATION));
  }

  /** Sends the page's form as a browser does: all fields as they stand, and what is typed. */
  private Document send(Document page, String action, String... typed) {
    var form = requireNonNull(page.selectFirst("form[action$=" + action + "]"));
    var fields = new HashMap<String, String>();
    for (var select : form.select("select")) {
      var chosen = select.selectFirst("option[selected]");
      fields.put(select.attr("name"), chosen == null ? "" : chosen.attr("value"));
    }
    form.select("input[checked]").forEach(one -> fields.put(one.attr("name"), one.attr("value")));
    for (int i = 0; i < typed.length; i += 2) {
      fields.put(typed[i], typed[i + 1]);
    }
    var all = fields.entrySet().stream().flatMap(e -> Stream.of(e.getKey(), e.getValue()));
    var address = next(lead().post(form.attr("action"), all.toArray(String[]::new)));
    var shown = lead().page(address);
    while (!shown.select("progress").isEmpty()) {
      shown = lead().page(address);
    }
    return shown;
  }

  private HistoryRun load(String text) {
    var run =
        importing.receive(new PersonId(1), "a.csv", new ByteArrayInputStream(text.getBytes(UTF_8)));
    importing.check(run, null);
    return importing.apply(run, true);
  }

  /** So many tickets on each working day of so many weeks; each tenth is passed on. */
  private static String weeks(LocalDate monday, int weeks, int perDay, String prefix) {
    var text = new StringBuilder("Meldingnummer;Aangemaakt;Opgelost;Categorie;Locatie;Doorgezet\n");
    int number = 0;
    for (int week = 0; week < weeks; week++) {
      for (int day = 0; day < 5; day++) {
        for (int i = 0; i < perDay; i++) {
          var date = monday.plusWeeks(week).plusDays(day);
          text.append(
              "%s%d;%s 09:%02d;%s 1%d:00;%s;%s;%d\n"
                  .formatted(
                      prefix,
                      ++number,
                      date,
                      i,
                      date,
                      i % 5,
                      i % 2 == 0 ? "Inloggen" : "Rechten",
                      i == 0 && day == 0 && week < 3 ? "Loods" : "Utrecht",
                      number % 10 == 0 ? 1 : 0));
        }
      }
    }
    return text.toString();
  }

  @Test
  void aLogIsFoldedInThreeClicksAndThreeDaysAreNoBaseline() throws IOException {
    var page = lead().page(next(upload("log.csv", Files.readAllBytes(SAMPLE))));
    assertThat(page.select("option[selected]").eachAttr("value"))
        .containsExactly(
            "number",
            "passed",
            "reopened",
            "opened",
            "changed",
            "place",
            "category",
            "topic",
            "resolved",
            "closed");
    page = send(page, "check");
    assertThat(page.select(".history-tiles").text()).contains("9 rijen", "4 meldingen", "0 rijen");
    page = send(page, "application");
    assertThat(page.select(".alert-success").text()).contains("Geïmporteerd");
    var start = lead().page("/helpdesk-history");
    assertThat(start.select("#baseline").text())
        .contains("Dit is nog geen nulmeting", "3 dagen", "geen hele week", "vier nodig");
    var inc2 =
        sql.sql("select * from helpdesk.history_ticket where number = 'INC2'").query().singleRow();
    assertThat(inc2).containsEntry("passed", 2).containsEntry("category", "Category 9");
    assertThat(String.valueOf(inc2.get("ended_at"))).startsWith("2016-03-01");
  }

  /** Nothing that was imported, shown or kept knows who called or who helped. */
  @Test
  void nobodyIsKept() throws IOException {
    var text = Files.readString(SAMPLE);
    assertThat(text).contains("Caller 7", "Resolved by 4");
    var run = load(text);
    assertThat(sql.sql("select count(*) from helpdesk.history_file").query(Long.class).single())
        .isZero();
    var kept =
        sql.sql(
                """
                select (select json_agg(t)::text from helpdesk.history_ticket t) || (select json_agg(r)::text from helpdesk.history_run r)
                    || coalesce((select json_agg(b)::text from helpdesk.history_bad_row b), '')
                """)
            .query(String.class)
            .single();
    assertThat(kept).contains("INC2").doesNotContain("Caller", "Resolved by", "Opened by");
    assertThat(lead().page("/helpdesk-history/" + run.id()).text()).doesNotContain("Caller");
  }

  @Test
  void eightWeeksAreABaselineWithItsRanges() {
    load(weeks(LocalDate.of(2026, 1, 5), 8, 10, "M"));
    var baseline = screens.overview().baseline();
    assertThat(baseline.isThere()).isTrue();
    assertThat(baseline.load().mean()).isEqualTo(50);
    assertThat(baseline.all().firstContact().of()).isEqualTo(360);
    assertThat(baseline.all().firstContact().among()).isEqualTo(400);
    assertThat(baseline.all().elapsed().median()).isBetween(150.0, 190.0);
    var page = lead().page("/helpdesk-history");
    assertThat(page.select("#baseline").text())
        .contains("Nulmeting: ma 5 jan t/m zo 1 mrt", "50 50–50 · 8 hele weken", "90 % 86–93 %");
    assertThat(page.select("[aria-labelledby=by-place] tbody tr").eachText())
        .as("three tickets are no group")
        .noneMatch(row -> row.contains("Loods"));
    assertThat(page.select("[aria-labelledby=by-category] tbody tr")).hasSize(2);
  }

  /** A week that begins on Wednesday or ends on Thursday is none. */
  @Test
  void onlyWholeWeeksCount() {
    var five = weeks(LocalDate.of(2026, 1, 5), 5, 2, "M");
    var withoutFirstDays =
        five.lines()
            .filter(line -> !line.contains("2026-01-05") && !line.contains("2026-01-06"))
            .filter(line -> !line.contains("2026-02-06"))
            .reduce("", (all, line) -> all + line + "\n");
    load(withoutFirstDays);
    assertThat(screens.overview().baseline().load().weeks()).isEqualTo(3);
    assertThat(lead().page("/helpdesk-history").select("#baseline").text())
        .contains("3 hele weken");
  }

  @Test
  void theLaterImportCountsAndCanBeTakenBackAsAWhole() {
    load(weeks(LocalDate.of(2026, 1, 5), 4, 2, "M"));
    var more = load(weeks(LocalDate.of(2026, 1, 5), 6, 2, "M").replace("Inloggen", "Aanmelden"));
    assertThat(more.known()).isEqualTo(40);
    assertThat(screens.overview().baseline().load().weeks()).isEqualTo(6);
    assertThat(categories()).containsExactlyInAnyOrder("Aanmelden", "Rechten");
    var page = lead().page("/helpdesk-history/" + more.id());
    send(page, "undoing");
    assertThat(screens.overview().baseline().load().counts()).containsExactly(10L, 10L, 10L, 10L);
    assertThat(categories()).containsExactlyInAnyOrder("Inloggen", "Rechten");
    assertThat(sql.sql("select count(*) from helpdesk.history_ticket").query(Long.class).single())
        .isEqualTo(40);
    assertThat(lead().post("/helpdesk-history/" + more.id() + "/undoing")).hasStatus(422);
  }

  /** A week without any of it is a week too. */
  @Test
  void howMuchWeeksDifferSaysHowSureAGroupsNumberIs() {
    var all = weeks(LocalDate.of(2026, 1, 5), 4, 2, "M");
    load(all.replaceAll("(?m)^.*2026-01-1[2-6].*Rechten.*\\n", ""));
    var lines = screens.overview().baseline().lines("category");
    assertThat(lines).extracting(Baseline.Line::name).containsExactly("Inloggen", "Rechten");
    assertThat(lines.getFirst().weekly().counts()).containsExactly(5L, 5L, 5L, 5L);
    var weekly = lines.getLast().weekly();
    assertThat(weekly.counts()).containsExactly(5L, 0L, 5L, 5L);
    assertThat(requireNonNull(weekly.range()).low()).isZero();
    assertThat(requireNonNull(weekly.range()).high()).isCloseTo(7.7, within(0.1));
  }

  private List<@Nullable String> categories() {
    return screens.overview().baseline().lines("category").stream()
        .map(Baseline.Line::name)
        .toList();
  }

  @Test
  void theBaselineEndsWhereTheLeadSays() {
    load(weeks(LocalDate.of(2026, 1, 5), 10, 2, "M"));
    assertThat(lead().post("/helpdesk-history/baseline", "until", "2026-02-04")).hasStatus(303);
    assertThat(screens.overview().baseline().load().weeks()).isEqualTo(4);
    assertThat(lead().page("/helpdesk-history").text()).contains("na de nulmeting");
    var wrong = lead().post("/helpdesk-history/baseline", "until", "morgen");
    assertThat(wrong).hasStatus(422);
    assertThat(Browser.html(wrong).select("#until").attr("value")).isEqualTo("morgen");
  }

  @Test
  void wrongRowsAreSaidWithTheirPlaceAndLeftOutOnlyWhenMeant() {
    var text =
        """
        Nummer,Geopend,Opgelost,Categorie
        1,01-03-2026 10:00,01-03-2026 09:00,A
        2,31-02-2026 10:00,,A
        3,,,A
        4,01-03-2226 10:00,,A
        5,01-03-2026 10:00,,%s
        6,01-03-2026 10:00,,A,,,te veel
        7,01-03-2026 10:00,,A
        """
            .formatted("x".repeat(201));
    var page = lead().page(next(upload("fout.csv", text.getBytes(UTF_8))));
    // A date that is none among others does not make its column another one.
    page = send(page, "check");
    assertThat(page.select("[aria-labelledby=bad-rows] tbody tr").eachText())
        .satisfiesExactly(
            row -> assertThat(row).contains("2 Opgelost Opgelost voordat hij was geopend"),
            row -> assertThat(row).contains("3 Geopend Dit is geen datum 31-02-2026"),
            row -> assertThat(row).contains("4 Geopend Dit mag niet leeg zijn"),
            row -> assertThat(row).contains("5 Geopend Dit is na nu"),
            row -> assertThat(row).contains("6 Categorie Dit is te lang"),
            row -> assertThat(row).contains("7 Meer cellen dan koppen"));
    var refused = send(page, "application");
    assertThat(refused.select("#refusal").text()).contains("Rijen die niet kloppen: 6");
    var done = send(refused, "application", "skipBad", "true");
    assertThat(done.select(".history-tiles").text()).contains("7 rijen", "1 meldingen");
  }

  @Test
  void aFileThatIsEmptyIsNotOneThatWasNotChosen() {
    var empty = upload("leeg.csv", new byte[0]);
    assertThat(empty).hasStatus(422);
    assertThat(Browser.html(empty).select("#file-error").text()).contains("geen rijen");
    var none = upload("", new byte[0]);
    assertThat(Browser.html(none).select("#file-error").text()).contains("Kies een bestand");
  }

  /** As spreadsheets write it that were told what lies between cells. */
  @Test
  void aLineForSpreadsheetsIsNoHeader() {
    var text = "sep=|\r\nNummer|Geopend\r\nA1|01-03-2026 10:00\r\n";
    var page = lead().page(next(upload("sep.csv", text.getBytes(UTF_8))));
    assertThat(page.select("tbody th").eachText()).containsExactly("Nummer", "Geopend");
    assertThat(page.select("option[selected]").eachAttr("value"))
        .containsExactly("number", "opened");
  }

  @Test
  void lettersOfAnotherEncodingAreSaidBeforeAnythingIsRead() {
    var text = "Nummer;Geopend;Categorie\n1;01-03-2026 10:00;Créditnota\n";
    var page = lead().page(next(upload("oud.csv", text.getBytes(ISO_8859_1))));
    assertThat(page.select(".alert-warning").text()).contains("UTF-8");
    page = lead().page(next(upload("nieuw.csv", text.getBytes(UTF_8))));
    assertThat(page.select(".alert-warning")).isEmpty();
  }

  @Test
  void aRowWithoutAnEndIsSaidAsWhatItMayBe() {
    var text = "Nummer;Geopend\n1;01-03-2026 10:00\n2;" + "x".repeat(2_000_000);
    assertThat(Browser.html(upload("lang.csv", text.getBytes(UTF_8))).select("#file-error").text())
        .contains("regel 3", "langer dan een miljoen tekens");
  }

  /** Beside a baseline that is there, nothing else would tell that this import adds nothing. */
  @Test
  void anImportOfNoWholeWeekSaysThatItDoesNotCount() throws IOException {
    load(weeks(LocalDate.of(2026, 1, 5), 8, 10, "M"));
    var page = lead().page(next(upload("log.csv", Files.readAllBytes(SAMPLE))));
    page = send(page, "check");
    assertThat(page.select("#short").text()).contains("geen hele week", "telt niet mee");
    assertThat(send(page, "application").select("#short").text()).contains("geen hele week");

    var four = weeks(LocalDate.of(2026, 3, 2), 4, 1, "N");
    page = send(lead().page(next(upload("vier.csv", four.getBytes(UTF_8)))), "check");
    assertThat(page.select("#short")).isEmpty();
    var three = weeks(LocalDate.of(2026, 3, 2), 3, 1, "N");
    page = send(lead().page(next(upload("drie.csv", three.getBytes(UTF_8)))), "check");
    assertThat(page.select("#short").text()).contains("liggen 3 hele weken");
  }

  /** Where it has no number, its line says which one is meant; the first opened come first. */
  @Test
  void theFirstTicketsAreTheFirstThatWereOpened() {
    var text = "Geopend\n" + "03-03-2026 10:00\n".repeat(9) + "02-03-2026 10:00\n";
    var page = send(lead().page(next(upload("n.csv", text.getBytes(UTF_8)))), "check");
    assertThat(page.expectFirst("[aria-labelledby=tickets] tbody tr").text())
        .startsWith("regel 11 ");
  }

  @Test
  void columnsAreGuessedByWhatStandsInThem() {
    var place =
        sql.sql("select name from people.location order by id limit 1")
            .query(String.class)
            .single();
    var text =
        """
        Wat,Wanneer,Klaar,Waar
        T-1001,2/28/2026 1:15 PM,3/1/2026 2:00 PM,%s
        T-1002,3/14/2026 8:15 AM,3/14/2026 9:00 AM,%s
        """
            .formatted(place, place);
    var page = lead().page(next(upload("x.csv", text.getBytes(UTF_8))));
    assertThat(page.select("option[selected]").eachAttr("value"))
        .containsExactly("number", "opened", "place");
    assertThat(page.select("input[checked]").attr("value")).isEqualTo("month_first");
  }

  @Test
  void withoutOpenedItDoesNotBegin() {
    var page = lead().page(next(upload("x.csv", "Nummer,Categorie\n1,A\n2,B\n".getBytes(UTF_8))));
    var form = requireNonNull(page.selectFirst("form[action$=check]"));
    var reply = lead().post(form.attr("action"), "column-0", "number", "column-1", "number");
    assertThat(reply).hasStatus(422);
    assertThat(Browser.html(reply).text()).contains("Kies de kolom die zegt wanneer");
    assertThat(Browser.html(reply).select("option[selected]").eachAttr("value"))
        .as("what was chosen still stands there")
        .containsExactly("number", "number");
  }

  @Test
  void whatIsNoTableIsRefusedWithTheReason() throws IOException {
    assertRefused("PK\3\4 een rekenblad".getBytes(UTF_8), "rekenblad");
    assertRefused("\n\n".getBytes(UTF_8), "geen rijen");
    assertRefused("a,b\n1,\"2\n3,4\n".getBytes(UTF_8), "geen tabel");
    assertRefused(("a,b\n1,\"2\n" + "3,4\n".repeat(400_000) + "\"\n").getBytes(UTF_8), "regel 2");
    assertThat(sql.sql("select count(*) from helpdesk.history_file").query(Long.class).single())
        .isZero();
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write("Nummer,Geopend\n1,2026-01-01\n".getBytes(UTF_8));
    }
    assertThat(upload("a.csv.gz", zipped.toByteArray())).hasStatus(303);
  }

  private void assertRefused(byte[] content, String reason) {
    var reply = upload("x.csv", content);
    assertThat(reply).hasStatus(422);
    assertThat(Browser.html(reply).select("#file-error").text()).contains(reason);
  }

  @Test
  void aFileThatIsNotImportedGoesAfterADay() throws IOException {
    var run = importing.receive(new PersonId(1), "log.csv", Files.newInputStream(SAMPLE));
    importing.check(run, null);
    var received = importing.status(run).receivedAt();
    assertThat(forgetting.fireDue(received.plus(Duration.ofHours(23)))).isEmpty();
    assertThat(forgetting.fireDue(received.plus(HistoryForgetting.UNUSED))).hasSize(1);
    assertThat(sql.sql("select count(*) from helpdesk.history_file").query(Long.class).single())
        .isZero();
    assertThat(sql.sql("select count(*) from helpdesk.history_ticket").query(Long.class).single())
        .isZero();
    assertThat(lead().page("/helpdesk-history/" + run).text()).contains("niet meer");
  }

  /** A backup that was put back has no files in it. */
  @Test
  void withoutItsFileAnImportSaysSo() throws IOException {
    var waits = importing.receive(new PersonId(1), "log.csv", Files.newInputStream(SAMPLE));
    var checked = importing.receive(new PersonId(1), "log.csv", Files.newInputStream(SAMPLE));
    importing.check(checked, null);
    sql.sql("delete from helpdesk.history_file").update();
    assertThat(lead().page("/helpdesk-history/" + waits).text()).contains("niet meer");
    var page = lead().page("/helpdesk-history/" + checked + "?columns=true");
    assertThat(send(page, "application").select(".alert-success")).isNotEmpty();
  }

  /** A node that dies at work leaves nothing half: the run is as it was, and says so. */
  @Test
  void whatWasCutOffCanBeginAgain() throws IOException {
    var run = importing.receive(new PersonId(1), "log.csv", Files.newInputStream(SAMPLE));
    sql.sql("update helpdesk.history_run set state = 'checking' where id = :run")
        .param("run", run)
        .update();
    var page = lead().page("/helpdesk-history/" + run);
    assertThat(page.select("#refusal").text()).contains("De server stopte");
    assertThat(send(page, "check").select(".history-tiles").text()).contains("4 meldingen");
  }

  @Test
  void byTheApi() throws IOException {
    var text = weeks(LocalDate.of(2026, 1, 5), 5, 2, "A");
    assertThat(api("?dryRun=true", text)).hasStatusOk().bodyText().contains("\"tickets\":50");
    assertThat(screens.overview().baseline().isEmpty()).isTrue();
    var made = api("", text);
    assertThat(made).hasStatus(201);
    var path = requireNonNull(made.getResponse().getHeader(HttpHeaders.LOCATION));
    assertThat(get("/api/v1/imports/baseline"))
        .bodyText()
        .contains(
            "\"isBaseline\":true",
            "\"ticketsPerWeek\":10.0",
            "\"perWeek\":5.0,\"range\":{\"low\":5.0,\"high\":5.0}");
    assertThat(get("/api/v1/imports")).bodyText().contains("\"state\":\"done\"");
    var undone =
        world
            .api()
            .post()
            .uri(path + "/undoing")
            .header("Authorization", "Bearer " + world.token(world.marieke()))
            .exchange();
    assertThat(undone).hasStatusOk().bodyText().contains("\"state\":\"undone\"");
    assertThat(get("/api/v1/imports/baseline"))
        .bodyText()
        .contains("\"isBaseline\":false", "\"reason\":\"Importeer");
    assertThat(api("?columns=number,,oeps", text)).hasStatus(400);
    assertThat(api("", "a,b\n1,2\n")).hasStatus(422).bodyText().contains("missing_column");
  }

  private MvcTestResult api(String how, String text) {
    return world
        .api()
        .post()
        .uri("/api/v1/imports" + how)
        .header("Authorization", "Bearer " + world.token(world.marieke()))
        .contentType("text/csv")
        .content(text)
        .exchange();
  }

  private MvcTestResult get(String path) {
    return world
        .api()
        .get()
        .uri(path)
        .header("Authorization", "Bearer " + world.token(world.marieke()))
        .exchange();
  }

  /** The real log, where it is: 890 incidents of three days. */
  @Test
  void theRealLog() throws IOException {
    var folder = Optional.ofNullable(System.getenv("STEUNPUNT_DATA")).orElse("../shared/data");
    var file = Path.of(folder, "incidents.csv");
    if (!Files.exists(file)) {
      System.out.println("skipped: no real incident log at " + file);
      return;
    }
    var page = lead().page(next(upload("incidents.csv", Files.readAllBytes(file))));
    page = send(page, "check");
    assertThat(page.select("#refusal")).isEmpty();
    assertThat(page.select(".history-tiles").text()).contains("890 meldingen");
    var skip = page.select("#skipBad").isEmpty() ? new String[0] : new String[] {"skipBad", "true"};
    send(page, "application", skip);
    assertThat(lead().page("/helpdesk-history").select("#baseline").text())
        .contains("Dit is nog geen nulmeting", "3 dagen", "29 feb 2016", "2 mrt 2016");
  }
}
