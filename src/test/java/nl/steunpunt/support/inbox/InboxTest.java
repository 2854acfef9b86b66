package nl.steunpunt.support.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list that is longer than a screen: what is oldest first, the rest on request. */
@SteunpuntTest
class InboxTest {
  @Autowired World world;

  @Autowired JdbcClient sql;

  /** More than routing would give her: who is that full is passed over. */
  private void hold(int questions) {
    for (var i = 0; i < questions; i++) {
      world
          .as(world.sanne())
          .post("/questions", "system", world.nova().toString(), "text", "Vraag nummer " + i);
    }
    var fatima = world.fatima().id();
    sql.sql(
            """
            insert into support.participant (question_id, person_id, role, joined_at)
            select id, :fatima, 'power_user', asked_at from support.question where text like 'Vraag nummer %'
            on conflict do nothing
            """)
        .param("fatima", fatima)
        .update();
    sql.sql(
            """
            update support.question set power_user_id = :fatima, status = 'with_power_user'
             where text like 'Vraag nummer %'
            """)
        .param("fatima", fatima)
        .update();
  }

  @Test
  void whoHasALotSeesTheOldestAndCanSeeAll() {
    var fatima = world.as(world.fatima());
    assertThat(fatima.page("/inbox").select("a[href='/inbox?all=true']")).isEmpty();
    hold(41);
    var first = fatima.page("/inbox");
    assertThat(first.select("#inbox").attr("hx-get")).isEqualTo("/inbox");
    assertThat(first.select(".inbox-row")).hasSizeLessThanOrEqualTo(50);
    assertThat(first.text()).contains("Vraag nummer 0").doesNotContain("Vraag nummer 40");
    assertThat(first.select("a[href='/inbox?all=true']")).hasSize(1);
    var all = fatima.page("/inbox?all=true");
    assertThat(all.text()).contains("Vraag nummer 0").contains("Vraag nummer 40");
    assertThat(all.select("#inbox").attr("hx-get")).isEqualTo("/inbox?all=true");
    assertThat(all.select("a[href='/inbox?all=true']")).isEmpty();
  }

  @Test
  void whoCannotGoOnIsShownThoughTheyCameLast() {
    hold(41);
    sql.sql("update support.question set stuck = true where text = 'Vraag nummer 40'").update();
    sql.sql(
            """
            update support.question set snoozed_until = waiting_since + interval '30 days'
             where text = 'Vraag nummer 0'
            """)
        .update();
    var page = world.as(world.fatima()).page("/inbox");
    assertThat(page.expectFirst(".inbox-row").text()).contains("Vraag nummer 40");
    assertThat(page.text())
        .as("what was put aside takes nobody's place")
        .contains("Vraag nummer 39");
  }
}
