package nl.steunpunt.notify.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import nl.steunpunt.platform.mail.MailSettings;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one table: what somebody is told, and how. */
@SteunpuntTest
class NoticeSettingsTest {
  private static final String PAGE = "/account/notices";

  @Autowired World world;
  @Autowired Settings settings;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  private List<String> ticked(Colleague who) {
    return world.as(who).page(PAGE).select("input[name=wanted][checked]").eachAttr("value");
  }

  private List<String> fields(Colleague who) {
    return world.as(who).page(PAGE).select("input[name=wanted]").eachAttr("value");
  }

  private List<String> owedTo(Colleague who) {
    return sql.sql("select way from notify.pending where person_id = :who")
        .param("who", who.id())
        .query(String.class)
        .list();
  }

  @Test
  void whoHasNotChosenIsToldAsIsUsual() {
    assertThat(ticked(world.sanne()))
        .contains("my_question-mail", "my_question-push", "my_signal-mail", "my_issue-mail")
        .doesNotContain("my_signal-push", "my_issue-push");
    assertThat(ticked(world.fatima()))
        .contains("question_for_me-mail", "question_for_me-push", "helped_question-mail");
  }

  @Test
  void whatDoesNotHappenToSomebodyHasNoRow() {
    assertThat(fields(world.sanne()))
        .noneMatch(field -> field.startsWith("question_for_me") || field.startsWith("helped"));
    assertThat(world.as(world.sanne()).page("/account").select("a[href=/account/notices]"))
        .isNotEmpty();
  }

  /** Nothing waits for who helps nobody, so there is no mail of the morning to set a time for. */
  @Test
  void aWayByWhichNothingIsToldHasNoColumn() {
    var sannes = world.as(world.sanne()).page(PAGE);
    assertThat(sannes.select(".notice-table thead th").eachText())
        .containsExactly("Waarover", "Mail", "Melding");
    assertThat(sannes.select("#morning")).isEmpty();
    var fatimas = world.as(world.fatima()).page(PAGE);
    assertThat(fatimas.select(".notice-table thead th").eachText()).contains("’s Morgens");
    assertThat(fatimas.select("#morning")).isNotEmpty();
  }

  @Test
  void whatIsChosenStaysAndCounts() {
    sql.sql("delete from notify.pending").update();
    assertThat(world.as(world.fatima()).post(PAGE, "wanted", "my_signal-push")).hasStatus(303);
    assertThat(ticked(world.fatima())).containsExactly("my_signal-push");
    world.as(world.sanne()).post("/questions", "system", world.nova().toString(), "text", "Hoe?");
    assertThat(owedTo(world.fatima())).isEmpty();

    world
        .as(world.fatima())
        .post(PAGE, "wanted", "question_for_me-mail", "wanted", "my_question-mail");
    world.as(world.sanne()).post("/questions", "system", world.nova().toString(), "text", "Wat?");
    assertThat(owedTo(world.fatima())).containsExactly("mail");
  }

  @Test
  void onlyWhatIsOtherThanUsualIsKept() {
    var fatima = world.as(world.fatima());
    var usual = ticked(world.fatima());
    fatima.post(PAGE, "wanted", "my_question-mail");
    assertThat(kept()).isPositive();
    var again =
        usual.stream().flatMap(word -> List.of("wanted", word).stream()).toArray(String[]::new);
    fatima.post(PAGE, again);
    assertThat(kept()).isZero();
    assertThat(ticked(world.fatima())).isEqualTo(usual);
  }

  private long kept() {
    return sql.sql("select count(*) from notify.choice").query(Long.class).single();
  }

  /** Who becomes a power user later is told as is usual, whatever they chose before. */
  @Test
  void nothingIsChosenOfWhatWasNotShown() {
    world.as(world.sanne()).post(PAGE);
    assertThat(sql.sql("select distinct occasion from notify.choice").query(String.class).list())
        .doesNotContain("question_for_me", "helped_question");
    assertThat(world.as(world.sanne()).post(PAGE, "wanted", "question_for_me-mail")).hasStatus(422);
    assertThat(world.as(world.sanne()).post(PAGE, "wanted", "nonsense")).hasStatus(422);
  }

  @Test
  void hoursThatCannotBeComeBackAsTyped() {
    var fatima = world.as(world.fatima());
    var reply =
        fatima.post(
            PAGE + "/push",
            "hours",
            "own",
            "weekday",
            "2",
            "from",
            "18:00",
            "until",
            "09:00",
            "shown",
            "true");
    assertThat(reply).hasStatus(422);
    var page = Browser.html(reply);
    assertThat(page.text()).contains("Het einde moet later zijn dan het begin.");
    assertThat(page.expectFirst("#from").val()).isEqualTo("18:00");
    assertThat(page.select("input[name=weekday][checked]").eachAttr("value")).containsExactly("2");
    assertThat(page.select("input[name=shown][checked]")).hasSize(1);
    assertThat(fatima.post(PAGE + "/push", "hours", "own", "from", "9:00", "until", "x"))
        .hasStatus(422);
    assertThat(fatima.post(PAGE + "/push", "hours", "own", "from", "09:00", "until", "10:00"))
        .hasStatus(422);
    assertThat(fatima.post(PAGE + "/push", "hours", "never")).hasStatus(422);
    assertThat(
            fatima.post(
                PAGE + "/push", "hours", "own", "weekday", "6", "from", "09:00", "until", "10:00"))
        .hasStatus(303);
    assertThat(
            world
                .as(world.fatima())
                .page(PAGE)
                .select("input[name=weekday][checked]")
                .eachAttr("value"))
        .containsExactly("6");
  }

  /** What was mailed to them and did not arrive is theirs to know. */
  @Test
  void mailThatDoesNotArriveIsToldToWhomItWasFor() {
    settings.put(
        "mail",
        new MailSettings(
            "mail.example",
            25,
            MailSettings.Tls.NONE,
            "",
            null,
            "a@b.example",
            "https://s.example"));
    var fatima = world.as(world.fatima());
    assertThat(fatima.page(PAGE).select("#trouble-mail")).isEmpty();
    assertThat(fatima.page(PAGE + "/trouble").select("a")).isEmpty();
    sql.sql(
            """
            insert into platform.mail (message_id, recipient, language, subject, text_body, html_body,
                                       created_at, due_at, attempts, trouble, gave_up_at)
            values ('x', upper(:to), 'nl', 's', '', '', :now, :now, 1, 'recipient', :now)
            """)
        .param("to", world.fatima().email())
        .param("now", clock.instant())
        .update();
    assertThat(fatima.page(PAGE).expectFirst("#trouble-mail").text())
        .contains(world.fatima().email());
    assertThat(fatima.page("/inbox").select("[hx-get='" + PAGE + "/trouble']")).hasSize(1);
    assertThat(fatima.page(PAGE + "/trouble").text())
        .isEqualTo("Mail komt niet bij je aan. Bekijk wat er mis is");
    assertThat(world.as(world.joost()).page(PAGE + "/trouble").select("a")).isEmpty();
  }

  @Test
  void whereNoMailLeavesAtAllNobodyIsToldThatTheirsFails() {
    assertThat(world.as(world.fatima()).page(PAGE).select("#trouble-mail")).hasSize(1);
    assertThat(world.as(world.fatima()).page(PAGE + "/trouble").select("a")).isEmpty();
  }

  /** Also who left them by the link in one that they threw away long ago. */
  @Test
  void whoLeftTheMailTheyCanDoWithoutComesBackHere() {
    sql.sql("insert into campaign.unsubscribed (person_id, at) values (:sanne, :now)")
        .param("sanne", world.sanne().id())
        .param("now", clock.instant())
        .update();
    var sanne = world.as(world.sanne());
    var spare = "#spare input[value=campaign]";
    assertThat(sanne.page(PAGE).expectFirst(spare).hasAttr("checked")).isFalse();
    assertThat(world.as(world.noor()).page(PAGE).expectFirst(spare).hasAttr("checked")).isTrue();

    assertThat(sanne.post(PAGE + "/spare", "spare", "campaign")).hasStatus(303);
    assertThat(sanne.page(PAGE).expectFirst(spare).hasAttr("checked")).isTrue();
    assertThat(sanne.post(PAGE + "/spare", "spare", "everything")).hasStatus(422);
    assertThat(sanne.page(PAGE).expectFirst(spare).hasAttr("checked")).isTrue();

    assertThat(sanne.post(PAGE + "/spare")).hasStatus(303);
    assertThat(sanne.page(PAGE).expectFirst(spare).hasAttr("checked")).isFalse();
    assertThat(world.as(world.noor()).page(PAGE).expectFirst(spare).hasAttr("checked"))
        .as("each for themselves")
        .isTrue();
  }
}
