package nl.steunpunt.demo;

import java.util.List;
import nl.steunpunt.people.OneClickSignIns;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Offers the cast on the demo's sign-in page. */
@Component
@ConditionalOnProperty("steunpunt.demo")
class CastSignIns implements OneClickSignIns {

  @Override
  public List<Offer> offers() {
    return Cast.ALL.stream()
        .map(member -> new Offer(member.email(), member.name(), member.introductionKey()))
        .toList();
  }
}
