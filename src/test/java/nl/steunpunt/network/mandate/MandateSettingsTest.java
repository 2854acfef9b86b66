package nl.steunpunt.network.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SteunpuntTest
class MandateSettingsTest {
  @Autowired World world;
  @Autowired MandateWorld mandates;

  @AfterEach
  void otherTestsReadTheUsualAgain() {
    save("60", "5", "10", "20", "50", "6");
  }

  private org.springframework.test.web.servlet.assertj.MvcTestResult save(String... six) {
    return world
        .as(world.willemijn())
        .post(
            "/admin/mandates",
            "graceDays",
            six[0],
            "lowest",
            six[1],
            "normalFrom",
            six[2],
            "normalUpTo",
            six[3],
            "highest",
            six[4],
            "renewalWeeks",
            six[5]);
  }

  @Test
  void theProvisionalTimeIsTheOrganisationsChoice() {
    assertThat(save("30", "5", "10", "20", "50", "6")).hasStatus(303);
    mandates.reportsTo(world.lotte(), world.noor());
    var before = mandates.now();
    var id = mandates.asked(world.lotte(), 15);
    assertThat(mandates.graceUntil(id))
        .isBetween(before.plusSeconds(29 * 86_400), before.plusSeconds(31 * 86_400));
  }

  @Test
  void sharesThatContradictEachOtherAreSaidAtTheirField() {
    var refused = save("0", "5", "30", "20", "50", "x");
    assertThat(refused).hasStatus(422);
    assertThat(Browser.html(refused).select(".error-summary a").eachAttr("href"))
        .containsExactly("#graceDays", "#normalUpTo", "#renewalWeeks");
  }
}
