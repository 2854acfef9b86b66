package nl.steunpunt.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.network.Constituencies;
import nl.steunpunt.network.Systems;
import nl.steunpunt.network.Topics;
import nl.steunpunt.platform.time.CalendarSettings.LiberationDay;
import nl.steunpunt.platform.time.OrganisationCalendar;
import nl.steunpunt.support.routing.Routing;
import nl.steunpunt.support.routing.RoutingSettings;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.SteunpuntTest;
import nl.steunpunt.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SteunpuntTest
class SettingPagesTest {
  @Autowired World world;
  @Autowired Systems systems;
  @Autowired Topics topics;
  @Autowired Constituencies constituencies;
  @Autowired OrganisationCalendar calendar;
  @Autowired Routing routing;
  @Autowired JdbcClient sql;

  Browser admin;

  @BeforeEach
  void signIn() {
    admin = world.as(world.willemijn());
  }

  @ParameterizedTest
  @CsvSource({
    "nl, Systemen en onderwerpen, Kalender, Hoe vragen doorgaan",
    "en, Systems and topics, Calendar, How questions move on"
  })
  void speakTheAdministratorsLanguageAndStandOnTheirPage(
      String language, String system, String time, String route) {
    sql.sql("update people.person set language = :language where id = :id")
        .param("language", language)
        .param("id", world.willemijn().id())
        .update();
    assertThat(admin.page("/admin/systems").expectFirst("h1").text()).isEqualTo(system);
    assertThat(admin.page("/admin/calendar").expectFirst("h1").text()).isEqualTo(time);
    assertThat(admin.page("/admin/routing").expectFirst("h1").text()).isEqualTo(route);
    assertThat(admin.page("/admin").select(".admin-card").eachAttr("href"))
        .contains("/admin/systems", "/admin/calendar", "/admin/routing");
  }

  @Test
  void areForTheAdministratorAlone() {
    for (var other : new Colleague[] {world.marieke(), world.fatima(), world.pieter()}) {
      for (var path : List.of("/admin/systems", "/admin/calendar", "/admin/routing")) {
        assertThat(world.as(other).get(path)).as(path).hasStatus(404);
      }
    }
  }

  @Test
  void aSystemIsAddedRenamedAndTakenOutOfUse() {
    assertThat(admin.post("/admin/systems", "name", "Zaak & Archief 2.0", "liveOn", "2027-01-04"))
        .hasStatus(303);
    var made = systems.byKey("zaak-archief-2-0").orElseThrow();
    var path = "/admin/systems/" + made.id();
    assertThat(made.liveOn()).isEqualTo(LocalDate.of(2027, 1, 4));

    assertThat(admin.post(path, "name", "Zaken", "liveOn", "")).hasStatus(303);
    assertThat(systems.byId(made.id()).orElseThrow().name()).isEqualTo("Zaken");
    assertThat(systems.byId(made.id()).orElseThrow().liveOn()).isNull();

    admin.post(path + "/activity", "active", "false");
    assertThat(systems.active()).doesNotContain(systems.byId(made.id()).orElseThrow());
    assertThat(admin.page(path).select("#use ~ form button").text()).isEqualTo("Neem in gebruik");
    admin.post(path + "/activity", "active", "true");
    assertThat(systems.byId(made.id()).orElseThrow().active()).isTrue();
  }

  @Test
  void whatWasTypedStaysWhenASystemIsRefused() {
    var taken = admin.post("/admin/systems", "name", "Nova", "key", "erp", "liveOn", "2027-01-04");
    assertThat(taken).hasStatus(422);
    var form = Browser.html(taken);
    assertThat(form.select("#name").val()).isEqualTo("Nova");
    assertThat(form.select("#liveOn").val()).isEqualTo("2027-01-04");
    assertThat(form.select("#key-error").text()).contains("erp");
    assertThat(admin.post("/admin/systems", "name", "42")).as("no letter in it").hasStatus(422);
    assertThat(admin.post("/admin/systems", "name", " ")).hasStatus(422);
    assertThat(admin.post("/admin/systems", "name", "Nova 2", "liveOn", "morgen")).hasStatus(422);
  }

  @Test
  void outOfUseMeansThatNobodyIsServedAndInUseAgainThatAllAre() {
    var path = "/admin/systems/" + world.nova() + "/activity";
    admin.post(path, "active", "false");
    assertThat(constituencies.of(world.sanne().id())).isEmpty();
    admin.post(path, "active", "true");
    assertThat(constituencies.of(world.sanne().id())).hasSize(2);
  }

  @Test
  void aTopicHasTwoNamesAndCanBeTakenOutOfUse() {
    var path = "/admin/systems/" + world.nova() + "/topics";
    assertThat(admin.post(path, "nameNl", "Vaste activa", "nameEn", "Fixed assets")).hasStatus(303);
    var topic = topics.byKey(world.nova(), "vaste-activa").orElseThrow();
    assertThat(topic.nameEn()).isEqualTo("Fixed assets");

    var again = admin.post(path, "nameNl", "Vaste activa", "nameEn", "Assets");
    assertThat(again).hasStatus(422);
    assertThat(Browser.html(again).select("#new-nameEn").val()).isEqualTo("Assets");

    var empty = admin.post(path + "/" + topic.id(), "nameNl", "", "nameEn", "Assets");
    assertThat(empty).hasStatus(422);
    assertThat(Browser.html(empty).select("#topic-" + topic.id() + "-nameEn").val())
        .isEqualTo("Assets");
    admin.post(path + "/" + topic.id(), "nameNl", "Activa", "nameEn", "Assets");
    assertThat(topics.byKey(world.nova(), "vaste-activa").orElseThrow().nameNl())
        .isEqualTo("Activa");

    admin.post(path + "/" + topic.id() + "/activity", "active", "false");
    assertThat(topics.active(world.nova())).noneMatch(one -> one.id().equals(topic.id()));
    admin.post(path + "/" + topic.id() + "/activity", "active", "true");
    assertThat(topics.active(world.nova())).anyMatch(one -> one.id().equals(topic.id()));
  }

  @Test
  void aTopicOfAnotherSystemIsNotThere() {
    var other = systems.create("test-other", "Other", null);
    var topic = topics.create(other, "x", "X", "X");
    assertThat(
            admin.post("/admin/systems/" + world.nova() + "/topics/" + topic, "nameNl", "Gekaapt"))
        .hasStatus(404);
  }

  private static String[] week(String... more) {
    var fields = new ArrayList<String>();
    for (var day : List.of("monday", "tuesday", "wednesday", "thursday")) {
      fields.addAll(List.of(day, "true", day + "-from", "09:00", day + "-until", "16:30"));
    }
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }

  @Test
  void theWeekAndTheHolidaysAreTheOrganisations() {
    assertThat(admin.post("/admin/calendar", week("holidays", "true", "liberation", "EVERY_YEAR")))
        .hasStatus(303);
    var settings = calendar.settings();
    assertThat(settings.week()).hasSize(4).doesNotContainKey(DayOfWeek.FRIDAY);
    assertThat(settings.liberationDay()).isEqualTo(LiberationDay.EVERY_YEAR);
    assertThat(calendar.current().isWorkingDay(LocalDate.of(2027, 5, 5))).isFalse();
    assertThat(calendar.current().isWorkingDay(LocalDate.of(2026, 11, 27))).isFalse();

    admin.post("/admin/calendar", week("liberation", "NEVER"));
    assertThat(calendar.settings().worksOnHolidays()).isTrue();
    assertThat(admin.page("/admin/calendar").select(".closed-days li")).isEmpty();
  }

  @Test
  void aWeekThatCannotBeIsRefusedAndKept() {
    var before = calendar.settings();
    var backwards =
        admin.post(
            "/admin/calendar",
            week("friday", "true", "friday-from", "17:00", "friday-until", "08:30"));
    assertThat(backwards).hasStatus(422);
    assertThat(Browser.html(backwards).select("#friday-from").val()).isEqualTo("17:00");
    assertThat(Browser.html(backwards).select(".error-summary a").attr("href"))
        .isEqualTo("#friday-from");
    assertThat(Browser.html(backwards).select("#saturday[checked]")).isEmpty();
    assertThat(admin.post("/admin/calendar")).as("never open").hasStatus(422);
    assertThat(calendar.settings()).isEqualTo(before);
  }

  @Test
  void anOwnClosingDayHasANameAndCanBeOpenedAgain() {
    var add = "/admin/calendar/closing-days";
    assertThat(admin.post(add, "day", "2099-06-03", "name", "Brugdag")).hasStatus(303);
    assertThat(admin.page("/admin/calendar").select("[aria-labelledby=own] strong").eachText())
        .containsExactly("Brugdag");
    assertThat(calendar.current().isWorkingDay(LocalDate.of(2099, 6, 3))).isFalse();
    admin.post("/admin/calendar", week());
    assertThat(calendar.settings().closingDays()).as("saving hours keeps them").hasSize(1);

    admin.post(add + "/removal", "day", "2099-06-03");
    assertThat(calendar.settings().closingDays()).isEmpty();

    var past = admin.post(add, "day", "2020-06-03", "name", "Te laat");
    assertThat(past).hasStatus(422);
    assertThat(Browser.html(past).select("#name").val()).isEqualTo("Te laat");
    assertThat(admin.post(add, "day", "2099-06-03", "name", " ")).hasStatus(422);
  }

  @Test
  void thePreviewNamesTheHolidaysToCome() {
    assertThat(admin.page("/admin/calendar").select(".closed-days li").eachText())
        .anyMatch(day -> day.endsWith("Tweede paasdag"));
  }

  @Test
  void routingIsAsPatientAsTheOrganisationSays() {
    assertThat(
            admin.post(
                "/admin/routing",
                "silentMinutes",
                "45",
                "silentMinutesStuck",
                "5",
                "mostPowerUsers",
                "2",
                "openAtTenPercent",
                "15"))
        .hasStatus(303);
    assertThat(routing.settings()).isEqualTo(new RoutingSettings(45, 5, 2, 1.5));

    var refused =
        admin.post(
            "/admin/routing",
            "silentMinutes",
            "10",
            "silentMinutesStuck",
            "20",
            "mostPowerUsers",
            "2",
            "openAtTenPercent",
            "15");
    assertThat(refused).hasStatus(422);
    assertThat(Browser.html(refused).select("#silentMinutesStuck").val()).isEqualTo("20");
    assertThat(admin.post("/admin/routing", "silentMinutes", "0")).hasStatus(422);
    assertThat(routing.settings().silentMinutes()).isEqualTo(45);
  }

  /** What was stored is as it is meant; what cannot be is refused with all that was typed. */
  @Test
  void whereTheServerSendsToIsNamedByHostAndRange() {
    var reply =
        admin.post(
            "/admin/outgoing",
            "hosts",
            "Chat.Example.org\n\n*.example.net:8443\nhttp://mattermost",
            "colleagues",
            "Agenda.example.org",
            "networks",
            "10.20.0.0/16");
    assertThat(reply).hasStatus(303);
    var page = admin.page("/admin/outgoing");
    assertThat(page.expectFirst("#hosts").text())
        .isEqualTo("chat.example.org\n*.example.net:8443\nhttp://mattermost");
    assertThat(page.expectFirst("#colleagues").text()).isEqualTo("agenda.example.org");
    assertThat(page.expectFirst("#networks").text()).isEqualTo("10.20.0.0/16");
    assertThat(admin.page("/admin/audit?kind=SETTINGS").text())
        .contains("Waar Steunpunt naartoe stuurt", "chat.example.org");
    for (var bad :
        List.of(
            "a.example/pad",
            "127.1",
            "mail.example:25",
            "*.nl",
            "ftp://a.example",
            "a@b.example",
            "javascript:x",
            "a b")) {
      var refused = admin.post("/admin/outgoing", "hosts", bad, "networks", "");
      assertThat(refused).as(bad).hasStatus(422);
      assertThat(Browser.html(refused).expectFirst("#hosts").text()).isEqualTo(bad);
      assertThat(admin.post("/admin/outgoing", "colleagues", bad)).as(bad).hasStatus(422);
    }
    for (var bad :
        List.of(
            "10.20.3.4/16",
            "0.0.0.0/0",
            "8.8.8.8",
            "10.0.0.0/33",
            "overal",
            "::/0",
            "224.0.0.0/4")) {
      var refused = admin.post("/admin/outgoing", "hosts", "", "networks", bad);
      assertThat(refused).as(bad).hasStatus(422);
      assertThat(Browser.html(refused).select(".field-error").text()).contains(bad);
    }
    assertThat(admin.page("/admin/outgoing").expectFirst("#networks").text())
        .isEqualTo("10.20.0.0/16");
  }
}
