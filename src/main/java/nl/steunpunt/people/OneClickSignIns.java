package nl.steunpunt.people;

import java.util.List;

/**
 * Who may be signed in with one click. Implemented by the demo alone, and asked for only with
 * {@code steunpunt.demo=true}.
 */
public interface OneClickSignIns {

  /**
   * @param email of an active person
   * @param introductionKey the message that tells, in one line, who this is and what to try
   */
  record Offer(String email, String name, String introductionKey) {}

  /** In the order in which the sign-in page shows them. */
  List<Offer> offers();
}
