package nl.steunpunt.people.organisation;

import static nl.steunpunt.people.account.Colleagues.email;
import static nl.steunpunt.people.account.Colleagues.html;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.servlet.http.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.people.account.Colleagues;
import nl.steunpunt.people.account.TestSignIns;
import nl.steunpunt.people.account.WebTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class AdminTest {
  @Autowired MockMvcTester mvc;
  @Autowired Colleagues colleagues;
  @Autowired JdbcClient sql;
  @Autowired TestSignIns signIns;

  private PersonId annie;
  private Cookie annies;

  @BeforeEach
  void hireAnAdministrator() {
    sql.sql("update people.person set roles = array_remove(roles, 'administrator')").update();
    annie = colleagues.hire("Annie Admin", "nl", Role.ADMINISTRATOR);
    annies = colleagues.browserOf(annie);
  }

  @Test
  void isThereForAdministratorsAlone() {
    var bert = colleagues.browserOf(colleagues.hire("Bert Admin", "nl", Role.HELPDESK));
    for (var path :
        new String[] {
          "/admin", "/admin/accounts", "/admin/accounts/" + annie, "/admin/mail", "/admin/look"
        }) {
      assertThat(mvc.get().uri(path).cookie(bert)).as(path).hasStatus(404);
      assertThat(mvc.get().uri(path).cookie(annies)).as(path).hasStatusOk();
    }
    assertThat(mvc.get().uri("/account").cookie(bert)).bodyText().doesNotContain("href=\"/admin\"");
    assertThat(mvc.get().uri("/account").cookie(annies)).bodyText().contains("href=\"/admin\"");
  }

  @ParameterizedTest
  @CsvSource({"nl, Beheer, Mail is niet ingesteld.", "en, Administration, Mail is not set up."})
  void tellsThatMailIsNotSetUp(String language, String title, String mail) throws Exception {
    var page =
        page(
            "/admin",
            colleagues.browserOf(colleagues.hire("Wim Admin", language, Role.ADMINISTRATOR)));
    assertThat(page.expectFirst("h1").text()).isEqualTo(title);
    assertThat(page.expectFirst(".alert strong").text()).isEqualTo(mail);
    assertThat(page.select(".admin-card").eachAttr("href"))
        .contains("/admin/accounts", "/admin/mail", "/admin/look");
  }

  @Test
  void findsAccountsByNameAddressRoleAndLackOfAPassword() throws Exception {
    colleagues.hireWithPassword("Cas Vindbaar", Role.HELPDESK);
    colleagues.hire("Dora Vindbaar", "nl");

    assertThat(names("?q=vindb")).containsExactly("Cas Vindbaar", "Dora Vindbaar");
    assertThat(names("?q=cas.vindbaar@")).containsExactly("Cas Vindbaar");
    assertThat(names("?q=vindb&role=helpdesk")).containsExactly("Cas Vindbaar");
    assertThat(names("?q=vindb&without=true")).containsExactly("Dora Vindbaar");
    assertThat(names("?q=v_ndb")).as("no wildcard").isEmpty();
    assertThat(page("/admin/accounts?q=v_ndb", annies).select(".empty a[href=/admin/accounts]"))
        .hasSize(1);
  }

  @Test
  void showsAccountsPageByPage() throws Exception {
    for (var i = 100; i < 160; i++) {
      colleagues.hire("Pagina " + i, "nl");
    }
    var first = page("/admin/accounts?q=pagina", annies);
    var second = page(first.select(".account-actions a").attr("href"), annies);

    assertThat(first.select(".account-who strong")).hasSize(50);
    assertThat(first.select(".account-who strong").eachText().getLast()).isEqualTo("Pagina 149");
    assertThat(second.select(".account-who strong").eachText())
        .hasSize(10)
        .startsWith("Pagina 150");
    assertThat(second.select(".account-actions a")).isEmpty();
  }

  @Test
  void givesAndTakesRoles() throws Exception {
    var eva = colleagues.hire("Eva Admin", "nl", Role.HR, Role.POWER_USER);

    assertThat(
            mvc.post()
                .uri("/admin/accounts/" + eva + "/roles")
                .param("role", "HELPDESK", "ADMINISTRATOR")
                .cookie(annies))
        .hasStatus(303);

    assertThat(rolesOf(eva))
        .as("a power user stays one")
        .isEqualTo("{power_user,helpdesk,administrator}");
    assertThat(
            page("/admin/accounts/" + eva, annies).select("[name=role][checked]").eachAttr("value"))
        .containsExactly("HELPDESK", "ADMINISTRATOR");
  }

  @Test
  void theLastAdministratorStays() throws Exception {
    var refused = setNoRoles(annie);

    assertThat(refused).hasStatus(422);
    assertThat(html(refused).select(".error-summary").text())
        .isEqualTo("Dan is niemand meer beheerder. Geef die rol eerst aan iemand anders.");
    assertThat(rolesOf(annie)).isEqualTo("{administrator}");

    colleagues.hire("Fay Admin", "nl", Role.ADMINISTRATOR);
    assertThat(setNoRoles(annie)).hasStatus(303);
    assertThat(rolesOf(annie)).isEqualTo("{}");
    assertThat(mvc.get().uri("/admin").cookie(annies)).hasStatus(404);
  }

  /** As the form does when no box is ticked. */
  private MvcTestResult setNoRoles(PersonId person) {
    return mvc.post()
        .uri("/admin/accounts/" + person + "/roles")
        .param("role", "")
        .cookie(annies)
        .exchange();
  }

  @Test
  void aFormThatLostItsBoxesTakesNoRoles() throws Exception {
    var eva = colleagues.hire("Eva Admin", "nl", Role.HR);
    assertThat(page("/admin/accounts/" + eva, annies).select("input[type=hidden][name=role]"))
        .hasSize(1);

    var refused = mvc.post().uri("/admin/accounts/" + eva + "/roles").cookie(annies).exchange();

    assertThat(refused).hasStatus(422);
    assertThat(html(refused).select("form .alert, form .field-error").text())
        .isEqualTo("Kies hier iets of vul in wat er mist.");
    assertThat(rolesOf(eva)).isEqualTo("{hr}");
  }

  @Test
  void showsTheInvitationWhenItCannotBeMailed() throws Exception {
    var gijs = colleagues.hire("Gijs Admin", "nl");

    var shown =
        html(mvc.post().uri("/admin/accounts/" + gijs + "/invitation").cookie(annies).exchange());

    var link = shown.select(".secret").text();
    assertThat(link).startsWith("http://localhost/password/");
    assertThat(mvc.get().uri(link.substring("http://localhost".length()))).hasStatusOk();
    assertThat(mails()).isZero();
    assertThat(page("/admin/accounts?q=gijs admin", annies).select(".badge").text())
        .isEqualTo("uitgenodigd");
    assertThat(mvc.post().uri("/admin/invitations").param("person", gijs.toString()).cookie(annies))
        .hasStatus(422);
  }

  @Test
  void invitesManyByMail() throws Exception {
    saveMail("smtp.toets.example", "587", false);
    var hugo = colleagues.hire("Hugo Admin", "nl");
    var ida = colleagues.hire("Ida Admin", "en");

    assertThat(
            mvc.post()
                .uri("/admin/invitations")
                .param("person", hugo.toString(), ida.toString())
                .cookie(annies))
        .hasStatus(303);

    assertThat(
            sql.sql("select recipient || ' ' || subject from platform.mail order by id")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder(
            email("Hugo Admin") + " Je account voor Steunpunt",
            email("Ida Admin") + " Your account for Steunpunt");
    assertThat(sql.sql("select min(text_body) from platform.mail").query(String.class).single())
        .as("not called by our name as long as the organisation has none")
        .contains("https://steunpunt.toets.example/password/", "We werken met Steunpunt");
  }

  @Test
  void signsSomebodyOutEverywhere() {
    var jan = colleagues.hire("Jan Admin", "nl");
    var jans = colleagues.browserOf(jan);
    var token = "Bearer " + signIns.token(jan);
    assertThat(mvc.get().uri("/api/v1/me").header(HttpHeaders.AUTHORIZATION, token)).hasStatusOk();
    assertThat(mvc.get().uri("/admin/accounts/" + jan).cookie(annies))
        .bodyText()
        .contains("Is ingelogd in één browser.", "Gaf een sleutel aan één programma.");
    assertThat(mvc.post().uri("/admin/accounts/" + jan + "/sign-ins/revocation").cookie(annies))
        .hasStatus(303);
    assertThat(mvc.get().uri("/account").cookie(jans)).hasStatus(302);
    assertThat(mvc.get().uri("/api/v1/me").header(HttpHeaders.AUTHORIZATION, token)).hasStatus(401);
    assertThat(mvc.get().uri("/admin/accounts/" + jan).cookie(annies))
        .bodyText()
        .contains("Is nu nergens ingelogd.", "Gaf geen sleutels aan programma’s.")
        .doesNotContain("sign-ins/revocation");
  }

  @Test
  void testsMailAndSaysHowItWent() throws Exception {
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
    try {
      var port = Integer.toString(server.getSmtp().getPort());
      var page = html(saveMail("127.0.0.1", port, true));
      assertThat(page.select(".alert-success").text())
          .contains("de server nam de mail aan")
          .contains(email("Annie Admin"));
      assertThat(server.getReceivedMessages()).hasSize(1);
      assertThat(server.getReceivedMessages()[0].getSubject())
          .isEqualTo("Mail van Steunpunt werkt");
      assertThat(page.outerHtml()).as("never shown again").doesNotContain("geheim");
    } finally {
      server.stop();
    }
    var failed = html(saveMail("127.0.0.1", "1", true));
    assertThat(failed.select(".alert-danger").text())
        .contains("De mailserver geeft geen antwoord.");
  }

  @Test
  void refusesMailSettingsThatCannotWorkAndKeepsWhatWasTyped() throws Exception {
    var again =
        html(
            mvc.post()
                .uri("/admin/mail")
                .param("host", "smtp toets")
                .param("port", "x")
                .param("from", "a@b, c@d")
                .param("publicUrl", "steunpunt")
                .cookie(annies)
                .exchange());
    assertThat(again.select(".error-summary a").eachAttr("href"))
        .containsExactly("#host", "#port", "#from", "#publicUrl");
    assertThat(again.expectFirst("#host").val()).isEqualTo("smtp toets");
  }

  @Test
  void thePasswordOfMailGoesToNoOtherServerUnasked() throws Exception {
    assertThat(mailLeavesBy("smtp.toets.example", "geheim")).hasStatus(303);
    var moved = mailLeavesBy("smtp.elders.example", "");
    assertThat(moved).hasStatus(422);
    assertThat(html(moved).select("#password-error").text()).contains("Typ het opnieuw");
    assertThat(mailLeavesBy("smtp.toets.example", "")).hasStatus(303);
    assertThat(mailLeavesBy("smtp.elders.example", "ander")).hasStatus(303);
  }

  private MvcTestResult mailLeavesBy(String host, String password) {
    return mvc.post()
        .uri("/admin/mail")
        .param("host", host)
        .param("port", "587")
        .param("user", "steunpunt")
        .param("password", password)
        .param("from", "steunpunt@toets.example")
        .param("publicUrl", "https://steunpunt.toets.example/")
        .cookie(annies)
        .exchange();
  }

  @Test
  void aColourThatCannotBeReadIsMadeDarkerAndServedWithTheSite() throws Exception {
    assertThat(
            mvc.post()
                .uri("/admin/look")
                .param("name", "Novum")
                .param("colour", "#FFD400")
                .cookie(annies))
        .hasStatus(303);

    var page = page("/admin/look", annies);
    assertThat(page.select(".brand").attr("aria-label")).isEqualTo("Novum");
    var style = page.select("link[href^=/brand.css]").attr("href");
    assertThat(mvc.get().uri(style))
        .hasStatusOk()
        .hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable")
        .bodyText()
        .contains(":root { --accent: #")
        .doesNotContain("#ffd400; --accent-text: #fff");
    assertThat(
            mvc.post().uri("/admin/look").param("colour", "red; } *{display:none").cookie(annies))
        .hasStatus(422);
    assertThat(
            mvc.post()
                .uri("/admin/look")
                .param("colour", "#ffd400")
                .param("ours", "true")
                .cookie(annies))
        .hasStatus(303);
    assertThat(page("/admin/look", annies).select("link[href^=/brand.css]")).isEmpty();
  }

  @Test
  void aLogoIsDrawnAnewAndSmall() throws Exception {
    assertThat(upload(picture(1200, 300, "jpg"))).hasStatus(303);

    var address = page("/admin/look", annies).select(".brand-logo").attr("src");
    var served = mvc.get().uri(address).exchange();
    assertThat(served).hasStatusOk().hasHeader(HttpHeaders.CONTENT_TYPE, "image/png");
    var logo = ImageIO.read(new ByteArrayInputStream(served.getResponse().getContentAsByteArray()));
    assertThat(logo.getHeight()).isEqualTo(288);
    assertThat(logo.getWidth()).isEqualTo(1152);

    assertThat(mvc.post().uri("/admin/look/logo/removal").cookie(annies)).hasStatus(303);
    assertThat(mvc.get().uri("/brand/logo")).hasStatus(404);
  }

  @Test
  void refusesWhatIsNoLogoAndSaysWhy() throws Exception {
    assertThat(
            html(upload("%PDF-1.7".getBytes(StandardCharsets.UTF_8))).select("#logo-error").text())
        .isEqualTo("We kunnen dit niet als plaatje lezen. Gebruik PNG, JPEG, WebP of SVG.");
    assertThat(html(upload(picture(10, 4001, "png"))).select("#logo-error").text())
        .contains("4.000 bij 4.000 pixels");
    assertThat(html(upload(new byte[1024 * 1024 + 1])).select("#logo-error").text())
        .contains("groter dan 1 MB");
    assertThat(html(upload(new byte[0])).select("#logo-error").text())
        .isEqualTo("Kies eerst een bestand.");
    assertThat(html(upload(picture(50, 50, "gif"))).select("#logo-error").text())
        .contains("PNG, JPEG, WebP of SVG");
  }

  @Test
  void aDrawnLogoIsDrawnAsPixelsAndItsNameStandsOnce() throws Exception {
    assertThat(page("/admin/look", annies).select(".brand span")).isNotEmpty();
    assertThat(upload(svg("<path d='M0 0H300V60H0Z' fill='#00f'/>"))).hasStatus(303);
    var page = page("/admin/look", annies);
    var address = page.select(".brand-logo").attr("src");
    assertThat(page.select(".brand span")).as("the name is in so wide a logo").isEmpty();
    var served = mvc.get().uri(address).exchange();
    var logo = ImageIO.read(new ByteArrayInputStream(served.getResponse().getContentAsByteArray()));
    assertThat(logo.getWidth()).isEqualTo(864);
    assertThat(logo.getHeight()).isEqualTo(288);
    assertThat(logo.getRGB(400, 50)).isEqualTo(0xff0000ff);
    assertThat(logo.getRGB(400, 250) >>> 24).as("transparent").isZero();

    assertThat(upload(picture(100, 100, "png"))).hasStatus(303);
    assertThat(page("/admin/look", annies).select(".brand span")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource
  void aDrawnLogoThatIsHostileOrThatWeWouldDrawOtherwiseIsRefused(String inside, String says)
      throws Exception {
    var refused = assertTimeout(Duration.ofSeconds(20), () -> upload(svg(inside)));
    assertThat(refused).hasStatus(422);
    assertThat(html(refused).select("#logo-error").text()).contains(says);
    assertThat(page("/admin/look", annies).select(".brand-logo")).isEmpty();
  }

  static Stream<Arguments> aDrawnLogoThatIsHostileOrThatWeWouldDrawOtherwiseIsRefused() {
    var line = "<path d='M0 0L300 90' stroke='#000' stroke-width='.1' ";
    return Stream.of(
        Arguments.of("<script>alert(1)</script><rect width='9' height='9'/>", "script"),
        Arguments.of("<image href='http://elsewhere.example/x.png'/>", "van elders"),
        Arguments.of("<text x='10' y='20'>Novum</text>", "letters als tekst"),
        Arguments.of("<filter id='f'/><rect width='9' height='9' filter='url(#f)'/>", ": filter."),
        Arguments.of("<g id='a'/><use href='#a'/>", ": use."),
        Arguments.of(line + "stroke-dasharray='.00001'/>", "te ingewikkeld"),
        Arguments.of("<rect width='1' height='1'/>".repeat(2_500), "te ingewikkeld"),
        Arguments.of(
            "<clipPath id='a'><path d='M0 0" + "L9 9 0 5".repeat(3_000) + "'/></clipPath>",
            "te ingewikkeld"),
        Arguments.of(
            "<clipPath id='a'><rect clip-path='url(#a)' width='9' height='9'/></clipPath>",
            "te ingewikkeld"),
        Arguments.of("<g fill='none'><rect width='9' height='9'/></g>", "niets te zien"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<linearGradient id='a' href='#b'/><linearGradient id='b' href='#a'/><rect width='99' height='9' fill='url(#a)'/>",
        "<g clip-path='url(#c)'><clipPath id='c'><rect width='9' height='9'/></clipPath><rect width='99' height='9'/></g>",
        "<rect width='1e9' height='99999999' transform='scale(9999999)' stroke='red' stroke-width='9999999'/>",
        "<path d='M0 0L 1 2 Q nonsense'/><rect width='9' height='9'/>",
        "<rect width='9' height='9' transform='scale(0)'/><rect width='9' height='9'/>"
      })
  void anOddDrawingIsDrawnOrRefusedSoon(String inside) {
    var answer = assertTimeout(Duration.ofSeconds(20), () -> upload(svg(inside)));
    assertThat(answer.getResponse().getStatus()).isIn(303, 422);
  }

  private static byte[] svg(String inside) {
    return ("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 300 100'>"
            + inside
            + "</svg>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private MvcTestResult upload(byte[] file) {
    return mvc.post()
        .uri("/admin/look/logo")
        .multipart()
        .file(new MockMultipartFile("logo", "logo", null, file))
        .cookie(annies)
        .exchange();
  }

  private static byte[] picture(int width, int height, String format) throws IOException {
    var file = new ByteArrayOutputStream();
    assertThat(
            ImageIO.write(
                new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, file))
        .isTrue();
    return file.toByteArray();
  }

  private MvcTestResult saveMail(String host, String port, boolean test) {
    return mvc.post()
        .uri("/admin/mail")
        .param("host", host)
        .param("port", port)
        .param("tls", "NONE")
        .param("password", "geheim")
        .param("from", "steunpunt@toets.example")
        .param("publicUrl", "https://steunpunt.toets.example/")
        .param("test", Boolean.toString(test))
        .cookie(annies)
        .exchange();
  }

  private java.util.List<String> names(String query) throws Exception {
    return page("/admin/accounts" + query, annies).select(".account-who strong").eachText();
  }

  private Document page(String path, Cookie of) throws Exception {
    return html(mvc.get().uri(java.net.URI.create(path.replace(" ", "%20"))).cookie(of).exchange());
  }

  private long mails() {
    return Objects.requireNonNull(
        sql.sql("select count(*) from platform.mail").query(Long.class).single());
  }

  private String rolesOf(PersonId person) {
    return sql.sql("select roles::text from people.person where id = :id")
        .param("id", person)
        .query(String.class)
        .single();
  }
}
