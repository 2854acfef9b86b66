package nl.steunpunt.network.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import nl.steunpunt.network.Candidacies;
import nl.steunpunt.people.PersonId;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where nobody helps, and who could. */
class HolesTest extends CoverWorld {
  @Autowired Candidacies candidacies;
  @Autowired HelpCounting counting;

  private Element hole(String where) {
    return lead.page(COVER).select(".cover-hole").stream()
        .filter(hole -> hole.expectFirst(".cover-hole-where").text().equals(where))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aHoleOffersWhoWantsToAndWhoIsNear() {
    candidacies.volunteer(
        world.lotte().id(), world.nova(), "Ze vragen mij toch al", clock.instant());
    var hole = hole("Logistiek · Transport");
    assertThat(hole.select(".offers li")).hasSizeBetween(1, 3);
    var first = hole.expectFirst(".offers li");
    assertThat(first.text()).contains(world.lotte().name(), "Wil zelf");
    assertThat(first.select("a").attr("href")).endsWith("&person=" + world.lotte().id());
    assertThat(hole.text()).contains("werkt dichtbij", "heeft plek voor");

    var offer = hole.expectFirst(".offers a[href*=who=]").attr("href");
    var form = lead.page(offer);
    assertThat(form.select("input[name=who][checked]")).hasSize(1);
    var find = lead.page(hole.expectFirst(".cover-more a").attr("href"));
    assertThat(find.select("#candidates strong").eachText()).contains(world.lotte().name());
    assertThat(find.select(".find-place").text()).contains("Logistiek · Transport");
  }

  @Test
  void whoseManagerSaidNoCanBeAskedOnceMore() {
    sql.sql(
            """
            insert into network.mandate (person_id, system_id, state, stage, share_percent)
            values (?, ?, 'waiting', 'declined', 10)
            """)
        .param(world.lotte().id().value())
        .param(world.nova().value())
        .update();
    var offer = hole("Logistiek · Transport").expectFirst(".offers li");
    assertThat(offer.text())
        .contains(world.lotte().name(), "Niet akkoord", "leidinggevende opnieuw");
    assertThat(lead.get(offer.select("a").attr("href"))).hasStatusOk();
  }

  @Test
  void fewerNamesThanFiveAreNotShown() {
    var others =
        sql.sql("select id from people.pub_person where active and id <> ? order by id limit 4")
            .param(world.lotte().id().value())
            .query(PersonId.class)
            .list();
    others.forEach(
        one -> candidacies.nominate(one, world.nova(), world.lotte().id(), clock.instant()));
    assertThat(hole("Logistiek · Transport").text()).doesNotContain(world.lotte().name());
  }

  /** Whoever closes more of a hole stands first; with as much the nearer one. */
  @Test
  void amongThoseNearTheOneWithRoomForMostStandsFirst() {
    var differed = false;
    for (var most = 4; most <= 40; most += 4) {
      sql.sql("delete from network.cover_target").update();
      sql.sql(
              """
              insert into network.cover_target (system_id, phase, go_live_from, go_live_up_to, settling_from, settling_up_to,
                                                stable_up_to, knowers)
              values (?, 'go_live', 1, ?, 1, 100, 100, 2)
              """)
          .param(world.nova().value())
          .param(most)
          .update();
      for (var hole : lead.page(COVER).select(".cover-hole")) {
        var room =
            hole.select(".offers .small").eachText().stream()
                .filter(text -> text.startsWith("heeft plek voor"))
                .map(text -> Integer.valueOf(text.replaceAll("\\D+(\\d+).*", "$1")))
                .toList();
        assertThat(room).isSortedAccordingTo(Comparator.reverseOrder());
        differed |= room.stream().distinct().count() > 1;
      }
    }
    assertThat(differed).as("there was something to sort").isTrue();
  }

  @Test
  void aTeamThatOnlyCallsTheHelpdeskIsSeenAndNoLongerWhenItAsks() {
    var five =
        sql.sql(
                """
                select p.department_id, d.path from people.pub_person p
                  join people.pub_department d on d.id = p.department_id
                 where p.active group by 1, 2 having count(*) >= 5 order by 1 limit 1
                """)
            .query((row, n) -> List.of(row.getLong(1), row.getString(2)))
            .single();
    var caller =
        sql.sql("select min(id) from people.pub_person where active and department_id = ?")
            .param(five.getFirst())
            .query(Long.class)
            .single();
    for (var i = 0; i < 3; i++) {
      asked(caller, "desk_first");
    }
    count();
    var path = five.getLast().toString().replace("/", " · ");
    assertThat(text(lead.page(COVER), "calling")).contains(path, "3 keer");
    asked(caller, "asked");
    count();
    assertThat(lead.page(COVER).select("#need-calling")).isEmpty();
  }

  private void count() {
    sql.sql("delete from network.cover_counted").update();
    assertThat(counting.fireDue(clock.instant())).hasSize(1);
    assertThat(counting.fireDue(clock.instant())).as("once a day").isEmpty();
  }

  private void asked(long asker, String origin) {
    sql.sql(
            """
            insert into support.question (asker_id, filed_by_id, system_id, text, status, asked_at, changed_at, origin)
            values (:asker, :asker, :system, 'Nova', 'closed', :now, :now, :origin)
            """)
        .param("asker", asker)
        .param("system", world.nova())
        .param("now", clock.instant())
        .param("origin", origin)
        .update();
  }
}
