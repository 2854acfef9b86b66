package nl.steunpunt.network.candidacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.steunpunt.network.Candidacies;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SteunpuntTest
class CandidacyTest {
  @Autowired World world;
  @Autowired Candidacies candidacies;
  @Autowired CandidacyForgetting forgetting;
  @Autowired VolunteerNews news;
  @Autowired Clock clock;
  @Autowired JdbcClient sql;
  Browser lead;
  String nova;

  @BeforeEach
  void signIn() {
    lead = world.as(world.marieke());
    nova = world.nova().toString();
  }

  private List<String> names() {
    return lead.page("/network/candidates?system=" + nova).select(".lines strong").eachText();
  }

  private List<PersonId> others(int many) {
    return sql.sql(
            """
            select id from people.pub_person where active and id <> :ahmet order by id limit :many
            """)
        .param("ahmet", world.ahmet().id())
        .param("many", many)
        .query(PersonId.class)
        .list();
  }

  private void named(int times) {
    others(times)
        .forEach(
            one -> candidacies.nominate(one, world.nova(), world.ahmet().id(), clock.instant()));
  }

  @Test
  void aVolunteerStandsFirstWithTheirWordsAndTheCoverTheyAdd() {
    named(5);
    var lotte = world.as(world.lotte());
    assertThat(lotte.post("/volunteering", "system", nova, "why", " ")).hasStatus(422);
    assertThat(lotte.post("/volunteering", "system", nova, "why", "Ze vragen mij toch al"))
        .hasStatus(303);
    assertThat(names()).containsSubsequence(world.lotte().name(), world.ahmet().name());
    var row = lead.page("/network/candidates?system=" + nova).expectFirst(".lines li");
    assertThat(row.text())
        .contains("Ze vragen mij toch al", "Wil zelf", "hebben nu geen power user")
        .doesNotContain("Genoemd");
    assertThat(row.select("a").attr("href")).endsWith("&person=" + world.lotte().id());

    lotte.post("/volunteering", "system", nova, "why", "En ik heb er zin in");
    assertThat(told())
        .as("the lead hears of it once")
        .containsExactly(world.lotte().name() + " wil power user van Nova ERP worden");

    lotte.post("/volunteering/withdrawal", "system", nova);
    assertThat(names()).doesNotContain(world.lotte().name());
  }

  @Test
  void whoIsOneIsAskedAboutOtherSystemsAlone() {
    var way = "a[href=/volunteering]";
    assertThat(world.as(world.lotte()).page("/mandate").select(way).text())
        .isEqualTo("Word power user");
    var fatima = world.as(world.fatima());
    sql.sql("update network.system set active = id = :nova").param("nova", world.nova()).update();
    assertThat(fatima.page("/mandate").select(way)).isEmpty();
    sql.sql("update network.system set active = true").update();
    sql.sql("insert into network.system (key, name) values ('crm', 'Klantenkaart')").update();
    assertThat(fatima.page("/mandate").select(way).text())
        .isEqualTo("Word power user van een ander systeem");
  }

  private List<String> told() {
    return sql.sql("select subject from platform.mail where recipient = :lead order by id")
        .param("lead", world.marieke().email())
        .query(String.class)
        .list();
  }

  @Test
  void whoComesAndGoesIsNewsOnceADayAndSeenAllTheSame() {
    var lotte = world.as(world.lotte());
    for (var turn = 0; turn < 3; turn++) {
      lotte.post("/volunteering", "system", nova, "why", "Ze vragen mij toch al");
      lotte.post("/volunteering/withdrawal", "system", nova);
    }
    lotte.post("/volunteering", "system", nova, "why", "Nu weet ik het zeker");
    assertThat(told()).hasSize(1);
    assertThat(names()).contains(world.lotte().name());

    var due = news.nextDue().orElseThrow();
    assertThat(due).isAfter(clock.instant().plus(Duration.ofHours(23)));
    assertThat(news.fireDue(due.minusMillis(1))).isEmpty();
    assertThat(news.fireDue(due)).hasSize(1);
    assertThat(told()).as("that she came back is told a day later").hasSize(2);
    assertThat(news.fireDue(due.plus(Duration.ofDays(1)))).hasSize(1);
    assertThat(told()).as("and once").hasSize(2);
    assertThat(news.nextDue()).as("after a quiet day nothing is kept").isEmpty();

    lotte.post("/volunteering/withdrawal", "system", nova);
    lotte.post("/volunteering", "system", nova, "why", "Toch weer");
    assertThat(told()).as("which is news again").hasSize(3);
  }

  @Test
  void whoIsGoneAgainWhenTheDayIsOverIsNoNews() {
    var lotte = world.as(world.lotte());
    for (var turn = 0; turn < 2; turn++) {
      lotte.post("/volunteering", "system", nova, "why", "Ze vragen mij toch al");
      lotte.post("/volunteering/withdrawal", "system", nova);
    }
    news.fireDue(news.nextDue().orElseThrow());
    assertThat(told()).hasSize(1);
  }

  @Test
  void anotherVolunteerTheSameDayIsNews() {
    for (var one : List.of(world.lotte(), world.ahmet())) {
      world.as(one).post("/volunteering", "system", nova, "why", "Ze vragen mij toch al");
    }
    assertThat(told()).hasSize(2);
  }

  @Test
  void aLeadWhoCannotBeMailedHoldsUpNeitherVolunteersNorTheOtherLeads() {
    sql.sql(
            "update people.person set email = 'geen adres', roles = array['network_lead'] where id = :id")
        .param("id", world.erik().id())
        .update();
    for (var one : List.of(world.lotte(), world.ahmet())) {
      var volunteer = world.as(one);
      for (var turn = 0; turn < 2; turn++) {
        assertThat(volunteer.post("/volunteering", "system", nova, "why", "Ik help ze toch al"))
            .hasStatus(303);
        volunteer.post("/volunteering/withdrawal", "system", nova);
      }
      volunteer.post("/volunteering", "system", nova, "why", "Nu weet ik het zeker");
    }
    assertThat(told()).hasSize(2);
    var due = news.nextDue().orElseThrow().plusSeconds(60);
    assertThat(news.fireDue(due)).hasSize(1);
    assertThat(news.fireDue(due)).hasSize(1);
    assertThat(news.fireDue(due)).isEmpty();
    assertThat(told().subList(2, 4))
        .containsExactlyInAnyOrder(
            world.lotte().name() + " wil power user van Nova ERP worden",
            world.ahmet().name() + " wil power user van Nova ERP worden");
  }

  @Test
  void thanksThatAreTooLongAreRefusedAndStayThere() {
    var lotte = world.as(world.lotte());
    lotte.post("/volunteering", "system", nova, "why", "Ze vragen mij toch al");
    var refusal = "/network/candidates/" + world.lotte().id() + "/refusal";
    var long501 = "In het voorjaar graag. ".repeat(22).substring(0, 501);
    var refused = lead.post(refusal, "system", nova, "words", long501);
    assertThat(refused).hasStatus(422);
    var form = Browser.html(refused).expectFirst("form[action=" + refusal + "]");
    assertThat(form.expectFirst("textarea").wholeText()).isEqualTo(long501);
    assertThat(form.text()).contains("Schrijf hooguit 500 tekens");
    assertThat(names()).as("nobody was thanked").contains(world.lotte().name());
    assertThat(lead.post(refusal, "system", nova, "words", long501.substring(1))).hasStatus(303);
  }

  @Test
  void aVolunteerWhoIsNotAskedIsThankedAndWaitsNoLonger() {
    var lotte = world.as(world.lotte());
    lotte.post("/volunteering", "system", nova, "why", "Ze vragen mij toch al");
    var refusal = "/network/candidates/" + world.lotte().id() + "/refusal";
    assertThat(
            lead.page("/network/candidates?system=" + nova).select("form[action=" + refusal + "]"))
        .hasSize(1);
    assertThat(lotte.post(refusal, "system", nova)).as("not hers to answer").hasStatus(404);
    assertThat(lead.post(refusal, "system", nova, "words", "In het voorjaar graag")).hasStatus(303);
    assertThat(names()).doesNotContain(world.lotte().name());
    assertThat(
            sql.sql(
                    "select text_body from platform.mail where recipient = :lotte order by id desc limit 1")
                .param("lotte", world.lotte().email())
                .query(String.class)
                .single())
        .contains("Dank je wel dat je je meldde", "In het voorjaar graag");
    assertThat(lotte.page("/volunteering").select("textarea[name=why]"))
        .as("and can volunteer again")
        .isNotEmpty();
    assertThat(lead.post(refusal, "system", nova)).as("twice").hasStatus(409);
  }

  /** As on the cover screen: a power user without another one beside them is no hole. */
  @Test
  void aPowerUserIsNoColleagueWithoutOne() {
    world.as(world.lotte()).post("/volunteering", "system", nova, "why", "Ze vragen mij toch al");
    var before = withoutPowerUser();
    sql.sql(
            """
            insert into network.mandate (person_id, system_id, state, stage, share_percent, started_at)
            select min(mate.id), :nova, 'provisional', 'candidate_agreed', 10, '2026-11-01T09:00:00Z'
              from people.pub_person me join people.pub_person mate on mate.department_id = me.department_id
             where me.id = :lotte and mate.id <> me.id and mate.active
            """)
        .param("nova", world.nova())
        .param("lotte", world.lotte().id())
        .update();
    assertThat(withoutPowerUser()).isEqualTo(before - 1);
  }

  private int withoutPowerUser() {
    var row = lead.page("/network/candidates?system=" + nova).expectFirst(".lines li");
    return Integer.parseInt(
        row.text().replaceAll(".* (\\d+) collega’s in de afdeling hebben nu geen.*", "$1"));
  }

  @Test
  void fourNamesShowNobodyAndFiveShowANumber() {
    named(4);
    assertThat(names()).doesNotContain(world.ahmet().name());
    named(5);
    var page = lead.page("/network/candidates?system=" + nova).text();
    assertThat(page).contains(world.ahmet().name(), "Genoemd door 5 collega’s");
  }

  @Test
  void theSameColleagueTwiceIsOneAndNobodyNamesThemselves() {
    named(4);
    candidacies.nominate(others(1).getFirst(), world.nova(), world.ahmet().id(), clock.instant());
    assertThat(names()).doesNotContain(world.ahmet().name());
    var ahmet = world.as(world.ahmet());
    assertThat(
            ahmet.page("/nominations/new?system=" + nova + "&q=ahmet").select("#colleagues").text())
        .doesNotContain(world.ahmet().name());
    assertThat(ahmet.post("/nominations", "system", nova, "person", world.ahmet().id().toString()))
        .hasStatus(422);
  }

  @Test
  void aColleagueIsNamedFromTheLinkBesideASolvedQuestion() {
    var sanne = world.as(world.sanne());
    var found = sanne.page("/nominations/new?system=" + nova + "&q=fatima");
    assertThat(found.select("#colleagues strong").eachText()).contains(world.fatima().name());
    assertThat(sanne.post("/nominations", "system", nova, "person", world.fatima().id().toString()))
        .hasStatus(303);
    assertThat(sanne.post("/nominations", "system", nova, "person", "987654321")).hasStatus(404);
  }

  @Test
  void theNearestNameStandsFirstAndOneWrittenALittleDifferentlyIsFound() {
    var sanne = world.as(world.sanne());
    assertThat(sanne.page("/nominations/new?q=jo").expectFirst("#colleagues strong").text())
        .startsWith("Jo");
    assertThat(sanne.page("/nominations/new?q=faitma").select("#colleagues").text())
        .contains(world.fatima().name());
    assertThat(
            world
                .as(world.marieke())
                .page("/network/power-users/new?system=" + world.nova() + "&q=faitma")
                .text())
        .contains(world.fatima().name());
  }

  @Test
  void whoIsOneAlreadyIsNoCandidateAndNamesAreForgottenAfterAYear() {
    assertThat(
            world.as(world.fatima()).post("/volunteering", "system", nova, "why", "Ik ben het al"))
        .hasStatus(409);
    named(5);
    var due = forgetting.nextDue().orElseThrow();
    assertThat(due).isAfter(clock.instant().plus(Duration.ofDays(364)));
    assertThat(forgetting.fireDue(due.plusSeconds(5))).isNotEmpty();
    assertThat(names()).doesNotContain(world.ahmet().name());
  }
}
