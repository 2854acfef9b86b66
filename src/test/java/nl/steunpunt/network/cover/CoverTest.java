package nl.steunpunt.network.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.steunpunt.network.Mandates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How many, where, and since when. */
class CoverTest extends CoverWorld {
  @Autowired Mandates mandates;
  @Autowired HelpCounting counting;

  @ParameterizedTest
  @CsvSource({
    "nl, Power users en collega’s, Net live, Per plek, Geen power user",
    "en, Power users and colleagues, Just gone live, By place, No power user"
  })
  void speaksTheLeadsLanguage(
      String language, String ratio, String phase, String place, String need) {
    sql.sql("update people.person set language = ? where id = ?")
        .param(language)
        .param(world.marieke().id().value())
        .update();
    var page = lead.page(COVER);
    assertThat(page.expectFirst(".cover-ratio h2").text()).isEqualTo(ratio);
    assertThat(page.expectFirst(".cover-ratio").text()).contains(phase, "1");
    assertThat(page.select(".cover-where nav a").eachText()).contains(place);
    assertThat(page.expectFirst("#need-holes").text()).startsWith(need);
  }

  @Test
  void theNumbersAreThoseOfThePeople() {
    var users =
        number(
            """
            select count(*) from people.pub_person p where p.active
               and not exists (select from network.pub_power_user u where u.person_id = p.id and u.system_id = ?)
            """,
            world.nova().value());
    var unserved =
        number(
            """
            select count(*) from people.pub_person p where p.active
               and not exists (select from network.pub_power_user u where u.person_id = p.id and u.system_id = ?)
               and not exists (select from network.constituency c
                                where c.person_id = p.id and c.system_id = ? and c.rank = 0)
            """,
            world.nova().value(),
            world.nova().value());
    var page = lead.page(COVER);
    assertThat(page.select(".cover-numbers .tile-number").get(1).text()).isEqualTo("" + unserved);
    assertThat(page.expectFirst(".cover-ratio").text()).contains(users + " collega’s");
    for (var by : List.of("department", "location")) {
      var rows = lead.page(COVER + "?by=" + by).select(".cover-places tbody tr:not(.board-child)");
      assertThat(
              rows.stream().mapToLong(row -> Long.parseLong(row.select("td").get(0).text())).sum())
          .as(by)
          .isEqualTo(users);
    }
  }

  /** Who leaves the directory's active people is no user any more. */
  @Test
  void onlyActivePeopleCount() {
    var before = sums(COVER);
    sql.sql("update people.person set active = false where id = ?")
        .param(world.lotte().id().value())
        .update();
    assertThat(sums(COVER)).as("nothing was counted anew").isEqualTo(before);
    counting.fireDue(clock.instant().plus(Duration.ofDays(2)));
    assertThat(sums(COVER)).isEqualTo(before - 1);
  }

  private int sums(String address) {
    return lead.page(address).select(".cover-places tbody tr:not(.board-child)").stream()
        .mapToInt(row -> Integer.parseInt(row.select("td").get(0).text()))
        .sum();
  }

  @Test
  void eachTileLeadsToItsPlaceAndSaysInWordsWhatItShows() {
    var page = lead.page(COVER);
    var tile =
        page.select(".map-desk .map-tile").stream()
            .filter(one -> one.attr("aria-label").startsWith("Transport,"))
            .findFirst()
            .orElseThrow();
    assertThat(tile.attr("aria-label")).contains("zonder power user", "zonder vervanger");
    assertThat(tile.select("rect[fill^=url(#lines]"))
        .as("a pattern beside the colour")
        .isNotEmpty();
    var there = lead.page(tile.attr("href"));
    assertThat(there.select(".cover-above strong").text()).isEqualTo("Transport");
    assertThat(there.select(".cover-hole-where").eachText())
        .containsExactly("Logistiek · Transport");
    assertThat(there.select(".map-tile")).isEmpty();
    assertThat(page.select(".cover-map a")).allMatch(link -> !link.attr("href").isEmpty());
  }

  /** By what the histories tell, whatever the state says today. */
  @Test
  void theWeeksTellHowManyHadAnAgreementThen() {
    var before = week(2);
    var now = week(0);
    var joost = mandates.of(world.joost().id(), world.nova()).orElseThrow();
    assertThat(lead.post("/network/power-users/" + joost.id() + "/ending")).hasStatus(303);
    assertThat(week(2)).as("what was, was").isEqualTo(before);
    assertThat(week(0)).isEqualTo(List.of(now.get(0) - 1, now.get(1) - 1));
    assertThat(week(0))
        .isEqualTo(
            List.of(
                (int)
                    number(
                        "select count(*) from network.pub_power_user where system_id = ?",
                        world.nova().value()),
                (int)
                    number(
                        "select count(*) from network.pub_power_user where state = 'active' and system_id = ?",
                        world.nova().value())));
  }

  /** Power users and those with an agreement, so many weeks back. */
  private List<Integer> week(int back) {
    var rows = lead.page(COVER).select("section[aria-labelledby=path] tbody tr");
    var numbers = rows.get(rows.size() - 1 - back).select("td");
    return List.of(
        Integer.parseInt(numbers.get(0).text()), Integer.parseInt(numbers.get(1).text()));
  }

  @Test
  void aWeekThatNobodyCountedSaysSoAndTheStepsLeadOn() {
    counting.fireDue(clock.instant().plus(Duration.ofDays(2)));
    var path = lead.page(COVER).expectFirst("section[aria-labelledby=path]");
    assertThat(path.text()).contains("niet geteld");
    assertThat(path.select("ol a").eachText())
        .anyMatch(step -> step.startsWith("Krijg antwoord van"))
        .anyMatch(step -> step.startsWith("Vraag de leidinggevenden van 3"));
    assertThat(path.select("ol p.quiet").eachText()).anyMatch(then -> then.contains("van de 20"));
    assertThat(
            lead.page(COVER + "?at=" + department(world.lotte())).select("[aria-labelledby=path]"))
        .as("of the whole organisation")
        .isEmpty();
  }

  @Test
  void oneListAloneGoesOnInPages() {
    var page = lead.page(COVER + "?only=alone");
    assertThat(page.select("#needs section")).hasSize(1);
    assertThat(page.select(".cover-map")).isEmpty();
    assertThat(lead.page(COVER + "?only=nonsense&by=nonsense&from=-3").select(".cover-map"))
        .hasSize(2);
  }

  @Test
  void isForTheNetworkLeadAndAPlaceThatIsNotThereIsNowhere() {
    for (var other : List.of(world.fatima(), world.willemijn(), world.pieter(), world.noor())) {
      assertThat(world.as(other).get(COVER)).hasStatus(404);
      assertThat(world.as(other).get(TARGET + "?system=" + nova)).hasStatus(404);
      assertThat(world.as(other).post(TARGET, "system", nova)).hasStatus(404);
    }
    assertThat(lead.get(COVER + "?at=987654321")).hasStatus(404);
    assertThat(lead.get(COVER + "?by=location&at=" + department(world.lotte()) * 1000))
        .hasStatus(404);
  }
}
