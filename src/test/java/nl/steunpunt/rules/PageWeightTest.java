package nl.steunpunt.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

/**
 * What a page weighs on its way, without pictures that somebody put there: in bytes, compressed.
 */
@SteunpuntTest
class PageWeightTest {
  private static final int FIRST_VISIT = 150 * 1024;
  private static final int NEXT = 30 * 1024;

  @Autowired World world;

  private int weight(Browser who, String address) {
    var reply =
        world
            .api()
            .get()
            .uri(address)
            .cookie(who.cookie())
            .header(HttpHeaders.ACCEPT_ENCODING, "gzip")
            .exchange();
    assertThat(reply).as(address).hasStatusOk().hasHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    return reply.getResponse().getContentAsByteArray().length;
  }

  private static Set<String> assets(Document page) {
    var assets = new LinkedHashSet<String>();
    assets.addAll(page.select("link[rel=stylesheet]").eachAttr("href"));
    assets.addAll(page.select("script[src]").eachAttr("src"));
    page.select("use").eachAttr("href").forEach(icon -> assets.add(icon.replaceFirst("#.*", "")));
    return assets;
  }

  private void isLight(Browser who, String address) {
    var next = weight(who, address);
    var first = next + assets(who.page(address)).stream().mapToInt(one -> weight(who, one)).sum();
    assertThat(next).as(address).isBetween(500, NEXT);
    assertThat(first).as(address + ", for the first time").isBetween(30_000, FIRST_VISIT);
  }

  @Test
  void eachScreenOfEveryDayIsLight() {
    var sanne = world.as(world.sanne());
    var question =
        sanne.create("/questions", "system", world.nova().toString(), "text", "Hoe zwaar?");
    for (var address : new String[] {"/", question, "/who-helps", "/issues", "/account/notices"}) {
      isLight(sanne, address);
    }
    var fatima = world.as(world.fatima());
    for (var address :
        new String[] {"/inbox", question, "/my-people", "/notices", "/round", "/hours"}) {
      isLight(fatima, address);
    }
    for (var address : new String[] {"/network", "/network/cover", "/network/division"}) {
      isLight(world.as(world.marieke()), address);
    }
    for (var address : new String[] {"/desk", "/issues", "/counting"}) {
      isLight(world.as(world.pieter()), address);
    }
    isLight(world.as(world.willemijn()), "/admin");
  }
}
