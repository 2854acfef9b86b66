package nl.steunpunt.campaign.step;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.steunpunt.campaign.awareness.AwarenessController;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.brand.Brands;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.Mails;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the fields of a text say, under their names in that text's language. */
@Component
class StepFilling {
  private final Messages messages;
  private final Mails mails;
  private final Brands brands;

  StepFilling(Messages messages, Mails mails, Brands brands) {
    this.messages = messages;
    this.mails = mails;
    this.brands = brands;
  }

  /** As written between braces. */
  String name(StepField field, Locale language) {
    return messages.text(language, "campaign.field." + field.word());
  }

  List<String> names(StepKind kind, Locale language) {
    return kind.fields().stream().map(field -> name(field, language)).toList();
  }

  Map<String, String> values(Reader reader, Locale language) {
    var values = new HashMap<String, String>();
    for (var field : reader.kind().fields()) {
      values.put(
          name(field, language), Objects.requireNonNullElse(value(field, reader, language), ""));
    }
    return values;
  }

  /** Somebody made up, so that who writes a text sees what becomes of it. */
  Reader example(Step step, PersonId me, Locale language) {
    return new Reader(
        me,
        messages.text(language, "campaign.example.first_name"),
        "",
        language.getLanguage(),
        step.kind(),
        step.system(),
        step.systemName(),
        step.liveOn(),
        messages.text(language, "campaign.example.power_user"),
        messages.text(language, "campaign.example.place"),
        messages.text(language, "campaign.example.power_users"),
        mails.link(AwarenessController.PATH));
  }

  private @Nullable String value(StepField field, Reader reader, Locale language) {
    return switch (field) {
      case FIRST_NAME -> reader.name().split(" ", 2)[0];
      case SYSTEM -> reader.systemName();
      case LIVE_ON -> DateTimeFormatter.ofPattern("d MMMM uuuu", language).format(reader.liveOn());
      case ORGANISATION -> brands.current().name();
      case POWER_USER -> reader.powerUser();
      case PLACE -> reader.place() == null ? null : reader.place().replace("/", " · ");
      case POWER_USERS -> reader.powerUsers();
      case WHO_HELPS -> mails.link("/who-helps");
      case NAME_SOMEBODY -> mails.link("/nominations/new?system=" + reader.system());
      case POSTERS -> mails.link("/posters");
      case QUESTION ->
          reader.question() == null
              ? null
              : messages.text(language, "awareness.question", reader.systemName());
    };
  }
}
