package nl.steunpunt.network.decision;

import java.time.Clock;
import java.time.LocalDate;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.mandate.MandateProposing;
import nl.steunpunt.network.mandate.MandateWorld;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lotte of Transport said yes; Noor, who leads her here, decides. */
@SteunpuntTest
abstract class LottesMandate {
  @Autowired World world;
  @Autowired MandateWorld mandates;
  @Autowired MandateProposing proposing;
  @Autowired Clock clock;
  @Autowired JdbcClient sql;
  MandateId lottes;

  /** Where the mail to Noor leads. */
  String link;

  @BeforeEach
  void lotteIsAskedFor() {
    mandates.reportsTo(world.lotte(), world.noor());
    lottes = mandates.asked(world.lotte(), 15);
    link = mandates.links(world.noor().email()).getFirst();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }
}
