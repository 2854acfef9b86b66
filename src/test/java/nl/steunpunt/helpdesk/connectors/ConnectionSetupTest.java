package nl.steunpunt.helpdesk.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import nl.steunpunt.platform.outgoing.AnsweringServer;
import nl.steunpunt.platform.outgoing.OutgoingSettings;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.world.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an administrator fills in, and what the test button says of it. */
class ConnectionSetupTest extends WithPretendTracker {
  @Autowired ConnectionSetup setup;

  @Test
  void theTestSaysInWordsWhatIsWrong() {
    var id =
        connected(
            "places", "Nova ERP = Onbekend",
            "fields", "Afdeling = department\nSalaris = topic\nDue = link",
            "people", "piet = " + world.pieter().email() + "\nsanne = " + world.sanne().email());
    assertThat(test(id))
        .contains(
            "Servicedesk antwoordt (Request Tracker 5.0.3)",
            "geen rij \"Onbekend\"",
            "geen veld \"Salaris\"",
            "adres \"" + world.sanne().email() + "\"")
        .doesNotContain("Afdeling", "\"Due\"", world.pieter().email());
    sql.sql("update helpdesk.connection set address = 'http://127.0.0.1:1' where id = :id")
        .param("id", id)
        .update();
    assertThat(test(id)).contains("Servicedesk werkt niet", "niet versleuteld");
  }

  @Test
  void whatWasNotTriedSaysSoWhereItIsChosenAndWhereItIs() {
    var choice = admin().page("/admin/connections").select("a[href$='kind=zammad']").text();
    assertThat(choice).contains("nog niet geprobeerd");
    assertThat(admin().page("/admin/connections").select("a[href$='kind=redmine']").text())
        .isEqualTo("Redmine");
    assertThat(admin().page("/admin/connections/new?kind=zammad").text())
        .contains("nog niet met een echte server geprobeerd");
    connected("kind", "zammad");
    assertThat(admin().page("/admin/connections").select("section.card").text())
        .contains("nog niet met een echte server geprobeerd");
  }

  @Test
  void theKeyIsKeptSealedAndShownNowhere() {
    var id = connected("key", "xk3wq8r5tjbnmy9ufdhc7");
    var row =
        sql.sql("select to_json(c)::text from helpdesk.connection c where id = :id")
            .param("id", id)
            .query(String.class)
            .single();
    assertThat(row).doesNotContain("xk3wq8r5tjbnmy9ufdhc7");
    assertThat(
            sql.sql("select string_agg(detail::text, ' ') from platform.audit")
                .query(String.class)
                .single())
        .doesNotContain("xk3wq8r5tjbnmy9ufdhc7");
    assertThat(admin().page("/admin/connections/" + id).html())
        .doesNotContain("xk3wq8r5tjbnmy9ufdhc7");
    admin().post("/admin/connections/" + id, fields("key", "", "name", "Anders"));
    assertThat(admin().page("/admin/connections").text()).contains("Anders");
    assertThat(
            sql.sql("select sealed_key from helpdesk.connection where id = :id")
                .param("id", id)
                .query(String.class)
                .single())
        .isEqualTo(
            new tools.jackson.databind.json.JsonMapper()
                .readTree(row)
                .path("sealed_key")
                .asString());
  }

  /** Whoever gets at the screen for a minute must not be able to send it to a server of theirs. */
  @Test
  void theKeyGoesToNoOtherAddressUnasked() {
    var id = connected();
    var asked = tracker.asked.size();
    var reply =
        admin()
            .post(
                "/admin/connections/" + id,
                fields("key", "", "address", "https://rt.example.org", "name", "Anders"));
    assertThat(reply).hasStatus(422);
    assertThat(Browser.html(reply).select("#key-error").text()).contains("Plak hem opnieuw");
    assertThat(Browser.html(reply).expectFirst("#name").val()).isEqualTo("Anders");
    assertThat(admin().page("/admin/connections").text()).doesNotContain("rt.example.org");
    assertThat(tracker.asked).hasSize(asked);
    // A line at the end is no other address.
    assertThat(
            admin().post("/admin/connections/" + id, fields("key", "", "address", address() + "/")))
        .hasStatus(303);
  }

  @Test
  void theSecondOfTwoWhoChangeOneIsTold() {
    var id = connected();
    var path = "/admin/connections/" + id;
    var version = admin().page(path).expectFirst("[name=version]").val();
    assertThat(admin().post(path, fields("key", "", "name", "Eerste", "version", version)))
        .hasStatus(303);
    var late = admin().post(path, fields("key", "", "name", "Tweede", "version", version));
    assertThat(late).hasStatus(409);
    var page = Browser.html(late);
    assertThat(page.select("[role=alert]").text()).contains("Eerste", "intussen", address());
    assertThat(page.expectFirst("#name").val()).isEqualTo("Tweede");
    assertThat(page.select("#otherwise dt, #otherwise dd").eachText())
        .as("what saving it once more would undo, and nothing else")
        .containsExactly("Naam", "Eerste");
    assertThat(admin().page("/admin/connections").text()).contains("Eerste");
    var seen = page.expectFirst("[name=version]").val();
    assertThat(admin().post(path, fields("key", "", "name", "Tweede", "version", seen)))
        .hasStatus(303);
    assertThat(admin().page("/admin/connections").text()).contains("Tweede");
  }

  /** It is the key of wherever a colleague sent it between the look at the form and the saving. */
  @Test
  void aKeyThatIsKeptGoesWithTheAddressThatItWasTypedFor() {
    var id = new ConnectionId(connected());
    var form = ConnectionForm.of(setup.one(id), world.chantal().email());
    var held = setup.one(id);
    var elsewhere =
        fields("key", "van-elders", "address", "https://rt.example.org", "name", "Elders");
    assertThat(admin().post("/admin/connections/" + id, elsewhere)).hasStatus(303);
    assertThatThrownBy(() -> setup.change(id, form, world.chantal().id(), held))
        .isInstanceOf(Refusal.class);
    assertThat(setup.one(id).address()).isEqualTo("https://rt.example.org");
  }

  /** Number 1 is somebody else's ticket in another system. */
  @Test
  void aConnectionMovesOnlyToWhereItsTicketsAre() throws IOException {
    var id = connected();
    handedOver();
    exchange();
    var other = new PretendTracker();
    try (var there = AnsweringServer.plain(other)) {
      var address = "http://127.0.0.1:" + there.port();
      settings.put(
          OutgoingSettings.SETTING,
          new OutgoingSettings(List.of(address(), address), List.of("127.0.0.1")));
      assertThat(moved(id, address)).contains("Maak dan een nieuwe koppeling");
      there.answer(hangsUp());
      assertThat(moved(id, address)).contains("dat lukte niet");
      there.answer(tracker);
      assertThat(admin().post("/admin/connections/" + id, fields("address", address)))
          .hasStatus(303);
      handedOver();
      exchange();
      assertThat(there.got()).anyMatch(got -> got.line().startsWith("POST"));
    }
  }

  private String moved(long id, String address) {
    var reply = admin().post("/admin/connections/" + id, fields("address", address));
    assertThat(reply).hasStatus(422);
    return Browser.html(reply).select("#address-error").text();
  }

  private static AnsweringServer.Answering hangsUp() {
    return (_, _) -> {};
  }

  @Test
  void whatCannotBeIsRefusedAndWhatWasTypedIsKept() {
    refused("address", "http://rt.example.org", "niet versleuteld");
    refused("address", "https://elders.example", "niet op de lijst");
    refused("address", "", "Geef het adres");
    refused("name", "", "een naam");
    refused("key", "", "Plak de sleutel");
    refused("key", "met spatie", "Plak de sleutel");
    refused("speaker", world.sanne().email(), "rol helpdesk");
    refused("speaker", "niemand@novum.example", "rol helpdesk");
    refused("place", "", "waar nieuwe meldingen");
    refused("places", "Onbekend = X", "geen systeem dat zo heet");
    refused("places", "Nova ERP", "links = rechts");
    refused("fields", "Iets = salaris", "niet invullen");
    refused("statuses", "open = misschien", "open, closed of returned");
    refused("statuses", "open = open", "ten minste één status");
    refused("people", "x".repeat(5_000), "te lang");
  }

  private void refused(String field, String value, String why) {
    var reply = admin().post("/admin/connections", fields(field, value));
    assertThat(reply).as(field + " " + value).hasStatus(422);
    var page = Browser.html(reply);
    assertThat(page.select(".field-error").text()).as(field + " " + value).contains(why);
    assertThat(page.expectFirst("#name").val())
        .isEqualTo(field.equals("name") ? value : "Servicedesk");
  }
}
