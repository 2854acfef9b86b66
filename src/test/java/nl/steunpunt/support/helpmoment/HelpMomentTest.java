package nl.steunpunt.support.helpmoment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Help in passing: one tap to note, undone or put right afterwards, and nobody else's business. */
@SteunpuntTest
class HelpMomentTest {
  @Autowired World world;
  @Autowired JdbcClient sql;

  Browser fatima;

  @BeforeEach
  void fatimaWalks() {
    fatima = world.as(world.fatima());
  }

  private String note(String... more) {
    var fields = new String[4 + more.length];
    System.arraycopy(
        new String[] {"system", world.nova().toString(), "minutes", "15"}, 0, fields, 0, 4);
    System.arraycopy(more, 0, fields, 4, more.length);
    var reply = fatima.post("/help-moments", fields);
    assertThat(reply).hasStatus(303);
    var noted = Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
    return noted.substring(0, noted.lastIndexOf('/'));
  }

  @Test
  void oneTapFromTheInboxAndTheMenuAndOneTapToSave() {
    var inbox = fatima.page("/inbox");
    assertThat(inbox.select(".menu a[href=/help-moments/new]")).hasSize(1);
    assertThat(inbox.select("main a[href=/help-moments/new]")).hasSize(1);
    var form = fatima.page("/help-moments/new").select("form[action=/help-moments]");
    assertThat(form.select("button[name=minutes]").eachAttr("value"))
        .containsExactly("5", "15", "30");
    assertThat(form.select("[required]")).isEmpty();
    assertThat(form.select("input[name=topic][checked]").val()).isEmpty();
  }

  @Test
  void itIsAtMyOwnPlaceUnlessSaidOtherwise() {
    var id = note().substring("/help-moments/".length());
    assertThat(
            sql.sql(
                    """
                    select h.department_id = p.department_id and h.location_id is not distinct from p.location_id
                      from support.help_moment h join people.person p on p.id = h.power_user_id
                     where h.id = :id and p.id = :fatima
                    """)
                .param("id", Long.parseLong(id))
                .param("fatima", world.fatima().id().value())
                .query(Boolean.class)
                .single())
        .isTrue();
    var other =
        fatima.page("/help-moments/new").select("select[name=place] option").eachAttr("value");
    assertThat(other).hasSizeGreaterThan(1);
    var there = fatima.page(note("place", other.getLast()));
    assertThat(there.select("select[name=place] option[selected]").val())
        .isEqualTo(other.getLast());
  }

  /** Also without JavaScript, and when the first answer was lost. */
  @Test
  void theSameFormSentTwiceNotesOneMoment() {
    var sending = fatima.page("/help-moments/new").expectFirst("[name=sending]").val();
    var first = note("sending", sending);
    assertThat(note("sending", sending)).isEqualTo(first);
    assertThat(note("sending", sending, "note", "Een ander")).isNotEqualTo(first);
    assertThat(note()).isNotEqualTo(first);
    assertThat(fatima.page("/help-moments/new").expectFirst("[name=sending]").val())
        .isNotEqualTo(sending);
  }

  @Test
  void undoneAtOnce() {
    var address = note("note", "bij de koffie");
    var undo = fatima.page(address + "/noted").select(".alert form, form.alert");
    assertThat(undo.text()).contains("Genoteerd: 15 minuten", "Ongedaan maken");
    assertThat(fatima.post(undo.attr("action"))).hasStatus(303);
    assertThat(fatima.page("/help-moments/new").text()).doesNotContain("bij de koffie");
    assertThat(fatima.get(address)).hasStatus(404);
  }

  @Test
  void putRightLater() {
    var address = note("note", "bij de kofie");
    fatima.post(
        address, "system", world.nova().toString(), "minutes", "5", "note", "bij de koffie");
    var list = fatima.page("/help-moments/new").select(".help-list").text();
    assertThat(list).contains("5 minuten · bij de koffie").doesNotContain("kofie");
  }

  @Test
  void nobodyElseSeesChangesOrRemovesIt() {
    var address = note("note", "tussen ons");
    var joost = world.as(world.joost());
    assertThat(joost.page("/help-moments/new").text()).doesNotContain("tussen ons");
    assertThat(joost.get(address)).hasStatus(404);
    assertThat(joost.get(address + "/noted")).hasStatus(404);
    assertThat(joost.post(address, "system", world.nova().toString(), "minutes", "5"))
        .hasStatus(404);
    assertThat(joost.post(address + "/removal")).hasStatus(404);
    assertThat(world.as(world.marieke()).get(address)).hasStatus(404);
    assertThat(fatima.page(address).select("input[name=note]").val()).isEqualTo("tussen ons");
  }

  @Test
  void whatCannotBeIsRefusedAndTheNoteIsKept() {
    var nova = world.nova().toString();
    for (var minutes : new String[] {"0", "481"}) {
      var reply =
          fatima.postFrom(
              "/help-moments/new",
              "/help-moments",
              "system",
              nova,
              "minutes",
              minutes,
              "note",
              "bleef staan");
      assertThat(reply).hasStatus(422);
      assertThat(reply).bodyText().contains("Kies 1 tot 480 minuten", "bleef staan");
    }
    assertThat(fatima.post("/help-moments", "system", nova, "minutes", "5", "topic", "987654321"))
        .hasStatus(422);
    assertThat(fatima.post("/help-moments", "system", nova, "minutes", "5", "place", "1-x"))
        .hasStatus(422);
    assertThat(fatima.post("/help-moments", "system", nova, "minutes", "5", "place", "987654321-"))
        .hasStatus(422);
    assertThat(
            fatima.post("/help-moments", "system", nova, "minutes", "5", "note", "x".repeat(501)))
        .hasStatus(422);
  }

  @Test
  void inEnglishForLiam() {
    assertThat(world.as(world.liam()).page("/help-moments/new").text())
        .contains("15 minutes")
        .doesNotContain("minuten");
  }
}
