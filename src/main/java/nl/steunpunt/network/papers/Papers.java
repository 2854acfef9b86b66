package nl.steunpunt.network.papers;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.mandate.AgreementKeeping;
import nl.steunpunt.network.mandate.Agreements;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.print.FieldedText;
import nl.steunpunt.platform.print.Letterhead;
import nl.steunpunt.platform.print.Paper;
import nl.steunpunt.platform.print.PaperPrinting;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Prints the paper of a mandate, for who may read it. */
@Service
public class Papers {
  private final JdbcClient sql;
  private final PaperTexts texts;
  private final PaperFilling filling;
  private final PaperPrinting printing;
  private final AgreementKeeping agreements;
  private final Messages messages;

  Papers(
      JdbcClient sql,
      PaperTexts texts,
      PaperFilling filling,
      PaperPrinting printing,
      AgreementKeeping agreements,
      Messages messages) {
    this.sql = sql;
    this.texts = texts;
    this.filling = filling;
    this.printing = printing;
    this.agreements = agreements;
    this.messages = messages;
  }

  /**
   * @param name of the file
   */
  public record Printed(String name, byte[] pdf) {}

  /** For who may see the mandate, when there is such a paper now: else it does not exist. */
  Printed visibleTo(Me me, MandateId id, PaperKind kind, Locale language) {
    if (!PaperKind.OF_MANDATE.contains(kind)) {
      throw new NotFound();
    }
    var facts =
        sql.sql(
                PaperFacts.QUERY
                    + "m.id = :id and "
                    + kind.condition()
                    + " and "
                    + Agreements.VISIBLE)
            .param("id", id)
            .param("me", me.id())
            .param("lead", me.is(Role.NETWORK_LEAD))
            .param("hr", me.is(Role.HR))
            .param("today", today())
            .query(PaperFacts.class)
            .optional()
            .orElseThrow(NotFound::new);
    return print(kind, facts, null, language, printing.letterhead());
  }

  /** What somebody wrote, as HR and the manager read it. Who may is the caller's to know. */
  public Printed appraisal(MandateId id, Written written, Locale language) {
    var facts =
        sql.sql(PaperFacts.QUERY + "m.id = :id")
            .param("id", id)
            .query(PaperFacts.class)
            .optional()
            .orElseThrow(NotFound::new);
    return print(PaperKind.APPRAISAL, facts, written, language, printing.letterhead());
  }

  List<PaperFacts> facts(List<MandateId> mandates) {
    return sql.sql(PaperFacts.QUERY + "m.id in (:mandates)")
        .param("mandates", mandates.stream().map(MandateId::value).toList())
        .query(PaperFacts.class)
        .list();
  }

  Printed print(
      PaperKind kind,
      PaperFacts facts,
      @Nullable Written written,
      Locale language,
      Letterhead head) {
    var organisation =
        head.isNamed() ? head.organisation() : messages.text(language, "papers.organisation.ours");
    var values = filling.values(kind, facts, written, organisation, language);
    var name = messages.text(language, "papers.file." + kind.word(), facts.name());
    var paper = paper(kind, texts.current(kind, language), values, language);
    if (written == null || written.released()) {
      return new Printed(name, printing.print(paper, head));
    }
    // Whatever the organisation's own text says of it.
    return new Printed(
        draft(name, language), printing.print(paper.titled(draft(paper.title(), language)), head));
  }

  private String draft(String title, Locale language) {
    return messages.text(language, "papers.draft.title", title);
  }

  /** With made-up facts, so that who writes a text sees what becomes of it. */
  byte[] preview(PaperKind kind, FieldedText text, Locale language) {
    var head = printing.letterhead();
    var values = filling.examples(kind, language);
    if (head.isNamed()) {
      values.replace(filling.name(PaperField.ORGANISATION, language), head.organisation());
    }
    return printing.print(paper(kind, text, values, language), head);
  }

  private Paper paper(
      PaperKind kind, FieldedText text, java.util.Map<String, String> values, Locale language) {
    return new Paper(
        kind.look(),
        language,
        text.title(values),
        messages.text(language, "papers.kind." + kind.word()),
        text.blocks(values));
  }

  LocalDate today() {
    return agreements.today();
  }
}
