package nl.steunpunt.network.poster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.steunpunt.people.PersonalRecords;
import nl.steunpunt.people.PersonalRecords.Leaver;
import nl.steunpunt.people.PersonalRecords.Section;
import nl.steunpunt.platform.brand.Brands;
import nl.steunpunt.platform.brand.Colour;
import nl.steunpunt.world.Colleague;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Of what hangs, what must be printed anew, and whose name stands on it. */
class MustBeReplacedTest extends HangingWorld {
  @Autowired Brands brands;
  @Autowired List<PersonalRecords> records;

  private String reason() {
    return world.as(world.marieke()).page("/posters/hanging").select(".badge-warn + span").text();
  }

  @Test
  void saysWhatMustBeReplacedAndWhy() {
    hang(world.marieke(), floor);
    assertThat(reason()).isEmpty();
    brands.change("Novum", Colour.of("#aa0055").orElseThrow());
    assertThat(reason()).contains("logo");
    sql.sql(
            """
            update people.person set location_id = :elsewhere
             where location_id in (select id from people.location where path like 'Utrecht/Gebouw B/3%')
            """)
        .param("elsewhere", elsewhere)
        .update();
    assertThat(reason()).contains("werkt niemand meer");
    var code = sql.sql("select code from network.hanging").query(String.class).single();
    world.as(world.marieke()).post("/posters/codes/" + code + "/withdrawal");
    assertThat(reason()).contains("code geldt niet meer");
    assertThat(first(world.marieke()).select("a[href*='/posters/piece?location=" + floor + "']"))
        .hasSize(1);
  }

  /** The paper is hers, the place is not. */
  @Test
  void whoseSignHangsElsewhereIsLedToWhatSheMayPrint() {
    var fatima = world.as(world.fatima());
    fatima.post("/profile/paper", "name", "true");
    hangs(world.fatima(), "location", "" + floor, "person", "" + world.fatima().id());
    sql.sql("update network.hanging set location_id = :there").param("there", elsewhere).update();
    var anew = first(world.fatima()).expectFirst("a[href^='/posters/piece']").attr("href");
    assertThat(fatima.get(anew)).hasStatusOk();
  }

  @Test
  void aNameOnASignThatNoLongerBelongsThereMustGo() {
    var fatima = world.as(world.fatima());
    fatima.post("/profile/paper", "name", "true");
    hangs(world.fatima(), "location", "" + floor, "person", "" + world.fatima().id());
    var sign = first(world.marieke());
    assertThat(sign.text()).contains("Fatima El Idrissi", "Bureaubordje");
    assertThat(reason()).isEmpty();

    fatima.post("/profile/paper");
    assertThat(reason()).as("she agrees no longer").contains("De naam die erop staat");
    fatima.post("/profile/paper", "name", "true");
    assertThat(reason()).isEmpty();
    moves(world.fatima(), elsewhere);
    assertThat(reason()).as("she moved").contains("De naam die erop staat");
    assertThat(first(world.fatima()).text()).as("she can take it away").contains("Vervangen");
    moves(world.fatima(), place("Utrecht/Gebouw B/3/B3.12"));
    assertThat(reason()).isEmpty();
    sql.sql(
            "update network.mandate set state = 'ended', ended_at = '2026-01-01Z' where person_id = :id")
        .param("id", world.fatima().id())
        .update();
    assertThat(reason()).as("she is no power user").contains("De naam die erop staat");

    var her = world.fatima();
    assertThat(sections(her)).contains("named_paper");
    records.forEach(one -> one.erase(new Leaver(her.id(), her.name(), her.email(), null)));
    assertThat(sections(her)).doesNotContain("named_paper");
    assertThat(first(world.marieke()).text()).doesNotContain("Fatima");
    assertThat(reason()).as("the paper still hangs").contains("De naam die erop staat");
  }

  @Test
  void whoseNameItWasIsForgottenWithTheRole() {
    world.as(world.fatima()).post("/profile/paper", "name", "true");
    hangs(world.fatima(), "location", "" + floor, "person", "" + world.fatima().id());
    sql.sql(
            "update network.mandate set state = 'ended', ended_at = '2026-01-01Z' where person_id = :id")
        .param("id", world.fatima().id())
        .update();
    rules.stream()
        .filter(one -> one.name().equals("profiles"))
        .findFirst()
        .orElseThrow()
        .forgetting()
        .forget(Instant.parse("2099-01-01T00:00:00Z"), 100);
    assertThat(sections(world.fatima())).doesNotContain("named_paper");
    assertThat(reason()).contains("De naam die erop staat");
  }

  private List<String> sections(Colleague who) {
    return records.stream()
        .flatMap(one -> one.about(who.id()).stream())
        .filter(section -> !section.rows().isEmpty())
        .map(Section::name)
        .map(Objects::requireNonNull)
        .toList();
  }

  @Test
  void whereNoNameIsPrintedNoneIsKept() {
    hangs(world.fatima(), "location", "" + floor, "person", "" + world.fatima().id());
    moves(world.fatima(), elsewhere);
    assertThat(reason()).isEmpty();
    assertThat(first(world.marieke()).text()).doesNotContain("Fatima");
  }

  @Test
  void ofADepartmentThatMovedOnlyItsOwnPieceMustGo() {
    var department =
        sql.sql("select id from people.department where path = 'Finance/Crediteuren'")
            .query(Long.class)
            .single();
    hangs(world.marieke(), "location", "" + floor, "department", "" + department);
    hang(world.marieke(), floor);
    assertThat(reason()).isEmpty();
    moves(world.pieter(), floor);
    sql.sql("update people.person set location_id = :there where department_id = :department")
        .param("there", elsewhere)
        .param("department", department)
        .update();
    assertThat(reason()).isEqualTo("Deze afdeling zit hier niet meer.");
    assertThat(first(world.marieke()).text()).contains("Crediteuren");
    assertThat(
            world
                .as(world.fatima())
                .post(
                    "/posters/hanging",
                    "location",
                    "" + floor,
                    "department",
                    "" + department,
                    "format",
                    "a4"))
        .as("that is for the lead")
        .hasStatus(404);
  }

  private void hangs(Colleague who, String... of) {
    var fields = Stream.concat(Stream.of(of), Stream.of("format", "desk")).toArray(String[]::new);
    assertThat(world.as(who).post("/posters/hanging", fields)).hasStatus(303);
  }

  private void moves(Colleague who, long where) {
    sql.sql("update people.person set location_id = :where where id = :id")
        .param("where", where)
        .param("id", who.id())
        .update();
  }
}
