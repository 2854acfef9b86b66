package nl.steunpunt.issues.register;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class WishProperties {
  /** What is kept under a name is what was asked, whatever was typed. */
  @Property
  void theAddressSaysTheSameAgain(
      @ForAll String q, @ForAll String status, @ForAll String release, @ForAll boolean mine) {
    var wish =
        new Wish(
            clean(q), status, "12", "x", "stops", "me", mine ? "true" : "", "no", clean(release));
    assertThat(Query.wish(wish.query())).isEqualTo(wish);
    assertThat(wish.query()).doesNotContain(" ", "<", "\"");
  }

  /** Half a character cannot stand in an address; no browser sends one. */
  private static String clean(String typed) {
    return typed.replaceAll("\\p{Cs}", "");
  }
}
