package nl.steunpunt.people.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static nl.steunpunt.people.directory.Office.FILE;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.util.HashMap;
import java.util.concurrent.CountDownLatch;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.account.TestSignIns;
import nl.steunpunt.platform.live.TestStreams;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The administrator's way through an import, without JavaScript: forms and links alone. */
@DirectoryTest
class ImportScreensTest {

  @Autowired MockMvcTester mvc;
  @Autowired TestStreams streams;
  @Autowired TestSignIns signIns;
  @Autowired DirectoryImporting importing;
  @Autowired ImportRuns runs;
  @Autowired ImportLock lock;
  @Autowired JdbcClient sql;
  Office office;
  Cookie adas;

  @BeforeEach
  void open() {
    office = new Office(sql);
    adas = signIns.browser(office.ada);
  }

  private Document page(String address) {
    var result = mvc.get().uri(address).cookie(adas).exchange();
    assertThat(result).hasStatusOk();
    return html(result);
  }

  private static Document html(MvcTestResult result) {
    try {
      return Jsoup.parse(result.getResponse().getContentAsString());
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private MvcTestResult upload(String text) {
    return mvc.post()
        .uri("/admin/import")
        .multipart()
        .file(new MockMultipartFile("file", "people.csv", "text/csv", text.getBytes(UTF_8)))
        .cookie(adas)
        .exchange();
  }

  /** Sends the page's form as a browser does: all fields as they stand, and what is typed. */
  private MvcTestResult send(Document page, String action, String... typed) {
    var form = requireNonNull(page.selectFirst("form[action$=" + action + "]"));
    var fields = new HashMap<String, String>();
    for (var select : form.select("select")) {
      var chosen = select.selectFirst("option[selected]");
      fields.put(select.attr("name"), chosen == null ? "" : chosen.attr("value"));
    }
    for (int i = 0; i < typed.length; i += 2) {
      fields.put(typed[i], typed[i + 1]);
    }
    var request = mvc.post().uri(form.attr("action")).cookie(adas);
    fields.forEach(request::param);
    return request.exchange();
  }

  private static String next(MvcTestResult result) {
    assertThat(result).hasStatus(303);
    return requireNonNull(result.getResponse().getHeader(HttpHeaders.LOCATION));
  }

  private static String counts(Document page) {
    return page.select(".import-counts strong").eachText().toString();
  }

  @Test
  void fromAFileToPeopleAndBack() {
    var before = office.everything(false);
    var columns = page(next(upload(FILE)));
    assertThat(columns.select("select option[selected]").eachAttr("value")).hasSize(11);
    assertThat(columns.text()).contains("daan@a.nl", "Finance/Crediteuren");

    var preview = page(next(send(columns, "/preview")));
    assertThat(counts(preview)).isEqualTo("[3, 1, 0, 0, 0]");
    assertThat(preview.select(".import-differences").text()).contains("Directeur");
    assertThat(
            page(preview.select(".import-tabs a").attr("href")).select(".lines strong").eachText())
        .containsExactly("Bram Bos", "Cleo Çelik", "Daan Dam");
    assertThat(preview.select("input[name=skipBad], input[name=confirmLeavers]")).isEmpty();

    var done = page(next(send(preview, "/application")));
    assertThat(done.select(".alert-success")).hasSize(1);
    assertThat(office.person("daan@a.nl")).containsEntry("manager", "bram@a.nl");
    assertThat(page("/admin/import").select(".lines a").text()).contains("people.csv");

    var undone = page(next(send(done, "/undoing")));
    assertThat(undone.select("form[action$=undoing]")).isEmpty();
    assertThat(office.everything(false)).isEqualTo(before);
  }

  @Test
  void badRowsAndLeaversMustBeMeant() {
    importing.run(office.ada, "first.csv", Office.file(FILE), false, false);
    var worse = FILE.replaceAll("4,daan.*\n", "5,eva,Eva <b>,,HR,,,fr,,,\n");
    var preview = page(next(send(page(next(upload(worse))), "/preview")));
    assertThat(counts(preview)).isEqualTo("[0, 0, 1, 3, 1]");
    assertThat(preview.select("tbody tr").eachText())
        .hasSize(2)
        .anySatisfy(row -> assertThat(row).startsWith("5").contains("eva"));

    var refused = page(next(send(preview, "/application")));
    assertThat(refused.select("#refusal").text()).contains("1");
    refused = page(next(send(refused, "/application", "skipBad", "true")));
    assertThat(refused.select("#refusal").text()).contains("confirmLeavers");
    page(next(send(refused, "/application", "skipBad", "true", "confirmLeavers", "true")));
    assertThat(office.person("daan@a.nl")).containsEntry("active", false);
  }

  @Test
  void columnsThatAreNotKnownAreChosenAndRemembered() {
    var text = "wie,adres,groep,groep2\nAda Admin,ada@a.nl,Directie,Staf\n";
    var columns = page(next(upload(text)));
    var again = send(columns, "/preview", "header-0", "name", "header-2", "department");
    assertThat(again).hasStatus(422);
    assertThat(html(again).select(".error-summary a").attr("href")).isEqualTo("#header-0");

    var chosen =
        send(
            columns,
            "/preview",
            "header-0",
            "name",
            "header-1",
            "email",
            "header-2",
            "department",
            "header-3",
            "department");
    var preview = page(next(chosen));
    assertThat(preview.select(".import-differences").text()).contains("Directie/Staf");
    assertThat(page(next(upload(text))).select("select option[selected]").eachAttr("value"))
        .containsExactly("name", "email", "department", "department");
  }

  @Test
  void aLeaversOpenScreenHearsNothingMore() {
    importing.run(office.ada, "first.csv", Office.file(FILE), false, false);
    var daans = signIns.browser(new PersonId(office.idOf("daan@a.nl")));
    var daan = new PersonId(office.idOf("daan@a.nl"));
    var signIn =
        sql.sql("select id from people.sign_in where person_id = :daan")
            .param("daan", daan)
            .query(Long.class)
            .single();
    var open = streams.open(daan, signIn);
    assertThat(open.ended()).isFalse();
    importing.run(
        office.ada, "next.csv", Office.file(FILE.replaceAll("4,daan.*\n", "")), false, true);
    assertThat(open.ended()).isTrue();
    assertThat(mvc.get().uri("/").cookie(daans)).hasStatus3xxRedirection();
  }

  @Test
  void whatIsNoTableIsSaidBesideTheFile() {
    for (var text : new String[] {"", "\n\n", "name,email\n\"a,b\n"}) {
      var again = upload(text);
      assertThat(again).hasStatus(422);
      assertThat(html(again).select("#file-error").text()).isNotEmpty();
    }
  }

  @Test
  void aDiscardedFileIsForgotten() {
    var columns = page(next(upload(FILE)));
    assertThat(next(send(columns, "/preview"))).isNotEmpty();
    var preview = page("/admin/import/" + runs.latest(1).getFirst().id());
    var form = preview.select("button[formaction$=removal]").attr("formaction");
    next(mvc.post().uri(form).cookie(adas).exchange());
    assertThat(sql.sql("select count(*) from people.import_file").query(Long.class).single())
        .isZero();
    assertThat(sql.sql("select count(*) from people.import_change").query(Long.class).single())
        .isZero();
  }

  @Test
  void workShowsItsProgressAndWorkThatWasCutOffCanBeginAgain() throws Exception {
    var address = next(upload(FILE));
    var run = runs.latest(1).getFirst().id();
    var begun = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    var other =
        Thread.ofVirtual()
            .start(() ->
                lock.during(() -> {
                  runs.begin(run, ImportRun.State.CHECKING);
                  runs.progress(run, 42);
                  begun.countDown();
                  return wait(over);
                }));
    begun.await();
    var progress = page(address);
    assertThat(progress.select("progress").attr("value")).isEqualTo("42");
    assertThat(progress.select("#run").attr("hx-get")).isEqualTo(address);
    over.countDown();
    other.join();
    // Its node is gone: the lock is free and the state still says that it works.
    assertThat(page(address).select("#refusal")).hasSize(1);
    assertThat(counts(page(next(send(page(address), "/preview"))))).isEqualTo("[3, 1, 0, 0, 0]");
  }

  private static boolean wait(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void everyStateReadsInBothLanguages() {
    importing.run(office.ada, "first.csv", Office.file(FILE), false, false);
    importing.undoLast();
    importing.preview(office.ada, "next.csv", Office.file(FILE.replace("Hoofd,Finance", "Hoofd,")));
    for (var language : new String[] {"nl", "en"}) {
      sql.sql("update people.person set language = :language").param("language", language).update();
      assertThat(page("/admin/import").select("html").attr("lang")).isEqualTo(language);
      for (var run : runs.latest(5)) {
        for (var list : ImportList.values()) {
          page("/admin/import/" + run.id() + "?list=" + list.key());
        }
      }
    }
  }

  @Test
  void theApiTakesABodyOrAFormAndListsWhoItIsAbout() {
    var token = "Bearer " + signIns.token(office.ada);
    var asBody =
        mvc.post()
            .uri("/api/v1/people/import?dryRun=true")
            .header("Authorization", token)
            .contentType("text/csv")
            .content(FILE.getBytes(UTF_8))
            .exchange();
    var asForm =
        mvc.post()
            .uri("/api/v1/people/import?dryRun=true")
            .multipart()
            .file(new MockMultipartFile("file", "people.csv", "text/csv", FILE.getBytes(UTF_8)))
            .header("Authorization", token)
            .exchange();
    for (var result : new MvcTestResult[] {asBody, asForm}) {
      assertThat(result).hasStatusOk();
      assertThat(result)
          .bodyJson()
          .extractingPath("$.people.joiners[*].name")
          .asArray()
          .containsExactly("Bram Bos", "Cleo Çelik", "Daan Dam");
      assertThat(result)
          .bodyJson()
          .extractingPath("$.people.movers[0].changes[*].column")
          .asArray()
          .contains("employee_number", "function", "location");
    }
  }
}
