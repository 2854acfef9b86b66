package nl.steunpunt.people.account;

import static nl.steunpunt.people.account.Colleagues.PASSWORD;
import static nl.steunpunt.people.account.Colleagues.cookie;
import static nl.steunpunt.people.account.Colleagues.html;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import nl.steunpunt.people.Role;
import nl.steunpunt.people.account.PasswordLinks.Purpose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
@ExtendWith(OutputCaptureExtension.class)
class FirstRunTest {
  @Autowired MockMvcTester mvc;
  @Autowired Colleagues colleagues;
  @Autowired PasswordLinks links;
  @Autowired FirstRun firstRun;
  @Autowired JdbcClient sql;
  @Autowired ConfigurableApplicationContext context;

  @BeforeEach
  void nobodyAdministers() {
    sql.sql("update people.person set roles = array_remove(roles, 'administrator')").update();
  }

  @Test
  void theLogHoldsALinkThatMakesTheAdministratorOnce(CapturedOutput log) {
    start();
    var link = log.getOut().replaceAll("(?s).*http://[^/]+(/first-run/\\S+).*", "$1");
    assertThat(mvc.get().uri(link)).hasStatusOk();

    var made = make(link, PASSWORD);

    assertThat(made).hasStatus(303);
    var session = cookie(made, SignInCookie.NAME);
    assertThat(mvc.get().uri("/account").cookie(session)).bodyText().contains("Annie First");
    assertThat(
            sql.sql(
                    "select roles::text || d.path from people.person p join people.department d on d.id = p.department_id where p.email = 'annie@first.example'")
                .query(String.class)
                .single())
        .isEqualTo("{administrator}ICT");
    assertThat(mvc.get().uri(link)).as("gone").hasStatus(404);
    assertThat(make(link, PASSWORD)).hasStatus(404);
  }

  @Test
  void whoAdministersAlreadyNeedsNoLink(CapturedOutput log) {
    var link = "/first-run/" + links.make(null, Purpose.SET_UP);
    colleagues.hire("Bert First", "nl", Role.ADMINISTRATOR);
    var before = log.getOut().length();
    start();
    assertThat(log.getOut().substring(before)).doesNotContain("/first-run/");
    assertThat(mvc.get().uri(link)).hasStatus(404);
    assertThat(make(link, PASSWORD)).hasStatus(404);
  }

  @ParameterizedTest
  @CsvSource({"nl, Dit Steunpunt is nieuw., 4", "en, This Steunpunt is new., 4"})
  void saysWhatIsMissingAndKeepsTheRest(String language, String isNew, int wrong) throws Exception {
    var link = "/first-run/" + links.make(null, Purpose.SET_UP);
    var in = new Cookie("language", language);

    var page =
        html(
            mvc.post()
                .uri(link)
                .param("name", "  ")
                .param("email", "annie@")
                .param("password", "kort")
                .param("department", "a/b")
                .cookie(in)
                .exchange());

    assertThat(page.select(".error-summary a")).hasSize(wrong);
    assertThat(page.expectFirst("#department").val()).isEqualTo("a/b");
    assertThat(page.expectFirst("#password").val()).isEmpty();
    assertThat(
            html(mvc.get().uri("/sign-in").cookie(in).exchange())
                .select(".alert-warning strong")
                .text())
        .isEqualTo(isNew);
    assertThat(mvc.get().uri("/first-run/" + Secrets.fresh())).hasStatus(404);
  }

  private void start() {
    firstRun.started(
        new ApplicationReadyEvent(
            new SpringApplication(), new String[0], context, java.time.Duration.ZERO));
  }

  private MvcTestResult make(String link, String password) {
    return mvc.post()
        .uri(link)
        .param("name", "Annie First")
        .param("email", "annie@first.example")
        .param("password", password)
        .param("department", "ICT")
        .exchange();
  }
}
