package nl.steunpunt.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import nl.steunpunt.network.mandate.MandateWorld;
import nl.steunpunt.people.Role;
import nl.steunpunt.rules.Route.Field;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.World;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What Sanne, Fatima and Lotte have that is not everyone's, made through the product's own forms,
 * and requests about it to any route.
 */
@Component
@Lazy
class Belongings {
  /** Stands in each private text: nobody else may ever read it. */
  static final String WORD = "kwikstaart";

  /** A record that is nobody's. */
  static final String NOBODYS = "987654321";

  /** Of the round that Fatima is on. */
  private static final String ROUND = "7d444840-9dc0-41d1-8245-5ffdce74fad2";

  private final World world;
  private final MandateWorld mandates;
  private final Outside outside;
  private final JdbcClient sql;

  Belongings(World world, MandateWorld mandates, Outside outside, JdbcClient sql) {
    this.world = world;
    this.mandates = mandates;
    this.outside = outside;
    this.sql = sql;
  }

  /**
   * Numbers by the type of id that names them.
   *
   * @param handedOver a question that lies with the helpdesk; {@code question} does not
   */
  record Made(Map<String, String> numbers, String handedOver) {

    String number(Class<?> type) {
      return Objects.requireNonNull(numbers.get(type.getSimpleName()), type + " has no record");
    }

    /** The route's address with these records in it. */
    String address(Route route) {
      var atTheDesk = route.pattern().startsWith("/desk/") || isOfTheDesk(route);
      return filled(
          route,
          type ->
              atTheDesk && type.getSimpleName().equals("QuestionId") ? handedOver : number(type));
    }

    private static boolean isOfTheDesk(Route route) {
      return route.rule().roles().equals(Set.of(Role.HELPDESK));
    }
  }

  static String filled(Route route, java.util.function.Function<Class<?>, String> number) {
    var address = route.pattern();
    for (var parameter : route.handler().getParameters()) {
      if (parameter.isAnnotationPresent(PathVariable.class)) {
        address =
            address.replaceFirst(
                "\\{" + Route.name(parameter) + "(:[^/]*)?}", number.apply(parameter.getType()));
      }
    }
    return address;
  }

  /** Also what all may see: an issue and an answer. Made before, so that it makes no difference. */
  Map<String, String> everyones() {
    var numbers = new HashMap<String, String>();
    numbers.put(
        "IssueId",
        last(
            done(
                world.fatima(),
                "/issues",
                "system",
                nova(),
                "title",
                "Lijst blijft leeg",
                "description",
                "Na het filter blijft alles leeg.")));
    done(
        world.pieter(),
        "/issues/" + numbers.get("IssueId") + "/pointers",
        "kind",
        "ticket",
        "pointerTitle",
        "RT 4711");
    numbers.put("PointerId", newest("issues.pointer"));
    var question =
        done(world.sanne(), "/questions", "system", nova(), "text", "Hoe splits ik dit?");
    done(
        world.fatima(),
        question + "/answer",
        "text",
        "Kies verdelen.",
        "keep",
        "true",
        "keepAs",
        "Een factuur verdelen");
    numbers.put("AnswerId", newest("support.answer"));
    numbers.put("PersonId", world.sanne().id().toString());
    numbers.put("SystemId", nova());
    numbers.put(
        "TopicId",
        sql.sql("select min(id) from network.topic where system_id = :nova")
            .param("nova", world.nova())
            .query(Long.class)
            .single()
            .toString());
    done(world.marieke(), "/network/campaign", "system", nova(), "liveOn", "2027-01-11");
    numbers.put("CampaignId", newest("campaign.campaign"));
    numbers.put("StepId", newest("campaign.step"));
    mandates.reportsTo(world.lotte(), world.noor());
    numbers.put("ChannelId", Long.toString(outside.channel()));
    done(world.pieter(), "/desk/queues", "nameNl", "Rollen", "nameEn", "Roles");
    numbers.put("QueueId", newest("helpdesk.queue"));
    done(
        world.pieter(),
        "/desk/answers",
        "titleNl",
        "Wachtwoord",
        "textNl",
        "Hoi {voornaam}",
        "titleEn",
        "Password",
        "textEn",
        "Hi");
    numbers.put("CannedId", newest("helpdesk.canned"));
    done(world.pieter(), "/desk/macros", "nameNl", "Oppakken", "nameEn", "Take", "takes", "true");
    numbers.put("MacroId", newest("helpdesk.macro"));
    numbers.put("WebhookId", Long.toString(outside.webhook()));
    sql.sql(
            """
            insert into helpdesk.history_run (by_id, file_name, state, received_at, undone_at)
            values (:by, 'meldingen.csv', 'undone', '2026-01-05T08:00:00Z', '2026-01-05T09:00:00Z')
            """)
        .param("by", world.marieke().id())
        .update();
    numbers.put("HistoryRunId", newest("helpdesk.history_run"));
    var connection = Long.toString(outside.connection());
    numbers.put("ConnectionId", connection);
    numbers.put("LetterId", letter(connection, last(question)));
    return numbers;
  }

  /** Refused there, and the desk's to put right. */
  private String letter(String connection, String question) {
    sql.sql(
            """
            with ticket as (
              insert into helpdesk.linked_ticket (connection_id, question_id, marker, told_message, linked_at)
              select :connection, id, 'SP-ABCDEFGHJK', 0, asked_at from support.question where id = :question
              returning id, linked_at)
            insert into helpdesk.letter (ticket_id, kind, due_at, dead_at, trouble)
            select id, 'create', linked_at, linked_at, 'connector.trouble.refused' from ticket
            """)
        .param("connection", Long.valueOf(connection))
        .param("question", Long.valueOf(question))
        .update();
    return newest("helpdesk.letter");
  }

  Made make() {
    var numbers = everyones();
    makePrivate(numbers);
    var handedOver =
        done(world.sanne(), "/questions", "system", nova(), "text", "De " + WORD + " is stuk");
    done(world.fatima(), handedOver + "/handover", "tried", "Alles geprobeerd");
    done(world.pieter(), "/desk" + handedOver + "/notes", "note", "De " + WORD + " weer");
    numbers.put("NoteId", newest("helpdesk.note"));
    done(world.pieter(), "/desk" + handedOver + "/severity", "severity", "high");
    numbers.put("DeedId", newest("helpdesk.deed"));
    return new Made(numbers, last(handedOver));
  }

  void makePrivate(Map<String, String> numbers) {
    var question =
        done(world.sanne(), "/questions", "system", nova(), "text", "De " + WORD + " print niet");
    done(
        world.sanne(),
        "/account/notices/browsers",
        "endpoint",
        "https://fcm.googleapis.com/fcm/send/" + WORD,
        "p256dh",
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "auth",
        "BTBZMqHH6r4Tts7J_aSIgg");
    numbers.put("PushBrowserId", newest("notify.push_browser"));
    numbers.put("QuestionId", last(question));
    send(
        world.sanne(),
        question + "/messages",
        "Kijk, de " + WORD,
        new MockMultipartFile("files", WORD + ".png", "image/png", picture()));
    numbers.put("AttachmentId", newest("support.attachment"));
    done(world.sanne(), "/signals", "system", nova(), "text", "De " + WORD + " klikt te vaak");
    numbers.put("SignalId", newest("support.signal"));
    numbers.put(
        "HelpMomentId",
        last(
            done(
                    world.fatima(),
                    "/help-moments",
                    "system",
                    nova(),
                    "minutes",
                    "5",
                    "note",
                    "Bij de " + WORD)
                .replace("/noted", "")));
    done(world.fatima(), "/round/start", "round", ROUND, "place", place());
    // On it for colleagues too, which is not private.
    done(world.fatima(), "/availability/presence/removal");
    var mandate = mandates.asked(world.lotte(), 15).toString();
    numbers.put("MandateId", mandate);
    done(
        world.lotte(),
        "/appraisals/" + mandate + "/release",
        "proactive",
        "De " + WORD + " ziet alles",
        "version",
        "0");
    var department =
        sql.sql("select department_id from people.person where id = :lotte")
            .param("lotte", world.lotte().id())
            .query(Long.class)
            .single();
    numbers.put(
        "BundleId",
        last(
            done(
                world.marieke(),
                "/paper-bundles",
                "kind",
                "request",
                "department",
                department.toString())));
    world.as(world.sanne());
    numbers.put("long", newest("people.sign_in"));
  }

  private static byte[] picture() {
    var png = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }

  private String nova() {
    return world.nova().toString();
  }

  /** The places of the cast have other numbers each time. */
  private String department() {
    return sql.sql("select department_id from people.person where id = :id")
        .param("id", world.sanne().id())
        .query(Long.class)
        .single()
        .toString();
  }

  private String place() {
    return sql.sql("select location_id from people.person where id = :id")
        .param("id", world.sanne().id())
        .query(Long.class)
        .single()
        .toString();
  }

  private static String last(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private String newest(String table) {
    return sql.sql("select max(id) from " + table).query(Long.class).single().toString();
  }

  private String done(Colleague who, String address, String... fields) {
    var reply = world.as(who).post(address, fields);
    assertThat(reply).as(address).hasStatus(303);
    return Objects.requireNonNull(reply.getResponse().getRedirectedUrl());
  }

  MvcTestResult send(Colleague who, String address, String text, MockMultipartFile... files) {
    var request = world.api().post().uri(address).multipart();
    List.of(files).forEach(request::file);
    return request
        .param("text", text)
        .cookie(world.as(who).cookie())
        .header("Sec-Fetch-Site", "same-origin")
        .exchange();
  }

  /** What the mailed link about Lotte's mandate ends with. */
  String link() {
    return last(mandates.links(world.noor().email()).getFirst());
  }

  /** Something that this field takes. */
  String value(Field field, Made made) {
    var type = field.type();
    return switch (type.getSimpleName()) {
      case "boolean", "Boolean" -> "true";
      case "int", "Integer", "long", "Long" ->
          field.name().equals("ref") ? department() : field.name().equals("place") ? place() : "5";
      case "PersonId" -> world.joost().id().toString();
      case "UUID" -> field.name().equals("round") ? ROUND : UUID.randomUUID().toString();
      case "Instant" -> "2027-01-11T08:00:00Z";
      case "LocalDate" -> "2027-01-11";
      case "Ref" -> field.name().equals("system") ? nova() : world.joost().id().toString();
      case "String" -> field.name().equals("reason") ? "not_ours" : "Een gewone tekst";
      default ->
          type.isEnum()
              ? type.getEnumConstants()[0].toString()
              : made.numbers.getOrDefault(type.getSimpleName(), NOBODYS);
    };
  }

  /** Someone whom the access table lets in there: one whose records these are, where it can be. */
  Colleague admitted(Route route) {
    var people = new LinkedHashMap<Role, Colleague>();
    people.put(Role.POWER_USER, world.fatima());
    people.put(Role.NETWORK_LEAD, world.marieke());
    people.put(Role.HELPDESK, world.pieter());
    people.put(Role.ADMINISTRATOR, world.willemijn());
    people.put(Role.PRODUCT_OWNER, world.daan());
    people.put(Role.HR, world.erik());
    return people.entrySet().stream()
        .filter(entry -> route.rule().roles().contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(world.sanne());
  }

  List<Colleague> cast() {
    return Arrays.asList(
        world.sanne(),
        world.fatima(),
        world.joost(),
        world.emma(),
        world.liam(),
        world.lotte(),
        world.ahmet(),
        world.noor(),
        world.pieter(),
        world.marieke(),
        world.erik(),
        world.willemijn(),
        world.daan());
  }
}
