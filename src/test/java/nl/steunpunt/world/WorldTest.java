package nl.steunpunt.world;

import static org.assertj.core.api.Assertions.assertThat;

import nl.steunpunt.network.Constituencies;
import nl.steunpunt.network.Constituencies.Serving;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SteunpuntTest
class WorldTest {

  @Autowired World world;
  @Autowired Constituencies constituencies;

  @Test
  void sannesPowerUserIsFatimaAndJoostIsTheDeputy() {
    assertThat(constituencies.of(world.sanne().id()))
        .extracting(Serving::powerUserId)
        .containsExactly(world.fatima().id(), world.joost().id());
  }

  @Test
  void nobodyServesLotte() {
    assertThat(constituencies.of(world.lotte().id())).isEmpty();
  }

  @Test
  void whoIsSignedInIsKnownAndWhoIsNotIsAskedToSignIn() {
    assertThat(world.as(world.sanne()).get("/sign-in"))
        .hasStatus3xxRedirection()
        .hasRedirectedUrl("/");
    assertThat(world.stranger().page("/sign-in").select("h1")).isNotEmpty();
    assertThat(world.stranger().post("/sign-out")).hasStatus3xxRedirection();
  }
}
