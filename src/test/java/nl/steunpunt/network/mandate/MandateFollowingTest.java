package nl.steunpunt.network.mandate;

import static nl.steunpunt.network.mandate.MandateWorld.decide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import nl.steunpunt.network.Constituencies;
import nl.steunpunt.network.Constituencies.Serving;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.people.ContractHoursChanged;
import nl.steunpunt.people.DirectoryChanged;
import nl.steunpunt.people.PeopleLeft;
import nl.steunpunt.people.PeopleMoved;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What the directory and the clock do to a mandate, and that its history stays. */
@SteunpuntTest
class MandateFollowingTest {
  @Autowired World world;
  @Autowired MandateWorld mandates;
  @Autowired MandateFollowing listener;
  @Autowired AgreementKeeping keeping;
  @Autowired MandateTiming timing;
  @Autowired AgreementSaving saving;
  @Autowired MandateEnding ending;
  @Autowired MandateScreens screens;
  @Autowired Constituencies constituencies;
  @Autowired PlatformTransactionManager transactions;
  @Autowired Clock clock;
  @Autowired JdbcClient sql;
  MandateFollowing following;
  MandateId lottes;

  @BeforeEach
  void lotteIsAgreed() {
    // Without its own transaction, which would not see what the test wrote.
    following = AopTestUtils.getUltimateTargetObject(listener);
    mandates.reportsTo(world.lotte(), world.noor());
    lottes = mandates.asked(world.lotte(), 15);
    assertThat(decide(world.as(world.noor()), "/mandate-requests/" + lottes, "agree"))
        .hasStatus(303);
  }

  private void works(Colleague person, boolean active) {
    sql.sql("update people.person set active = :active where id = :id")
        .param("active", active)
        .param("id", person.id())
        .update();
  }

  private List<StepKind> history() {
    return screens.one(lottes).orElseThrow().history().stream().map(Told::kind).toList();
  }

  @Test
  void anotherManagerInTheDirectoryIsAskedAndTheOldLinkIsVoid() {
    mandates.reportsTo(world.lotte(), world.joost());
    following.on(new PeopleMoved(List.of(world.lotte().id())));
    following.on(new PeopleMoved(List.of(world.lotte().id())));
    assertThat(mandates.stage(lottes)).isEqualTo("manager_asked");
    assertThat(mandates.standing(lottes)).isEqualTo(Standing.PROVISIONAL);
    assertThat(mandates.links(world.joost().email())).hasSize(1);
    assertThat(history()).contains(StepKind.MANAGER_CHANGED);

    mandates.reportsTo(world.lotte(), world.noor());
    following.on(new PeopleMoved(List.of(world.lotte().id())));
    assertThat(mandates.stage(lottes)).isEqualTo("agreed");
    assertThat(world.stranger().get(mandates.links(world.joost().email()).getFirst()))
        .hasStatus(410);
  }

  /** Fifteen percent of 36 hours is 5.4, of 20 it is 3. */
  @Test
  void otherContractHoursReachTheWeekAtOnceAndStandInTheHistory() {
    var lotte = List.of(world.lotte().id());
    sql.sql("insert into network.work_week (mandate_id, week) values (:mandate, :week)")
        .param("mandate", lottes)
        .param("week", keeping.today().with(DayOfWeek.MONDAY))
        .update();
    contract("36");
    following.on(new ContractHoursChanged(lotte));
    var before = minutesOfThisWeek();
    var asked = mandates.links(world.noor().email()).size();
    var version = mandates.version(lottes);
    contract("20");
    following.on(new ContractHoursChanged(lotte));
    following.on(new ContractHoursChanged(lotte));
    assertThat(before).isPositive();
    assertThat(minutesOfThisWeek()).isEqualTo(Math.round(before * 20 / 36f));
    assertThat(mandates.stage(lottes)).as("the share stays").isEqualTo("agreed");
    assertThat(mandates.version(lottes)).isEqualTo(version);
    assertThat(mandates.links(world.noor().email())).hasSize(asked);
    var lead = world.as(world.marieke()).page("/network/mandates/" + lottes);
    assertThat(lead.select(".history li p:first-child").eachText())
        .startsWith(
            "Andere contracturen, 20 per week: 15 % daarvan is 3 uur",
            "Andere contracturen, 36 per week: 15 % daarvan is 5,4 uur");
    contract(null);
    following.on(new ContractHoursChanged(lotte));
    assertThat(
            world
                .as(world.marieke())
                .page("/network/mandates/" + lottes)
                .expectFirst(".history li")
                .text())
        .startsWith("Het contract heeft geen vaste uren meer");
  }

  /** Fewer in a week with a holiday. */
  private int minutesOfThisWeek() {
    return sql.sql("select agreed_minutes from network.work_week where mandate_id = :mandate")
        .param("mandate", lottes)
        .query(Integer.class)
        .single();
  }

  private void contract(@Nullable String hours) {
    sql.sql("update people.person set contract_hours = :hours::numeric where id = :id")
        .param("hours", hours)
        .param("id", world.lotte().id())
        .update();
  }

  @Test
  void aLeaverLosesItAtOnceAndHasItBackWhenTheImportIsUndone() {
    var lotte = world.lotte();
    works(lotte, false);
    following.on(new PeopleLeft(List.of(lotte.id(), world.sanne().id())));
    assertThat(mandates.standing(lottes)).isEqualTo(Standing.ENDED);
    works(lotte, true);
    following.on(new DirectoryChanged(clock.instant()));
    following.on(new DirectoryChanged(clock.instant()));
    assertThat(mandates.standing(lottes)).isEqualTo(Standing.ACTIVE);
    assertThat(history().getFirst()).isEqualTo(StepKind.RETURNED);
  }

  /** Who left cannot sign in any more, and was promised thanks and a certificate. */
  @Test
  void theManagerOfALeaverIsAskedToGiveTheCertificateWithThanks() {
    var lotte = world.lotte();
    works(lotte, false);
    following.on(new PeopleLeft(List.of(lotte.id())));
    assertThat(mandates.subjects(world.noor().email()).getLast())
        .isEqualTo("Bedank " + lotte.name() + ": het certificaat ligt klaar");
    assertThat(mandates.subjects(world.marieke().email()).getLast())
        .isEqualTo(lotte.name() + " werkt hier niet meer en is geen power user van Nova ERP meer");
    var noor = world.as(world.noor());
    var certificate = "/mandates/" + lottes + "/papers/certificate";
    assertThat(noor.page("/mandate-requests/" + lottes).select("a[href^=" + certificate + "]"))
        .hasSize(2);
    assertThat(noor.get(certificate)).hasStatusOk();
  }

  @Test
  void whoMovesIsToldThatTheMandateIsProvisionalAndTheLeadOfAnotherDepartment() {
    mandates.reportsTo(world.lotte(), world.joost());
    following.on(new PeopleMoved(List.of(world.lotte().id())));
    assertThat(mandates.subjects(world.lotte().email()).getLast())
        .isEqualTo("Je mandaat voor Nova ERP is weer voorlopig");
    var lead = mandates.subjects(world.marieke().email());
    assertThat(lead).noneMatch(subject -> subject.contains("andere afdeling"));
    var told = mandates.subjects(world.lotte().email()).size();

    sql.sql(
            "update people.person set department_id = (select department_id from people.person where id = :sanne) where id = :id")
        .param("sanne", world.sanne().id())
        .param("id", world.lotte().id())
        .update();
    mandates.reportsTo(world.lotte(), world.fatima());
    following.on(new PeopleMoved(List.of(world.lotte().id())));
    assertThat(history()).contains(StepKind.MANAGER_CHANGED, StepKind.DEPARTMENT_CHANGED);
    assertThat(mandates.subjects(world.lotte().email())).as("once").hasSize(told + 1);
    assertThat(mandates.subjects(world.marieke().email()).getLast())
        .isEqualTo(world.lotte().name() + " werkt op een andere afdeling");
  }

  @Test
  void aLeaverInMidRequestMakesTheLinkVoidWithAClearMessage() {
    mandates.reportsTo(world.ahmet(), world.noor());
    var ahmets = mandates.asked(world.ahmet(), 10);
    var link = mandates.links(world.noor().email()).getFirst();
    var ahmet = world.ahmet();
    works(ahmet, false);
    following.on(new PeopleLeft(List.of(ahmet.id())));
    assertThat(mandates.stage(ahmets)).isEqualTo("ended");
    var page = world.stranger().page(link);
    assertThat(page.select("main form")).isEmpty();
    assertThat(page.select("[aria-labelledby=stands] strong").text()).isEqualTo("Ended");
    assertThat(world.stranger().post(link + "/decision", "decision", "agree")).hasStatus(409);
  }

  @Test
  void whenTheManagerLeavesTheNextOneAboveIsAsked() {
    mandates.reportsTo(world.ahmet(), world.noor());
    mandates.reportsTo(world.noor(), world.joost());
    var ahmets = mandates.asked(world.ahmet(), 10);
    var noor = world.noor();
    works(noor, false);
    following.on(new PeopleLeft(List.of(noor.id())));
    assertThat(mandates.decider(ahmets)).isEqualTo(world.joost().id());
  }

  @Test
  void theClockRemindsThenTellsTheLeadToCallAndEndsTheProvisionalTime() {
    mandates.reportsTo(world.ahmet(), world.noor());
    var ahmets = mandates.asked(world.ahmet(), 10);
    var before = mandates.links(world.noor().email()).size();
    timing.fireDue(clock.instant().plus(Duration.ofDays(20)));
    assertThat(mandates.links(world.noor().email())).hasSize(before + 2);
    assertThat(mandates.subjects(world.marieke().email())).anyMatch(s -> s.startsWith("Bel over"));
    assertThat(mandates.standing(ahmets)).isEqualTo(Standing.PROVISIONAL);
    timing.fireDue(clock.instant().plus(Duration.ofDays(61)));
    assertThat(mandates.standing(ahmets)).isEqualTo(Standing.WAITING);
    var lead = world.as(world.marieke());
    assertThat(lead.page("/network/mandates?blocked=lead").text()).contains(world.ahmet().name());
    assertThat(lead.post("/network/mandates/" + ahmets + "/grace")).hasStatus(303);
    assertThat(mandates.standing(ahmets)).isEqualTo(Standing.PROVISIONAL);
  }

  /** Of a manager's other share the candidate is waited for, and of a proposal too. */
  @Test
  void theLeadIsToldToCallWhoIsWaitedFor() {
    mandates.reportsTo(world.ahmet(), world.noor());
    var ahmets = mandates.asked(world.ahmet(), 15);
    decide(world.as(world.noor()), "/mandate-requests/" + ahmets, "other_share", "share", "10");
    var emmas = mandates.proposed(world.emma(), 10);
    timing.fireDue(clock.instant().plus(Duration.ofDays(20)));
    var lead = world.as(world.marieke());
    var list = lead.page("/network/mandates?blocked=lead").select("li .next").eachText();
    assertThat(list)
        .contains(
            "Geen antwoord na twee herinneringen. Bel " + world.ahmet().name() + ".",
            "Geen antwoord na twee herinneringen. Bel " + world.emma().name() + ".");
    assertThat(lead.page("/network/mandates/" + emmas).select("[aria-labelledby=next]").text())
        .contains("Bel " + world.emma().name());
    assertThat(
            sql.sql("select text_body from platform.mail where subject = :subject")
                .param("subject", "Bel over " + world.ahmet().name())
                .query(String.class)
                .single())
        .contains("Bel " + world.ahmet().name() + " even");
  }

  @Test
  void whoServedProvisionallyIsToldWhenThatTimeIsOver() {
    mandates.reportsTo(world.ahmet(), world.noor());
    mandates.asked(world.ahmet(), 10);
    timing.fireDue(clock.instant().plus(Duration.ofDays(61)));
    assertThat(mandates.subjects(world.ahmet().email()))
        .contains("Power user van Nova ERP: de voorlopige tijd is voorbij");
  }

  @Test
  void whenItEndsThePeopleFallToTheDeputyAtOnce() {
    var fatimas = firstOf(world.sanne());
    assertThat(fatimas.powerUserId()).isEqualTo(world.fatima().id());
    var fatima = world.as(world.fatima());
    assertThat(world.as(world.sanne()).post("/mandate/" + fatimas.mandateId() + "/ending"))
        .as("not hers")
        .hasStatus(404);
    assertThat(fatima.post("/mandate/" + fatimas.mandateId() + "/ending", "words", "Andere baan"))
        .hasStatus(303);
    assertThat(firstOf(world.sanne()).powerUserId()).isEqualTo(world.joost().id());
    assertThat(mandates.subjects(world.fatima().email()).getLast())
        .isEqualTo("Je bent geen power user van Nova ERP meer");
    assertThat(fatima.page("/mandate").text()).contains("Andere baan", "Dank je wel");
  }

  @Test
  void theManagerHearsThatWhatWasAgreedEnded() {
    world.as(world.lotte()).post("/mandate/" + lottes + "/ending", "words", "Andere baan");
    assertThat(mandates.subjects(world.noor().email()).getLast())
        .isEqualTo(world.lotte().name() + " is geen power user van Nova ERP meer");
    assertThat(world.as(world.noor()).page("/mandate-requests/" + lottes).text())
        .contains("Gestopt door de power user zelf", "Andere baan");
  }

  @Test
  void theLeadCanSayWhyItEnds() {
    var lead = world.as(world.marieke());
    var page = "/network/power-users/" + lottes + "/ending";
    assertThat(lead.page(page).select("textarea[name=words]")).hasSize(1);
    lead.post(page, "words", "Transport gaat naar Groningen");
    assertThat(world.as(world.lotte()).page("/mandate").text())
        .contains("Beëindigd door de netwerkcoördinator", "Transport gaat naar Groningen");
    assertThat(world.as(world.noor()).page("/mandate-requests/" + lottes).text())
        .contains("Transport gaat naar Groningen");
  }

  /** The end of a text is mostly what it is about. */
  @Test
  void wordsThatAreTooLongEndNothingAndStayThere() {
    var tooLong = "Transport gaat naar Groningen. ".repeat(17).substring(0, 501);
    var lead = world.as(world.marieke());
    var fits = tooLong.substring(1);
    refuses(lead.post("/network/power-users/" + lottes + "/ending", "words", tooLong), tooLong);
    var lotte = world.as(world.lotte());
    refuses(lotte.post("/mandate/" + lottes + "/ending", "words", tooLong), tooLong);
    assertThat(mandates.stage(lottes)).isEqualTo("agreed");
    assertThat(lotte.post("/mandate/" + lottes + "/ending", "words", fits)).hasStatus(303);
    assertThat(lotte.page("/mandate").text()).contains(fits);

    var proposed = mandates.proposed(world.ahmet(), 10);
    var ahmet = world.as(world.ahmet());
    var refusal = "/mandate/" + proposed + "/refusal";
    var version = Integer.toString(mandates.version(proposed));
    refuses(ahmet.post(refusal, "version", version, "words", tooLong), tooLong);
    assertThat(mandates.stage(proposed)).isEqualTo("proposed");
    assertThat(ahmet.post(refusal, "version", version, "words", fits)).hasStatus(303);
  }

  private static void refuses(MvcTestResult refused, String text) {
    assertThat(refused).hasStatus(422);
    var field = Browser.html(refused).expectFirst("textarea[aria-invalid]");
    assertThat(field.wholeText()).isEqualTo(text);
    assertThat(Objects.requireNonNull(field.nextElementSibling()).text())
        .isEqualTo("Schrijf hooguit 500 tekens.");
  }

  @Test
  void whoNeverBeganIsNotThankedAndTheLeadIsToldOnce() {
    var refused = mandates.proposed(world.ahmet(), 10);
    var ahmet = world.as(world.ahmet());
    var version = ahmet.page("/mandate").expectFirst("input[name=version]").val();
    ahmet.post("/mandate/" + refused + "/refusal", "version", version, "words", "Geen tijd");
    assertThat(mandates.subjects(world.ahmet().email()))
        .containsExactly("Wil jij power user van Nova ERP worden?");
    assertThat(mandates.subjects(world.marieke().email()).getLast())
        .isEqualTo(world.ahmet().name() + " zei nee");
    assertThat(ahmet.page("/mandate").text())
        .contains("het is niet doorgegaan")
        .doesNotContain("Dank je wel");

    var withdrawn = mandates.proposed(world.ahmet(), 10);
    world.as(world.marieke()).post("/network/power-users/" + withdrawn + "/ending");
    assertThat(mandates.subjects(world.ahmet().email()).getLast())
        .isEqualTo("Power user van Nova ERP: het gaat niet door");
    assertThat(mandates.subjects(world.marieke().email()))
        .noneMatch(subject -> subject.contains("geen power user van Nova ERP meer"));
  }

  /** The second finds no room when the first was stored between its look and its writing. */
  @Test
  void ofTwoLeadsWhoAskTheSameColleagueAtOnceTheSecondIsTold() {
    mandates.proposed(world.ahmet(), 10);
    var ahmet = world.ahmet().id();
    assertThatThrownBy(() -> saving.reserve(ahmet, world.nova()))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.isConflict()).isTrue());
  }

  @Test
  void theWayToRequestsIsShownToWhoDecidesThem() {
    var way = "a[href=/mandate-requests]";
    assertThat(world.as(world.noor()).page("/mandate").select(way)).hasSize(1);
    assertThat(world.as(world.fatima()).page("/mandate").select(way)).isEmpty();
  }

  private Serving firstOf(Colleague colleague) {
    return constituencies.of(colleague.id()).getFirst();
  }

  @Test
  void theHistoryCannotBeRewritten() {
    var nested = new TransactionTemplate(transactions);
    nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    sql.sql("insert into network.mandate_words select max(id), 'zo' from network.mandate_step")
        .update();
    for (var statement :
        List.of(
            "update network.mandate_step set kind = 'agreed'",
            "delete from network.mandate_step",
            "truncate network.mandate_step cascade",
            "update network.mandate_words set text = 'anders'")) {
      // A savepoint: after an error the rest of the test's transaction would be refused.
      assertThatThrownBy(() -> nested.executeWithoutResult(status -> sql.sql(statement).update()))
          .as(statement)
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("is a history");
    }
    assertThat(sql.sql("delete from network.mandate_words").update())
        .as("a text can be erased")
        .isPositive();
    assertThat(history())
        .containsExactly(
            StepKind.AGREED, StepKind.ASKED, StepKind.CANDIDATE_AGREED, StepKind.PROPOSED);
  }
}
