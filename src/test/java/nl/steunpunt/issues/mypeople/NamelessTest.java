package nl.steunpunt.issues.mypeople;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.issue.IssueJoining;
import nl.steunpunt.issues.telling.IssueWorld;
import nl.steunpunt.notify.MorningNews;
import nl.steunpunt.notify.Occasion;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is hit without their name cannot be told from who is not, whatever a power user asks, takes
 * from each other or waits for: they count among five or more alone.
 */
@SteunpuntTest
class NamelessTest {
  @Autowired World world;
  @Autowired IssueWorld issues;
  @Autowired IssueJoining joining;
  @Autowired HitPeopleNews news;
  @Autowired List<MorningNews> morning;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;

  private List<PersonId> fatimas = List.of();

  /** She serves so many, Sanne first, and Joost stands in for her; he serves nobody of his own. */
  private void fatimaServes(int people) {
    fatimas =
        sql.sql(
                """
                select id from people.pub_active_person where id not in (:powerUsers)
                 order by id <> :sanne, id limit :people
                """)
            .param("powerUsers", List.of(world.fatima().id(), world.joost().id()))
            .param("sanne", world.sanne().id())
            .param("people", people)
            .query(PersonId.class)
            .list();
    sql.sql(
            """
            delete from network.constituency
             where system_id = :nova and (person_id in (:them) or power_user_id in (:powerUsers))
            """)
        .param("nova", world.nova())
        .param("them", fatimas)
        .param("powerUsers", List.of(world.fatima().id(), world.joost().id()))
        .update();
    for (var powerUser : List.of(world.fatima(), world.joost())) {
      sql.sql(
              """
              insert into network.constituency (person_id, system_id, rank, power_user_id, mandate_id, via, nearness)
              select p.id, :nova, :rank, m.person_id, m.id, 'location', 1
                from network.mandate m, people.pub_active_person p
               where m.person_id = :powerUser and m.system_id = :nova and p.id in (:them)
              """)
          .param("nova", world.nova())
          .param("rank", powerUser.equals(world.fatima()) ? 0 : 1)
          .param("powerUser", powerUser.id())
          .param("them", fatimas)
          .update();
    }
    assertThat(
            sql.sql("select count(*)::int from network.pub_constituency where power_user_id = :her")
                .param("her", world.fatima().id())
                .query(Integer.class)
                .single())
        .isEqualTo(people);
  }

  private void isHitNamelessly(PersonId whom, long issue) {
    joining.joinWithoutName(whom, new IssueId(issue));
  }

  private void saysSo(PersonId whom, long issue) {
    sql.sql(
            """
            insert into issues.me_too (issue_id, person_id, at, named) select id, :whom, created_at, true
              from issues.issue where id = :issue
            on conflict (issue_id, person_id) do update set named = true
            """)
        .param("issue", issue)
        .param("whom", whom)
        .update();
  }

  private String api(Colleague who, String path) {
    var reply =
        world
            .api()
            .get()
            .uri("/api/v1" + path)
            .header("Authorization", "Bearer " + world.token(who))
            .exchange();
    return new String(reply.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  /** All that can be read of these people, by address: whole, by place and by department. */
  private Map<String, String> everyAnswer(Colleague who) {
    var page = world.as(who).page("/my-people");
    var places = new ArrayList<String>();
    for (var name : List.of("department", "location")) {
      page.select("#mypeople-" + name + " option[value~=\\d]")
          .eachAttr("value")
          .forEach(value -> places.add(name + "=" + value));
    }
    var answers = new LinkedHashMap<String, String>();
    answers.put("", api(who, "/my-people") + page.select("main").text());
    for (var place : places) {
      answers.put(
          place,
          api(who, "/my-people?" + place)
              + world.as(who).page("/my-people?" + place).select("main").text());
    }
    answers.put(
        "notices", api(who, "/notices") + world.as(who).page("/notices").select("main").text());
    answers.put("morning", inTheMorning(who));
    return answers;
  }

  private String inTheMorning(Colleague who) {
    var reader = new MorningNews.Reader(who.id(), Locale.of("nl"));
    return morning.stream()
        .filter(one -> one.occasion() == Occasion.PEOPLE_HIT)
        .map(one -> one.write(List.of(reader), clock.instant()).toString())
        .toList()
        .toString();
  }

  private static Map<String, String> withoutTheWhole(Map<String, String> answers) {
    var others = new LinkedHashMap<>(answers);
    others.remove("");
    others.remove("morning");
    return others;
  }

  @Test
  void byPlaceOnlyWhoSaidSoCounts() {
    fatimaServes(7);
    var issue = issues.issue();
    saysSo(world.sanne().id(), issue);
    var before = everyAnswer(world.fatima());
    assertThat(before).hasSizeGreaterThan(4);
    isHitNamelessly(fatimas.getLast(), issue);
    var after = everyAnswer(world.fatima());
    assertThat(withoutTheWhole(after)).isEqualTo(withoutTheWhole(before)).isNotEmpty();
    assertThat(after.get("")).contains("\"hit\":2", "2 van je mensen");
    assertThat(after.get("morning")).contains("2 van je mensen");
  }

  @Test
  void whatNobodySaidSoOfStandsAtNoPlace() {
    fatimaServes(7);
    var issue = issues.issue();
    isHitNamelessly(fatimas.getLast(), issue);
    var answers = everyAnswer(world.fatima());
    assertThat(answers.get("")).contains("\"hit\":1", IssueWorld.TITLE);
    assertThat(withoutTheWhole(answers).values()).noneMatch(one -> one.contains(IssueWorld.TITLE));
  }

  /** Nor by who said so meanwhile: what is left then is fewer than five. */
  @Test
  void amongFewerThanFiveTheyAreNotThere() {
    fatimaServes(5);
    var issue = issues.issue();
    isHitNamelessly(fatimas.getLast(), issue);
    assertThat(everyAnswer(world.fatima()).get("")).contains("\"hit\":1");
    saysSo(world.sanne().id(), issue);
    assertThat(everyAnswer(world.fatima()).get("")).contains("\"hit\":1", world.sanne().name());

    fatimaServes(4);
    var other = issues.issue();
    var before = everyAnswer(world.fatima());
    isHitNamelessly(fatimas.getLast(), other);
    assertThat(everyAnswer(world.fatima())).isEqualTo(before);
  }

  /** Else two power users who compare, or one before and after, would know of a few people. */
  @Test
  void aDeputyIsToldOfNamesAlone() {
    fatimaServes(7);
    var issue = issues.issue();
    saysSo(world.sanne().id(), issue);
    issues.away(world.fatima());
    var before = everyAnswer(world.joost());
    assertThat(before.get("")).contains(IssueWorld.TITLE, "\"hit\":1");
    isHitNamelessly(fatimas.getLast(), issue);
    assertThat(everyAnswer(world.joost())).isEqualTo(before);
  }

  @Test
  void newsToTellCountsThemTheSame() {
    fatimaServes(5);
    var few = issues.issue();
    saysSo(world.sanne().id(), few);
    isHitNamelessly(fatimas.getLast(), few);
    issues.change(few, "in_progress", "");
    issues.afterTheQuietSpell();
    assertThat(api(world.fatima(), "/notices")).contains("\"hit\":1", "\"heard\":0");
    assertThat(world.as(world.fatima()).page("/notices").select("main").text())
        .contains("1 van je mensen heeft er last van");

    fatimaServes(7);
    assertThat(api(world.fatima(), "/notices")).contains("\"hit\":2", "\"heard\":1");
  }

  /** Whether there is a card to say something of tells as much as the card. */
  @Test
  void ofTheNamelessAloneThereIsNoNewsToTell() {
    fatimaServes(4);
    var issue = issues.issue();
    isHitNamelessly(fatimas.getLast(), issue);
    issues.change(issue, "in_progress", "");
    var words = "/notices/" + issue + "/words";
    assertThat(world.as(world.fatima()).post(words, "news", issues.news(issue), "language", "nl"))
        .hasStatus(404);
    issues.away(world.fatima());
    assertThat(world.as(world.joost()).post(words, "news", issues.news(issue), "language", "nl"))
        .hasStatus(404);
  }

  /** To be told at that very moment says as much as the count. */
  @Test
  void noOpenPageIsToldOfWhatItDoesNotShow() {
    fatimaServes(4);
    var issue = issues.issue();
    told();
    var before = world.renewals(world.fatima());
    isHitNamelessly(fatimas.getLast(), issue);
    issues.change(issue, "in_progress", "");
    told();
    leaves(fatimas.getLast(), issue);
    assertThat(world.renewals(world.fatima())).isEqualTo(before);

    fatimaServes(7);
    isHitNamelessly(fatimas.getLast(), issue);
    assertThat(world.renewals(world.fatima())).isEqualTo(before + 1);
    issues.change(issue, "confirmed", "");
    told();
    assertThat(world.renewals(world.fatima())).isEqualTo(before + 2);
    leaves(fatimas.getLast(), issue);
    assertThat(world.renewals(world.fatima())).isEqualTo(before + 3);
  }

  private void leaves(PersonId whom, long issue) {
    joining.notHit(new IssueId(issue), whom);
  }

  private void told() {
    while (news.makeSome() > 0) {
      assertThat(news.isRunning()).isTrue();
    }
  }
}
