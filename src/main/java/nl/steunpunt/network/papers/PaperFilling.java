package nl.steunpunt.network.papers;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.steunpunt.network.mandate.LastDay;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.time.OrganisationClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the fields of a text say, under their names in that text's language. */
@Component
class PaperFilling {
  private final Messages messages;
  private final Clock clock;

  PaperFilling(Messages messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /** As written between braces. */
  String name(PaperField field, Locale language) {
    return messages.text(language, "papers.field." + field.word());
  }

  String example(PaperField field, Locale language) {
    return messages.text(language, "papers.example." + field.word());
  }

  Map<String, String> examples(PaperKind kind, Locale language) {
    var values = new HashMap<String, String>();
    kind.fields().forEach(field -> values.put(name(field, language), example(field, language)));
    return values;
  }

  /**
   * @param written for {@link PaperKind#APPRAISAL} alone
   */
  Map<String, String> values(
      PaperKind kind,
      PaperFacts facts,
      @Nullable Written written,
      String organisation,
      Locale language) {
    var values = new HashMap<String, String>();
    kind.fields()
        .forEach(field ->
            values.put(
                name(field, language),
                orNothing(value(field, kind, facts, written, organisation, language))));
    return values;
  }

  private @Nullable String value(
      PaperField field,
      PaperKind kind,
      PaperFacts facts,
      @Nullable Written written,
      String organisation,
      Locale language) {
    return switch (field) {
      case NAME -> facts.name();
      case FUNCTION -> facts.function();
      case DEPARTMENT -> places(facts.department());
      case LOCATION -> places(facts.location());
      case SYSTEM -> facts.systemName();
      case SHARE -> messages.text(language, "lead.percent", facts.shareIn(kind));
      case HOURS -> number(facts.hoursIn(kind), language);
      case STARTED_ON -> day(day(facts.startedAt()), language);
      case UNTIL -> day(facts.endsIn(kind), language);
      case MANAGER -> facts.manager();
      case ORGANISATION -> organisation;
      case TODAY -> day(day(clock.instant()), language);
      case PEOPLE -> places(facts.people());
      case RELIEF -> facts.reliefIn(kind);
      case RELIEF_BY -> facts.reliefByIn(kind);
      case AGREED_BY -> facts.agreedBy();
      case AGREED_ON -> day(day(facts.agreedAt()), language);
      case ENDED_ON -> facts.endedAt() == null ? null : day(LastDay.of(facts.endedAt()), language);
      case PERIOD ->
          written == null
              ? null
              : messages.text(
                  language,
                  "papers.period",
                  day(written.fromOn(), language),
                  day(written.untilOn(), language));
      case RELEASED ->
          written == null
              ? null
              : messages.text(
                  language, written.released() ? "papers.released" : "papers.draft", facts.name());
      case PROACTIVE -> written == null ? null : written.proactive();
      case EXPLAINS -> written == null ? null : written.explains();
      case POSITIVE -> written == null ? null : written.positive();
      case SHARES -> written == null ? null : written.shares();
      case COUNTS -> written == null ? null : points(written.counts());
    };
  }

  private static String orNothing(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static String points(List<String> sentences) {
    return sentences.isEmpty() ? "" : "- " + String.join("\n- ", sentences);
  }

  private static @Nullable String places(@Nullable String paths) {
    return paths == null ? null : paths.replace("/", " · ");
  }

  private static @Nullable String number(@Nullable Number number, Locale language) {
    return number == null ? null : NumberFormat.getNumberInstance(language).format(number);
  }

  private static @Nullable LocalDate day(@Nullable Instant at) {
    return at == null ? null : LocalDate.ofInstant(at, OrganisationClock.ZONE);
  }

  private static @Nullable String day(@Nullable LocalDate day, Locale language) {
    return day == null ? null : DateTimeFormatter.ofPattern("d MMMM uuuu", language).format(day);
  }
}
