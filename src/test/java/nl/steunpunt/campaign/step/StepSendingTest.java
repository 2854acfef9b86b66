package nl.steunpunt.campaign.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.regex.Pattern;
import nl.steunpunt.platform.retention.RetentionRule;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.AfterTransaction;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A step goes to an audience: to each of them once, whatever happens on the way. */
@SteunpuntTest
class StepSendingTest {
  private static final Pattern LEAVING =
      Pattern.compile(CampaignWorld.ADDRESS + "(/campaign-mail/\\S+)");

  private static final Pattern ASKED = Pattern.compile(CampaignWorld.ADDRESS + "(/awareness/\\S+)");

  @Autowired World world;
  @Autowired CampaignWorld campaigns;
  @Autowired StepMailing mailing;
  @Autowired RetentionRule keptCampaignMails;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @Autowired PlatformTransactionManager transactions;

  private Browser marieke;

  @BeforeEach
  void mariekeBegins() {
    marieke = world.as(world.marieke());
    campaigns.mailLeaves();
    campaigns.plan("2027-01-11");
  }

  @AfterTransaction
  void noMailLeaves() {
    campaigns.mailLeavesNoMore();
  }

  private void sent(StepKind kind, String... audience) {
    assertThat(campaigns.send(kind, audience)).hasStatus(303);
    campaigns.mailAll();
  }

  private int mails(Colleague to) {
    return campaigns.subjects(to).size();
  }

  @Test
  void eachReadsItInTheirOwnLanguageWithTheirOwnPowerUser() {
    sent(StepKind.ANNOUNCEMENT);
    assertThat(campaigns.subjects(world.sanne()))
        .containsExactly("Vastgelopen in Nova ERP? Zo word je geholpen");
    assertThat(text(world.sanne()))
        .contains("Hallo Sanne,", "Jouw power user is Fatima El Idrissi.", "11 januari 2027")
        .contains(CampaignWorld.ADDRESS + "/who-helps")
        .contains(CampaignWorld.ADDRESS + "/nominations/new?system=" + world.nova());
    assertThat(campaigns.subjects(world.emma()))
        .containsExactly("Stuck in Nova ERP? This is how you get help");
    assertThat(text(world.emma())).contains("Your power user is Liam", "11 January 2027");
    // Lotte has none: what cannot be said is left out.
    assertThat(text(world.lotte())).contains("Hallo Lotte,").doesNotContain("Jouw power user is");
  }

  private String text(Colleague to) {
    return campaigns.text(to);
  }

  @Test
  void theCountSaysWhoGetsItBeforeItIsSent() {
    var department = campaigns.department(world.sanne());
    var address = campaigns.address(StepKind.ANNOUNCEMENT) + "/audience?department=" + department;
    var here = campaigns.count("people.person where active and department_id = " + department);
    assertThat(marieke.page(address).select("form[action$=/sendings] h2").text())
        .isEqualTo(here + " collega’s krijgen hem nu");
    sent(StepKind.ANNOUNCEMENT, "department", department);
    assertThat(campaigns.count("campaign.step_reader")).isEqualTo(here);
    var after = marieke.page(address);
    assertThat(after.select("form[action$=/sendings] h2").text())
        .isEqualTo("Niemand krijgt hem nu");
    assertThat(after.select("form[action$=/sendings] button")).isEmpty();
    assertThat(after.text()).contains(here + " hebben hem al");
    assertThat(marieke.page("/network/campaign").text())
        .contains("Gestuurd aan " + here + " lezers");
  }

  @Test
  void departmentsAddUpAndPlacesNarrow() {
    var finance =
        sql.sql("select id from people.department where path = 'Finance'")
            .query(Long.class)
            .single();
    var both =
        marieke.page(
            campaigns.address(StepKind.ANNOUNCEMENT)
                + "/audience?department="
                + campaigns.department(world.sanne())
                + "&department="
                + finance);
    var all =
        campaigns.count(
            "people.pub_person where active and (department_path = 'Finance' or department_path like 'Finance/%')");
    assertThat(both.select("form[action$=/sendings] h2").text()).startsWith(all + " ");
    var groningen =
        sql.sql("select id from people.location where path = 'Groningen'")
            .query(Long.class)
            .single();
    var there =
        marieke.page(
            campaigns.address(StepKind.ANNOUNCEMENT)
                + "/audience?department="
                + finance
                + "&location="
                + groningen);
    assertThat(there.select("form[action$=/sendings]").text())
        .contains(
            "Het gaat om "
                + campaigns.count(
                    """
                    people.pub_person where active and (department_path = 'Finance' or department_path like 'Finance/%')
                       and (location_path = 'Groningen' or location_path like 'Groningen/%')
                    """)
                + " in totaal");
    var helped = marieke.page(campaigns.address(StepKind.ANNOUNCEMENT) + "/audience?helped=true");
    assertThat(helped.select("form[action$=/sendings] h2").text())
        .startsWith(
            campaigns.count(
                    "network.pub_constituency c join people.pub_person p on p.id = c.person_id and p.active where c.rank = 0 and c.system_id = "
                        + campaigns.nova())
                + " ");
  }

  @Test
  void audiencesThatOverlapReachNobodyTwice() {
    var department = campaigns.department(world.sanne());
    sent(StepKind.ANNOUNCEMENT, "department", department);
    sent(StepKind.ANNOUNCEMENT);
    assertThat(mails(world.sanne())).isEqualTo(1);
    assertThat(mails(world.emma())).isEqualTo(1);
    assertThat(campaigns.send(StepKind.ANNOUNCEMENT)).hasStatus(409);
    campaigns.mailAll();
    assertThat(mails(world.sanne())).isEqualTo(1);
    // another step is another mail
    sent(StepKind.REMINDER);
    assertThat(mails(world.sanne())).isEqualTo(2);
  }

  /** Ended by mistake, and begun again: what would say the same is not said again. */
  @Test
  void aCampaignThatIsBegunAnewTellsNobodyTheSame() {
    var department = campaigns.department(world.sanne());
    sent(StepKind.ANNOUNCEMENT, "department", department);
    campaigns.beginAnew("2027-01-11");
    assertThat(campaigns.send(StepKind.ANNOUNCEMENT, "department", department)).hasStatus(409);
    assertThat(
            marieke
                .page(
                    campaigns.address(StepKind.ANNOUNCEMENT) + "/audience?department=" + department)
                .text())
        .contains("Niemand krijgt hem nu");
    sent(StepKind.ANNOUNCEMENT);
    assertThat(mails(world.sanne())).isEqualTo(1);
    assertThat(mails(world.emma())).isEqualTo(1);
    // of another day of going live it says something else
    campaigns.beginAnew("2027-02-08");
    sent(StepKind.ANNOUNCEMENT, "department", department);
    assertThat(mails(world.sanne())).isEqualTo(2);
  }

  @Test
  void aCampaignThatIsOverMailsNobodyFromATabThatIsStillOpen() {
    var step = campaigns.address(StepKind.ANNOUNCEMENT);
    campaigns.beginAnew("2027-02-08");
    assertThat(marieke.post(step + "/sendings")).hasStatus(409);
    campaigns.mailAll();
    assertThat(mails(world.sanne())).isZero();
  }

  /** Once a quarter, wherever it is asked. */
  @Test
  void theReminderAsksWhoWasNotAskedYet() {
    assertThat(card(world.emma()).select("form")).hasSize(1);
    sent(StepKind.REMINDER);
    assertThat(text(world.sanne()))
        .contains("Weet je wie jouw power user voor Nova ERP is?")
        .contains(CampaignWorld.ADDRESS + "/awareness/")
        .doesNotContain("Fatima");
    assertThat(text(world.emma()))
        .doesNotContain("Do you know who")
        .doesNotContain("/awareness/")
        .contains(CampaignWorld.ADDRESS + "/who-helps");
    // of the system they help with they know
    assertThat(text(world.fatima())).doesNotContain("/awareness/");
    assertThat(card(world.sanne()).select("form")).isEmpty();
    var link = ASKED.matcher(text(world.sanne()));
    assertThat(link.find()).isTrue();
    assertThat(world.stranger().post(link.group(1), "word", "yes")).hasStatus(200);
  }

  private Document card(Colleague who) {
    return Browser.html(world.as(who).postForPart("/awareness/card"));
  }

  @Test
  void whoLeavesBeforeItsTurnGetsNothing() {
    var sanne = world.sanne();
    campaigns.send(StepKind.ANNOUNCEMENT);
    sql.sql("update people.person set active = false where id = :sanne")
        .param("sanne", sanne.id())
        .update();
    campaigns.mailAll();
    assertThat(mails(sanne)).isZero();
    assertThat(campaigns.count("campaign.step_reader where state = 'left_out'")).isEqualTo(1);
    assertThat(marieke.page(campaigns.address(StepKind.ANNOUNCEMENT)).select("#sendings").text())
        .contains("1 niet: werkt hier niet meer");
  }

  @Test
  void whoUnsubscribesBeforeItsTurnGetsNothing() {
    var sanne = world.sanne();
    campaigns.send(StepKind.ANNOUNCEMENT);
    assertThat(world.as(sanne).post("/account/notices/spare")).hasStatus(303);
    campaigns.mailAll();
    assertThat(mails(sanne)).isZero();
    assertThat(campaigns.count("campaign.step_reader where state = 'left_out'")).isEqualTo(1);
  }

  /** A node that is killed never commits; its batch is as it was, and mailed by the next. */
  @Test
  void aKillInTheMiddleLosesAndDoublesNothing() {
    campaigns.send(StepKind.ANNOUNCEMENT);
    var all = campaigns.count("campaign.step_reader");
    var killed = new TransactionTemplate(transactions);
    killed.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    while (campaigns.count("campaign.step_reader where state = 'waiting'") > 0) {
      killed.executeWithoutResult(status -> {
        assertThat(mailing.makeSome()).isPositive();
        status.setRollbackOnly();
      });
      assertThat(campaigns.count("platform.mail where unsubscribe is not null"))
          .isEqualTo(campaigns.count("campaign.step_reader where state = 'mailed'"));
      mailing.makeSome();
      campaigns.serverTakesAll();
    }
    assertThat(campaigns.count("campaign.step_reader where state = 'mailed'")).isEqualTo(all);
    assertThat(campaigns.count("platform.mail where unsubscribe is not null")).isEqualTo(all);
    assertThat(
            campaigns.count(
                "(select recipient from platform.mail where unsubscribe is not null group by 1 having count(*) > 1) d"))
        .isZero();
  }

  /** A mail about somebody's question never stands behind thousands. */
  @Test
  void onlySoManyStandInTheQueueAtOnce() {
    sql.sql(
            """
            insert into platform.mail (message_id, recipient, language, subject, text_body, html_body, created_at, due_at)
            select 'm' || n, 'x@toets.example', 'nl', 'x', 'x', 'x', now(), now() - interval '1 minute'
              from generate_series(1, 95) n
            """)
        .update();
    campaigns.send(StepKind.ANNOUNCEMENT);
    assertThat(mailing.makeSome()).isEqualTo(5);
    assertThat(mailing.makeSome()).isZero();
    // tried in vain, while the server is away: still to go
    sql.sql(
            "update platform.mail set trouble = 'unreachable', due_at = now() + interval '1 hour' where subject = 'x'")
        .update();
    assertThat(mailing.makeSome()).isZero();
    sql.sql("delete from platform.mail where subject = 'x'").update();
    assertThat(mailing.makeSome()).isEqualTo(25);
  }

  @Test
  void whatWasSentReadsAsItDidThen() {
    campaigns.send(StepKind.ANNOUNCEMENT);
    marieke.post(
        campaigns.address(StepKind.ANNOUNCEMENT) + "/text/nl",
        "title",
        "Anders",
        "body",
        "Anders.");
    campaigns.mailAll();
    assertThat(campaigns.subjects(world.sanne()))
        .containsExactly("Vastgelopen in Nova ERP? Zo word je geholpen");
  }

  @Test
  void whatWaitsCanBeStoppedAndSentAnotherTime() {
    campaigns.send(StepKind.ANNOUNCEMENT);
    mailing.makeSome();
    var step = campaigns.address(StepKind.ANNOUNCEMENT);
    var stop = marieke.page(step).select("form[action$=/stop]").attr("action");
    assertThat(marieke.post(stop)).hasStatus(303);
    assertThat(mailing.makeSome()).isZero();
    var got = campaigns.count("campaign.step_reader");
    sent(StepKind.ANNOUNCEMENT);
    assertThat(campaigns.count("campaign.step_reader where state = 'mailed'")).isGreaterThan(got);
    assertThat(mails(world.sanne())).isEqualTo(1);
  }

  @Test
  void whoUnsubscribesGetsWhatTheirWorkNeedsAlone() {
    sent(StepKind.ANNOUNCEMENT, "department", campaigns.department(world.noor()));
    var link = leaving(world.noor());
    // Opening it does nothing: scanners open links.
    assertThat(world.stranger().page(link).select("form[action=" + link + "]")).hasSize(1);
    assertThat(campaigns.count("campaign.unsubscribed")).isZero();
    // as a mail program does it
    assertThat(world.api().post().uri(link).param("List-Unsubscribe", "One-Click")).hasStatus(200);
    assertThat(campaigns.count("campaign.unsubscribed")).isEqualTo(1);
    var audience = campaigns.address(StepKind.REMINDER) + "/audience";
    assertThat(marieke.page(audience).text()).contains("1 wil zulke mail niet");
    // Of one alone everybody would know who it is.
    sql.sql(
            """
            update people.person set department_id =
                   (select d.id from people.pub_department d join people.pub_department hers on hers.id = :hers
                     where not starts_with(d.path || '/', hers.path || '/') order by d.id limit 1)
             where id <> :noor
            """)
        .param("hers", Long.valueOf(campaigns.department(world.noor())))
        .param("noor", world.noor().id())
        .update();
    assertThat(marieke.page(audience + "?department=" + campaigns.department(world.noor())).text())
        .contains("1 collega krijgt hem nu")
        .doesNotContain("wil zulke mail niet", "willen zulke mail niet");
    sent(StepKind.REMINDER);
    assertThat(campaigns.subjects(world.noor())).hasSize(1);
    sent(StepKind.MANAGER_MAIL);
    assertThat(campaigns.subjects(world.noor())).hasSize(2);
    assertThat(text(world.noor()))
        .contains("Fatima El Idrissi")
        .contains("daarom kun je je niet afmelden")
        .doesNotContain("/campaign-mail/");
    assertThat(
            campaigns.count(
                "platform.mail where unsubscribe is not null and subject like 'Power users van%'"))
        .isZero();

    world.stranger().post(link + "/return");
    assertThat(campaigns.count("campaign.unsubscribed")).isZero();
  }

  private String leaving(Colleague of) {
    var found = LEAVING.matcher(text(of));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void aLinkThatWeDidNotMakeOpensNothing() {
    for (var link : new String[] {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "-"}) {
      assertThat(world.stranger().get("/campaign-mail/" + link)).as(link).hasStatus(404);
      assertThat(world.stranger().post("/campaign-mail/" + link)).as(link).hasStatus(404);
    }
  }

  /** Managers of the audience, and who helps it: each once, however many of theirs are in it. */
  @Test
  void managersAndPowerUsersAreFoundFromTheirPeople() {
    var department = campaigns.department(world.sanne());
    sent(StepKind.MANAGER_MAIL, "department", department);
    assertThat(mails(world.noor())).isEqualTo(1);
    assertThat(mails(world.sanne())).isZero();
    sent(StepKind.DESK_SIGNS, "department", department, "helped", "true");
    assertThat(mails(world.fatima())).isEqualTo(1);
    assertThat(text(world.fatima())).contains(CampaignWorld.ADDRESS + "/posters");
    assertThat(mails(world.sanne())).isZero();
  }

  /**
   * Straight to the server, which is not there in this test; what it says is for administrators.
   */
  @Test
  void aTrialGoesToTheLeadAlone() {
    var step = campaigns.address(StepKind.ANNOUNCEMENT);
    var reply = marieke.postFrom(step, step + "/trial", "language", "nl");
    assertThat(reply).hasStatus(422);
    assertThat(Browser.html(reply).text()).contains("De mailserver nam de proefmail niet aan");
    assertThat(campaigns.count("campaign.step_reader")).isZero();
    assertThat(marieke.post(step + "/trial", "language", "de")).hasStatus(404);
  }

  @Test
  void aTrialArrivesAsItWasWrittenAndCountsForNobody() throws Exception {
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.start();
    try {
      campaigns.mailLeavesBy(server.getSmtp().getPort());
      var step = campaigns.address(StepKind.ANNOUNCEMENT);
      marieke.post(
          step + "/text/nl", "title", "Proef met {systeem}", "body", "Dag {voornaam}, tot zo.");
      assertThat(marieke.post(step + "/trial", "language", "nl")).hasStatus(303);
      var got = new ArrayList<MimeMessage>();
      for (var one : server.getReceivedMessages()) {
        if (one.getSubject().equals("Proef met Nova ERP")) {
          got.add(one);
        }
      }
      assertThat(got).hasSize(1);
      assertThat(got.getFirst().getAllRecipients()[0]).hasToString(world.marieke().email());
      assertThat(GreenMailUtil.getBody(got.getFirst())).contains("Dag Marieke, tot zo.");
      assertThat(campaigns.count("campaign.step_reader")).isZero();
    } finally {
      server.stop();
    }
  }

  @Test
  void withoutAMailServerNothingIsSentAndItSaysSo() {
    campaigns.mailLeavesNoMore();
    var reply = campaigns.send(StepKind.ANNOUNCEMENT);
    assertThat(reply).hasStatus(422);
    assertThat(campaigns.count("campaign.step_reader")).isZero();
    assertThat(marieke.page(campaigns.address(StepKind.ANNOUNCEMENT)).text())
        .contains("Er gaat nog geen mail de deur uit");
  }

  @Test
  void whoGotItIsForgottenAfterItsTimeAndItIsNotSentAgain() {
    sent(StepKind.ANNOUNCEMENT);
    assertThat(keptCampaignMails.forgetting().forget(clock.instant().minusSeconds(3600), 1000))
        .isZero();
    var gone = keptCampaignMails.forgetting().forget(clock.instant().plusSeconds(60), 1000);
    assertThat(gone).isPositive();
    assertThat(campaigns.count("campaign.step_reader")).isZero();
    assertThat(marieke.page(campaigns.address(StepKind.ANNOUNCEMENT)).select("#sendings").text())
        .contains("Wie dat waren, weten we niet meer");
    assertThat(campaigns.send(StepKind.ANNOUNCEMENT)).hasStatus(409);
  }

  @Test
  void whatTheLeadSendsIsNoted() {
    sent(StepKind.ANNOUNCEMENT, "department", campaigns.department(world.sanne()));
    assertThat(
            sql.sql(
                    """
                    select actor_id from platform.audit where what = 'campaign_step_sent'
                       and detail->>'step' = 'announcement' and (detail->>'readers')::int > 0
                     order by id desc limit 1
                    """)
                .query(Long.class)
                .single())
        .isEqualTo(world.marieke().id().value());
  }
}
