package nl.steunpunt.issues.issue;

import static org.assertj.core.api.Assertions.assertThat;

import nl.steunpunt.world.SteunpuntTest;
import org.junit.jupiter.api.Test;

/** Who is hit, and where they work. */
@SteunpuntTest
class JoiningTest extends WithIssues {
  @Test
  void meTooJoinsOnceAndMayLeave() {
    var issue = reported();
    for (var i = 0; i < 2; i++) {
      world.as(world.sanne()).post(issue + "/me-too");
    }
    var page = world.as(world.sanne()).page(issue);
    assertThat(page.select("h2").text()).contains("1 persoon heeft er last van");
    assertThat(page.text()).contains("Je hoort het als er iets verandert.");
    world.as(world.sanne()).post(issue + "/leaving");
    assertThat(world.as(world.sanne()).page(issue).select("h2").text())
        .contains("Nog niemand heeft er last van");
  }

  @Test
  void onlyPlacesWithFiveOrMoreAreNamed() {
    var issue = reported();
    join(issue, "Finance", 6);
    join(issue, "Service", 2);
    var lonely = world.as(world.lotte()).page(issue);
    assertThat(lonely.select("h2").text()).contains("8 mensen hebben er last van");
    assertThat(lonely.select(".issue-places li")).isEmpty();
    join(issue, "Verkoop", 3);
    assertThat(world.as(world.lotte()).page(issue).select(".issue-places li").eachText())
        .containsExactly("Finance 6", "Elders 5");
  }

  private void join(String issue, String department, int people) {
    var joined =
        sql.sql(
                """
                insert into issues.me_too (issue_id, person_id, at)
                select :issue, p.id, i.created_at
                  from people.pub_person p join issues.issue i on i.id = :issue
                 where starts_with(p.department_path, :department || '/')
                 order by p.id limit :people
                """)
            .param("issue", id(issue))
            .param("department", department)
            .param("people", people)
            .update();
    assertThat(joined).isEqualTo(people);
  }
}
