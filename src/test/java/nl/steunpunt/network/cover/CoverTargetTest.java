package nl.steunpunt.network.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.world.Browser;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What is aimed at, and which topics are critical. */
class CoverTargetTest extends CoverWorld {
  @Test
  void topicsThatTooFewKnowAndWhichAreCritical() {
    var topic =
        number(
            "select min(id) from network.topic where system_id = ? and active",
            world.nova().value());
    sql.sql("delete from network.topic_knowledge where topic_id = ?").param(topic).update();
    var page = lead.page(COVER);
    var name =
        sql.sql("select name_nl from network.topic where id = ?")
            .param(topic)
            .query(String.class)
            .single();
    assertThat(text(page, "topics")).contains(name, "Niemand kent het goed");
    assertThat(lead.page(COVER + "?by=topic").select(".cover-places th").eachText()).contains(name);

    var form = lead.page(TARGET + "?system=" + nova);
    var fields = fields(form, "phase", "stable", "goLiveUpTo", "25");
    var without = new ArrayList<String>();
    for (var i = 0; i < fields.size(); i += 2) {
      if (!(fields.get(i).equals("critical") && fields.get(i + 1).equals("" + topic))) {
        without.addAll(fields.subList(i, i + 2));
      }
    }
    assertThat(lead.post(TARGET, without.toArray(String[]::new))).hasStatus(303);
    var after = lead.page(COVER);
    assertThat(after.expectFirst(".cover-ratio").text()).contains("hoogstens 1 op 100");
    assertThat(after.select("#needs").text()).doesNotContain("Niemand kent het goed");
    assertThat(number("select count(*) from platform.audit where what = 'cover_target_changed'"))
        .isEqualTo(1);
  }

  private static List<String> fields(Element page, String... changed) {
    var fields = new ArrayList<String>();
    page.select("main form input").stream()
        .filter(input ->
            !List.of("radio", "checkbox").contains(input.attr("type")) || input.hasAttr("checked"))
        .forEach(input -> {
          fields.add(input.attr("name"));
          fields.add(input.val());
        });
    for (var i = 0; i < changed.length; i += 2) {
      var at = fields.indexOf(changed[i]);
      fields.set(at + 1, changed[i + 1]);
    }
    return fields;
  }

  @Test
  void aTargetThatCannotBeComesBackWithWhatWasTyped() {
    var form = lead.page(TARGET + "?system=" + nova);
    var refused =
        lead.post(
            TARGET,
            fields(form, "goLiveFrom", "30", "goLiveUpTo", "20", "stableUpTo", "veel", "phase", "x")
                .toArray(String[]::new));
    assertThat(refused).hasStatus(422);
    var page = Browser.html(refused);
    assertThat(page.select(".error-summary a").eachAttr("href"))
        .containsExactly("#phase", "#goLiveUpTo", "#stableUpTo");
    assertThat(page.expectFirst("#stableUpTo").val()).isEqualTo("veel");
    assertThat(lead.page(TARGET + "?system=" + nova).expectFirst("#goLiveUpTo").val())
        .isEqualTo("20");
    assertThat(lead.get(TARGET + "?system=987654")).hasStatus(404);
  }
}
