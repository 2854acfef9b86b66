package nl.steunpunt.people.upkeep;

import java.util.List;
import java.util.Locale;

/** What an administrator may want to see alone. */
public enum AuditKind {
  ALL("-"),
  ROLES("role_given", "role_taken", "invited", "signed_out"),
  MANDATES("mandate_granted", "mandate_changed", "mandate_agreed", "mandate_ended"),
  SETTINGS(
      "setting_changed",
      "paper_text_changed",
      "paper_text_restored",
      "code_withdrawn",
      "floor_plan_put",
      "floor_plan_removed",
      "floor_plan_undone",
      "chat_channel_added",
      "chat_channel_changed",
      "chat_channel_on",
      "chat_channel_off",
      "chat_channel_removed",
      "queue_added",
      "queue_changed",
      "queue_retired",
      "connection_added",
      "connection_changed",
      "connection_on",
      "connection_off",
      "connection_removed",
      "webhook_added",
      "webhook_changed",
      "webhook_secret",
      "webhook_on",
      "webhook_off",
      "webhook_removed",
      "webhook_replayed"),
  SYSTEMS(
      "system_added",
      "system_changed",
      "system_in_use",
      "system_out_of_use",
      "topic_added",
      "topic_changed",
      "topic_in_use",
      "topic_out_of_use"),
  CAMPAIGNS(
      "campaign_planned",
      "campaign_ended",
      "campaign_text_changed",
      "campaign_text_restored",
      "campaign_step_sent",
      "campaign_sending_stopped"),
  IMPORTS("import_applied", "import_undone", "history_imported", "history_undone"),
  PRIVACY(
      "personal_data_read",
      "person_erased",
      "shown_to_strangers",
      "hidden_from_strangers",
      "printed_by_name",
      "no_longer_printed",
      "desk_pinned",
      "desk_unpinned",
      "shown_on_plan",
      "hidden_from_plan");

  static final List<String> ABOUT_PERSONS =
      java.util.stream.Stream.of(ROLES, MANDATES, PRIVACY)
          .flatMap(kind -> kind.words.stream())
          .toList();

  private final List<String> words;

  AuditKind(String... words) {
    this.words = List.of(words);
  }

  List<String> words() {
    return words;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
