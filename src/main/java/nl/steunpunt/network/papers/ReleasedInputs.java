package nl.steunpunt.network.papers;

import java.util.Locale;
import java.util.Optional;
import nl.steunpunt.network.MandateId;

/** What power users released for their appraisal; the room {@code appraisal} has it. */
public interface ReleasedInputs {

  /** The last one. Whoever calls has seen to it that it is for who may read it. */
  Optional<Written> last(MandateId mandate, Locale language);
}
