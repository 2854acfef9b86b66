package nl.steunpunt.network.whohelps;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.steunpunt.platform.web.FieldError;
import org.jspecify.annotations.Nullable;

/** {@link WhoHelpsSettings} as typed. */
public record WhoHelpsForm(
    String chatName,
    String chatTemplate,
    String helpdeskPhone,
    String helpdeskEmail,
    String helpdeskPage) {

  private static final int LONGEST_NAME = 30;
  private static final int LONGEST_ADDRESS = 254;
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{1,28}[0-9]");
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s<>\"?&]+@[^@\\s<>\"?&]+\\.[^@\\s<>\"?&]+");

  public WhoHelpsForm {
    chatName = stripped(chatName);
    chatTemplate = stripped(chatTemplate);
    helpdeskPhone = stripped(helpdeskPhone);
    helpdeskEmail = stripped(helpdeskEmail);
    helpdeskPage = stripped(helpdeskPage);
  }

  static WhoHelpsForm of(WhoHelpsSettings settings) {
    return new WhoHelpsForm(
        settings.chatName(),
        settings.chatTemplate(),
        settings.helpdeskPhone(),
        settings.helpdeskEmail(),
        settings.helpdeskPage());
  }

  List<FieldError> errors() {
    var errors = new ArrayList<FieldError>();
    if (chatName.length() > LONGEST_NAME) {
      errors.add(FieldError.of("chatName", "who.settings.wrong.long", LONGEST_NAME));
    }
    checkTemplate(errors);
    if (!helpdeskPhone.isEmpty() && !PHONE.matcher(helpdeskPhone).matches()) {
      errors.add(FieldError.of("helpdeskPhone", "who.settings.wrong.phone"));
    }
    if (helpdeskEmail.length() > LONGEST_ADDRESS
        || (!helpdeskEmail.isEmpty() && !EMAIL.matcher(helpdeskEmail).matches())) {
      errors.add(FieldError.of("helpdeskEmail", "who.settings.wrong.email"));
    }
    if (!helpdeskPage.isEmpty() && (helpdeskPage.contains("{") || !isAddress(helpdeskPage))) {
      errors.add(FieldError.of("helpdeskPage", "who.settings.wrong.address"));
    }
    return errors;
  }

  private void checkTemplate(List<FieldError> errors) {
    if (chatTemplate.isEmpty()) {
      return;
    }
    var unknown = WhoHelpsSettings.unknownField(chatTemplate);
    if (!isAddress(chatTemplate)) {
      errors.add(FieldError.of("chatTemplate", "who.settings.wrong.address"));
    } else if (unknown.isPresent()) {
      errors.add(FieldError.of("chatTemplate", "who.settings.wrong.field", unknown.get()));
    } else if (!WhoHelpsSettings.names(chatTemplate)) {
      errors.add(FieldError.of("chatTemplate", "who.settings.wrong.no_field", "{email}"));
    }
  }

  private static boolean isAddress(String typed) {
    return typed.length() <= LONGEST_ADDRESS && WhoHelpsSettings.isAddress(typed);
  }

  WhoHelpsSettings settings() {
    return new WhoHelpsSettings(chatName, chatTemplate, helpdeskPhone, helpdeskEmail, helpdeskPage);
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
