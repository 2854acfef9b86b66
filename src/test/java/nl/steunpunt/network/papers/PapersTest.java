package nl.steunpunt.network.papers;

import static nl.steunpunt.network.mandate.MandateWorld.decide;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.mandate.MandateProposing;
import nl.steunpunt.network.mandate.MandateWorld;
import nl.steunpunt.network.mandate.Terms;
import nl.steunpunt.platform.brand.Brands;
import nl.steunpunt.platform.brand.LogoImage;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.print.Pdf;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SteunpuntTest
class PapersTest {
  @Autowired World world;
  @Autowired MandateWorld mandates;
  @Autowired MandateProposing proposing;
  @Autowired Brands brands;
  @Autowired PaperFilling filling;
  @Autowired JdbcClient sql;
  MandateId lottes;

  @BeforeEach
  void lotteIsAsked() {
    mandates.reportsTo(world.lotte(), world.noor());
    lottes = mandates.asked(world.lotte(), 15);
  }

  private MvcTestResult get(Colleague who, String kind, String language) {
    return world.as(who).get("/mandates/" + lottes + "/papers/" + kind + "?language=" + language);
  }

  private Pdf paper(Colleague who, String kind, String language) {
    var answer = get(who, kind, language);
    assertThat(answer).hasStatusOk().hasContentType("application/pdf");
    assertThat(answer).headers().hasValue("Cache-Control", "no-store");
    return new Pdf(answer.getResponse().getContentAsByteArray());
  }

  private void isNotThere(Colleague who, String kind) {
    assertThat(get(who, kind, "nl")).hasStatus(404);
  }

  @Test
  void theRequestIsForWhoIsInIt() {
    var pdf = paper(world.noor(), "request", "nl");
    assertThat(pdf.text())
        .contains("Aan: " + world.noor().name(), world.lotte().name(), "15 %", "5,4", "Nova ERP")
        .as("nothing is taken away yet, and that is not said")
        .doesNotContain("Wat daarvoor wegvalt", "{");
    assertThat(pdf.title()).contains(world.lotte().name());
    assertThat(pdf.language()).isEqualTo("nl");
    paper(world.lotte(), "request", "nl");
    paper(world.marieke(), "request", "nl");
    for (var other :
        new Colleague[] {
          world.sanne(), world.fatima(), world.pieter(), world.willemijn(), world.daan()
        }) {
      isNotThere(other, "request");
    }
    isNotThere(world.erik(), "request");
    assertThat(world.stranger().get("/mandates/" + lottes + "/papers/request")).hasStatus(302);
  }

  @Test
  void theRoleTextIsForTheRegisterOnceAgreed() {
    decide(
        world.as(world.noor()),
        "/mandate-requests/" + lottes,
        "agree",
        "relief",
        "De ritlijst",
        "reliefBy",
        "Bo");
    var english = paper(world.erik(), "role", "en");
    assertThat(english.text())
        .contains(
            "Role: power user of Nova ERP",
            "15%",
            "5.4",
            "De ritlijst",
            "Agreed with " + world.noor().name());
    assertThat(english.language()).isEqualTo("en");
    paper(world.lotte(), "role", "nl");
    paper(world.noor(), "role", "nl");
    isNotThere(world.sanne(), "role");
    isNotThere(world.willemijn(), "role");
    isNotThere(world.lotte(), "certificate");
    isNotThere(world.lotte(), "appraisal");
    isNotThere(world.lotte(), "diploma");
    assertThat(world.as(world.erik()).page("/register?q=Lotte").select("a[href$=/papers/role]"))
        .hasSize(1);
    assertThat(hrefs(world.as(world.lotte()), "/mandate"))
        .anyMatch(to -> to.contains("/papers/role"));
    assertThat(hrefs(world.as(world.marieke()), "/network/mandates/" + lottes))
        .anyMatch(to -> to.contains("/papers/role"))
        .noneMatch(to -> to.contains("/appraisals/"));
  }

  /** What another offer would take away is not in the role text before the manager agrees to it. */
  @Test
  void theRoleTextTellsWhatHoldsAndTheRequestWhatIsAsked() {
    decide(world.as(world.noor()), "/mandate-requests/" + lottes, "agree", "relief", "De ritlijst");
    sql.sql("update network.mandate set ends_on = '2027-06-30' where id = :id")
        .param("id", lottes)
        .update();
    var more = new Terms(20, null, java.time.LocalDate.of(2027, 6, 30), "De ochtendplanning", "Bo");
    proposing.offer(world.marieke().id(), lottes, mandates.version(lottes), more);
    assertThat(paper(world.lotte(), "role", "nl").text())
        .contains("De ritlijst", "15 %", "Tot en met 30 juni 2027")
        .doesNotContain("De ochtendplanning");
    assertThat(paper(world.lotte(), "request", "nl").text())
        .contains("De ochtendplanning", "20 %")
        .doesNotContain("De ritlijst");

    decide(world.as(world.noor()), "/mandate-requests/" + lottes, "agree");
    proposing.renew(world.marieke().id(), lottes);
    assertThat(paper(world.noor(), "request", "nl").text()).contains("Tot en met 30 juni 2028");
    assertThat(paper(world.noor(), "role", "nl").text()).contains("Tot en met 30 juni 2027");
  }

  @Test
  void anOrganisationThatHasNotSaidItsNameIsNotCalledSteunpunt() {
    decide(world.as(world.noor()), "/mandate-requests/" + lottes, "agree");
    assertThat(paper(world.lotte(), "role", "nl").text()).contains("bij onze organisatie");
    assertThat(paper(world.lotte(), "role", "en").text()).contains("at our organisation");
    brands.change("Novum", null);
    assertThat(paper(world.lotte(), "role", "nl").text()).contains("bij Novum");
  }

  @Test
  void theCertificateComesWhenItEnds() {
    decide(world.as(world.noor()), "/mandate-requests/" + lottes, "agree");
    world.as(world.lotte()).post("/mandate/" + lottes + "/ending");
    assertThat(hrefs(world.as(world.lotte()), "/mandate"))
        .anyMatch(to -> to.contains("/papers/certificate"))
        .noneMatch(to -> to.contains("/papers/role"));
    var pdf = paper(world.lotte(), "certificate", "nl");
    assertThat(pdf.text()).contains("Dank je wel", world.lotte().name(), "Nova ERP");
    paper(world.erik(), "certificate", "en");
    paper(world.marieke(), "certificate", "nl");
    isNotThere(world.lotte(), "role");
    isNotThere(world.sanne(), "certificate");
  }

  /** It hangs on a wall: also with long names and a logo it is one sheet, read from a step away. */
  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void aCertificateIsOneSheetInLargeLetters(String language) throws IOException {
    sql.sql("update people.person set name = :name where id = :id")
        .param("name", "Maria-Magdalena van den Bergh-Oudenhoven tot Rhijnauwen")
        .param("id", world.lotte().id())
        .update();
    brands.change("Stichting Samenwerkende Ziekenhuizen Oost", null);
    try (var logo = getClass().getResourceAsStream("/demo/novum.svg")) {
      brands.changeLogo(LogoImage.png(Objects.requireNonNull(logo).readAllBytes()));
    }
    decide(world.as(world.noor()), "/mandate-requests/" + lottes, "agree");
    world.as(world.lotte()).post("/mandate/" + lottes + "/ending");
    var pdf = paper(world.marieke(), "certificate", language);
    pdf.draw("certificate-long-" + language);
    assertThat(pdf.text()).contains("Rhijnauwen", "Ziekenhuizen Oost", "2026");
    assertThat(pdf.pages()).isEqualTo(1);
    assertThat(pdf.smallestLetters()).isGreaterThanOrEqualTo(15);
    assertThat(pdf.objections()).isEmpty();
  }

  /** Who stopped and began again had the role twice: the first certificate is not lost. */
  @Test
  void anEarlierCertificateIsStillOnesOwn() {
    decide(world.as(world.noor()), "/mandate-requests/" + lottes, "agree");
    var lotte = world.as(world.lotte());
    lotte.post("/mandate/" + lottes + "/ending");
    var again = mandates.asked(world.lotte(), 10);
    var page = lotte.page("/mandate");
    assertThat(page.select("#mandate-" + again)).hasSize(1);
    var earlier = page.expectFirst("#mandate-" + lottes);
    assertThat(earlier.text()).contains("Power user van Nova ERP");
    for (var link : earlier.select("a[href*=/papers/certificate]").eachAttr("href")) {
      assertThat(lotte.get(link)).hasStatusOk().hasContentType("application/pdf");
    }
    assertThat(earlier.select("a[href*=/papers/certificate]")).hasSize(2);
    assertThat(lotte.get(earlier.select("a[href^=/appraisals]").attr("href"))).hasStatusOk();
    assertThat(world.as(world.sanne()).page("/mandate").select("#mandate-" + lottes)).isEmpty();
  }

  /** Each in both languages, as they come with the product, read by a machine and by an eye. */
  @Test
  void oursCanBeReadAloudAndNameNoFieldThatIsNot() {
    for (var kind : PaperKind.values()) {
      for (var language : Messages.LANGUAGES) {
        var text = PaperTexts.ours(kind, language);
        var known = kind.fields().stream().map(field -> filling.name(field, language)).toList();
        assertThat(known).containsAll(text.named());
        var pdf = new Pdf(papers.preview(kind, text, language));
        assertThat(pdf.objections()).as(kind + " " + language).isEmpty();
        assertThat(pdf.text()).doesNotContain("{", "}");
        assertThat(pdf.language()).isEqualTo(language.getLanguage());
        pdf.draw(kind.word() + "-" + language);
      }
    }
    assertThat(filling.values(PaperKind.ROLE, facts(), null, "Novum", Locale.of("nl")))
        .containsAllEntriesOf(Map.of("organisatie", "Novum", "wegvalt", ""));
  }

  @Autowired Papers papers;

  private PaperFacts facts() {
    return papers.facts(java.util.List.of(lottes)).getFirst();
  }

  /** The condition in SQL and the rule in Java say the same, for each mandate of the world. */
  @Test
  void whatIsOfferedIsThere() {
    for (var who :
        new Colleague[] {
          world.fatima(), world.joost(), world.liam(), world.lotte(), world.marieke()
        }) {
      var browser = world.as(who);
      for (var href : hrefs(browser, "/mandate")) {
        if (href.contains("/papers/")) {
          assertThat(browser.get(href)).hasStatusOk();
        }
      }
    }
    var ids = sql.sql("select id from network.mandate").query(MandateId.class).list();
    for (var id : ids) {
      var card = world.as(world.marieke()).page("/network/mandates/" + id);
      for (var kind : PaperKind.OF_MANDATE) {
        var offered = !card.select("a[href*=/papers/" + kind.word() + "]").isEmpty();
        assertThat(world.as(world.marieke()).get("/mandates/" + id + "/papers/" + kind.word()))
            .hasStatus(offered ? 200 : 404);
      }
    }
  }

  private static java.util.List<String> hrefs(Browser browser, String page) {
    return browser.page(page).select("a").eachAttr("href");
  }
}
