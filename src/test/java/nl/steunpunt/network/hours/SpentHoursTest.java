package nl.steunpunt.network.hours;

import static org.assertj.core.api.Assertions.assertThat;

import nl.steunpunt.people.PersonId;
import org.junit.jupiter.api.Test;

/** Hours that are spent, and quiet ones, send the next question to somebody else. */
class SpentHoursTest extends HoursWorld {
  @Test
  void spentHoursSendTheNextQuestionToTheDeputyAndMyScreenSaysSo() {
    assertThat(holder(ask(world.sanne()))).isEqualTo(world.fatima().id());
    enter(fatima, "700");
    var next = ask(world.sanne());
    assertThat(holder(next)).isEqualTo(world.joost().id());
    var route = world.as(world.sanne()).page(next).text();
    assertThat(route)
        .contains("je eigen power user wordt nu even ontzien")
        .doesNotContainPattern("\\b[Uu]ren\\b");
    assertThat(fatima.page("/hours").text()).contains("Je uren voor deze week zijn op");
    assertThat(fatima.page("/inbox").select(".away").text())
        .contains("Je uren voor deze week zijn op");
    fatima.post("/hours/pieces/" + piece("round") + "/correction", "minutes", "10");
    assertThat(holder(ask(world.sanne()))).isEqualTo(world.fatima().id());
  }

  private PersonId holder(String question) {
    return sql.sql("select power_user_id from support.question where id = :id")
        .param("id", Long.parseLong(question.substring(question.lastIndexOf('/') + 1)))
        .query(PersonId.class)
        .single();
  }

  @Test
  void quietHoursSendItToAnotherAndComeBackByThemselves() {
    var wall = clock.instant().atZone(clock.getZone());
    var day = String.valueOf(wall.getDayOfWeek().getValue());
    var set =
        fatima.post("/availability/quiet", "day", day, "from", "00:00", "until", "23:59:59.999999");
    assertThat(set).hasStatus(303);
    assertThat(holder(ask(world.sanne()))).isEqualTo(world.joost().id());
    assertThat(fatima.page("/inbox").select(".away").text()).contains("stille uren");
    fatima.post("/availability/quiet/removal", "day", day, "from", "00:00");
    assertThat(holder(ask(world.sanne()))).isEqualTo(world.fatima().id());
    var otherDay = String.valueOf(wall.getDayOfWeek().plus(1).getValue());
    fatima.post("/availability/quiet", "day", otherDay, "from", "09:00", "until", "12:00");
    fatima.post("/availability/quiet", "day", otherDay, "from", "11:00", "until", "13:00");
    assertThat(
            fatima
                .page("/availability")
                .select("form[action=/availability/quiet/removal] > span")
                .eachText())
        .hasSize(1)
        .first()
        .asString()
        .contains("09:00", "13:00");
    assertThat(holder(ask(world.sanne()))).isEqualTo(world.fatima().id());
    assertThat(fatima.post("/availability/quiet", "day", "1", "from", "12:00", "until", "09:00"))
        .hasStatus(422);
    assertThat(fatima.post("/availability/quiet", "from", "09:00", "until", "12:00"))
        .hasStatus(422);
  }
}
