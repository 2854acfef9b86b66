package nl.steunpunt.platform.live;

import java.util.Set;

/** Knows of sign-ins, which are another module's, whether they are over. */
public interface SignInsOver {
  /** Which of these, of thousands by one statement: ended, run out, or of somebody who left. */
  Set<Long> over(Set<Long> signIns);
}
