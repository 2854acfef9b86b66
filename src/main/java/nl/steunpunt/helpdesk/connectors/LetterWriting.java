package nl.steunpunt.helpdesk.connectors;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.steunpunt.helpdesk.connectors.ConnectionLetters.Kind;
import nl.steunpunt.helpdesk.connectors.ConnectionLetters.Letter;
import nl.steunpunt.helpdesk.connectors.Connections.Connection;
import nl.steunpunt.helpdesk.connectors.Connector.NewTicket;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.settings.InstallationKey;
import nl.steunpunt.support.Desk;
import nl.steunpunt.support.DeskElsewhere;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts into words what goes to another system, as it is when it goes. */
@Component
class LetterWriting {
  /** RT keeps 200 signs of a subject, Redmine 255. */
  private static final int SUBJECT = 120;

  private static final String WORDS = "connector-words";

  record Asked(
      String text,
      boolean stuck,
      long systemId,
      @Nullable String topicNl,
      @Nullable String topicEn,
      String asker,
      @Nullable String email,
      @Nullable String department,
      @Nullable String location,
      @Nullable String powerUser,
      @Nullable String tried) {}

  private final JdbcClient sql;
  private final Desk desk;
  private final DeskElsewhere questions;
  private final Messages messages;
  private final Mails mails;
  private final InstallationKey key;

  LetterWriting(
      JdbcClient sql,
      Desk desk,
      DeskElsewhere questions,
      Messages messages,
      Mails mails,
      InstallationKey key) {
    this.sql = sql;
    this.desk = desk;
    this.questions = questions;
    this.messages = messages;
    this.mails = mails;
    this.key = key;
  }

  /** What somebody of the desk would put right of it. */
  String text(Connection connection, Letter letter) {
    var repaired = letter.repaired();
    if (repaired != null) {
      return repaired;
    }
    return switch (letter.kind()) {
      case CREATE -> opening(asked(letter), language(connection));
      case REMARK -> remark(letter, language(connection)).orElse("");
      case STATUS ->
          say(
              language(connection),
              "connector.why." + (letter.why() == null ? "settled" : letter.why()));
    };
  }

  /** With the mark that says whose it is, and that it is there. */
  String signed(Connection connection, Letter letter) {
    return text(connection, letter)
        + "\n\n"
        + say(language(connection), "connector.signature", mark(letter));
  }

  String mark(Letter letter) {
    return letter.marker()
        + (letter.kind() == Kind.REMARK ? "/" + letter.messageId() : "/s" + letter.id());
  }

  /** The same for the same words, however the other side breaks its lines. */
  byte[] words(String text) {
    return key.mark(WORDS, text.replaceAll("\\s+", " ").strip());
  }

  NewTicket ticket(Connection connection, Letter letter) {
    var asked = asked(letter);
    var language = language(connection);
    var system = system(asked.systemId);
    var mapping = connection.mapping();
    var link = mails.link("/questions/" + letter.questionId());
    var text = new StringBuilder(text(connection, letter));
    text.append("\n\n-- \n");
    line(text, language, "asker", asked.asker + (asked.email == null ? "" : ", " + asked.email));
    line(text, language, "place", joined(asked.department, asked.location));
    line(text, language, "about", joined(system, topic(asked, language)));
    if (asked.stuck) {
      text.append(say(language, "connector.text.stuck")).append('\n');
    }
    line(text, language, "link", link);
    text.append(letter.marker());
    return new NewTicket(
        mapping.placeOf(system),
        subject(asked.text) + " [" + letter.marker() + "]",
        text.toString(),
        asked.asker,
        asked.email == null ? "" : asked.email,
        mapping.fieldsWith(values(asked, language, system, link)));
  }

  private String opening(Asked asked, Locale language) {
    if (asked.tried == null) {
      return asked.text;
    }
    var who = asked.powerUser == null ? "" : asked.powerUser;
    return asked.text + "\n\n" + say(language, "connector.text.tried", who) + "\n" + asked.tried;
  }

  private Optional<String> remark(Letter letter, Locale language) {
    var message = letter.messageId();
    return message == null
        ? Optional.empty()
        : questions
            .said(letter.questionId(), message)
            .map(said ->
                say(language, "connector.text.says", said.author())
                    + "\n"
                    + said.text()
                    + (said.files() == 0
                        ? ""
                        : "\n"
                            + say(
                                language,
                                "connector.text.files",
                                said.files(),
                                mails.link("/questions/" + letter.questionId()))));
  }

  private Map<String, String> values(Asked asked, Locale language, String system, String link) {
    var values = new LinkedHashMap<String, String>();
    values.put("system", system);
    values.put("topic", orNone(topic(asked, language)));
    values.put("department", orNone(asked.department));
    values.put("location", orNone(asked.location));
    values.put("asker", asked.asker);
    values.put("email", orNone(asked.email));
    values.put("power_user", orNone(asked.powerUser));
    values.put("stuck", say(language, asked.stuck ? "connector.text.yes" : "connector.text.no"));
    values.put("link", link);
    return values;
  }

  private Asked asked(Letter letter) {
    return sql.sql(
            """
            select q.text, q.stuck, q.system_id, q.topic_nl, q.topic_en, a.name as asker, a.email,
                   replace(a.department_path, '/', ' · ') as department, replace(a.location_path, '/', ' · ') as location,
                   p.name as power_user,
                   (select tr.text from support.pub_tried tr
                     where tr.question_id = q.id order by tr.written_at desc limit 1) as tried
              from support.pub_question q
              join people.pub_person a on a.id = q.asker_id
              left join people.pub_person p on p.id = q.power_user_id
             where q.id = :question
            """)
        .param("question", letter.questionId())
        .query(Asked.class)
        .single();
  }

  private String system(long id) {
    return desk.systems().stream()
        .filter(system -> system.id() == id)
        .map(Desk.SystemChoice::name)
        .findFirst()
        .orElse("");
  }

  private static @Nullable String topic(Asked asked, Locale language) {
    return language.getLanguage().equals("nl") ? asked.topicNl : asked.topicEn;
  }

  private static String subject(String text) {
    var line = text.replaceAll("\\s+", " ").strip();
    return line.length() > SUBJECT ? line.substring(0, SUBJECT - 1) + "…" : line;
  }

  private void line(StringBuilder text, Locale language, String key, String value) {
    if (!value.isEmpty()) {
      text.append(say(language, "connector.text." + key, value)).append('\n');
    }
  }

  private static String joined(@Nullable String first, @Nullable String second) {
    var parts = java.util.stream.Stream.of(orNone(first), orNone(second));
    return String.join(", ", parts.filter(part -> !part.isEmpty()).toList());
  }

  private static String orNone(@Nullable String text) {
    return text == null ? "" : text;
  }

  private String say(Locale language, String key, Object... arguments) {
    return messages.text(language, key, arguments);
  }

  private static Locale language(Connection connection) {
    return Locale.of(connection.language());
  }
}
