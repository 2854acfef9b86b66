package nl.steunpunt.network.papers;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.steunpunt.network.mandate.Stage;
import nl.steunpunt.network.mandate.Standing;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.print.Paper;
import org.jspecify.annotations.Nullable;

public enum PaperKind {
  /** To the manager, from the moment the candidate agreed. */
  REQUEST(
      "m.stage not in ('proposed', 'ended')",
      PaperField.GENERAL,
      EnumSet.of(PaperField.RELIEF, PaperField.RELIEF_BY, PaperField.PEOPLE)),
  /** For the job description, of who serves. */
  ROLE(
      "m.state in ('provisional', 'active')",
      PaperField.GENERAL,
      EnumSet.of(
          PaperField.RELIEF,
          PaperField.RELIEF_BY,
          PaperField.PEOPLE,
          PaperField.AGREED_BY,
          PaperField.AGREED_ON)),
  /** What a power user wrote and released; see the room {@code appraisal}. */
  APPRAISAL(
      "exists (select from network.appraisal_release r where r.mandate_id = m.id)",
      PaperField.GENERAL,
      EnumSet.of(
          PaperField.PROACTIVE,
          PaperField.EXPLAINS,
          PaperField.POSITIVE,
          PaperField.SHARES,
          PaperField.COUNTS,
          PaperField.RELEASED,
          PaperField.PERIOD)),
  /** For who had the role and has it no longer. */
  CERTIFICATE(
      "m.stage = 'ended' and m.started_at is not null",
      PaperField.GENERAL,
      EnumSet.of(PaperField.ENDED_ON));

  /** Those that follow from the mandate alone, for who may see the mandate. */
  public static final List<PaperKind> OF_MANDATE = List.of(REQUEST, ROLE, CERTIFICATE);

  private final String condition;
  private final Set<PaperField> fields;

  PaperKind(String condition, Set<PaperField> general, Set<PaperField> own) {
    this.condition = condition;
    fields = EnumSet.copyOf(general);
    fields.addAll(own);
  }

  static @Nullable PaperKind of(String word) {
    return List.of(values()).stream()
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElse(null);
  }

  /** On a mandate {@code m}: whether there is one. The same as {@link #isOf} says. */
  String condition() {
    return condition;
  }

  public boolean isOf(Stage stage, Standing standing, boolean hasServed) {
    return switch (this) {
      case REQUEST -> stage != Stage.PROPOSED && stage != Stage.ENDED;
      case ROLE -> standing.serves();
      case CERTIFICATE -> stage == Stage.ENDED && hasServed;
      case APPRAISAL -> false;
    };
  }

  /**
   * Who may have it for a whole department. What was written for the appraisal is not the lead's.
   */
  boolean isBundledFor(Me me) {
    return me.is(Role.HR) || (me.is(Role.NETWORK_LEAD) && this != APPRAISAL);
  }

  Set<PaperField> fields() {
    return fields;
  }

  Paper.Look look() {
    return this == CERTIFICATE ? Paper.Look.CERTIFICATE : Paper.Look.LETTER;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
