package nl.steunpunt.demo;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import nl.steunpunt.demo.DemoWarehouseController.Shared;
import nl.steunpunt.helpdesk.HelpdeskSystems;
import nl.steunpunt.notify.ChatDoor;
import nl.steunpunt.notify.ChatEvent;
import nl.steunpunt.notify.Choices;
import nl.steunpunt.notify.Choices.Choice;
import nl.steunpunt.notify.Occasion;
import nl.steunpunt.notify.Way;
import nl.steunpunt.people.People;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.outgoing.OutgoingSettings;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.webhook.WebhookDoor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The helpdesk's chat is told what waits and a data warehouse what happens, the helpdesk's own
 * system could be, and some power users chose the mail of the morning. Chat and warehouse are pages
 * of the demo itself, so this machine may be written to.
 */
@Component
class ToldSeeding {
  private static final int ONE_IN = 3;

  private final ChatDoor chats;
  private final WebhookDoor webhooks;
  private final HelpdeskSystems systems;
  private final People people;
  private final Choices choices;
  private final Settings settings;
  private final Colleagues colleagues;
  private final int port;

  ToldSeeding(
      ChatDoor chats,
      WebhookDoor webhooks,
      HelpdeskSystems systems,
      People people,
      Choices choices,
      Settings settings,
      Colleagues colleagues,
      @Value("${server.port}") int port) {
    this.chats = chats;
    this.webhooks = webhooks;
    this.systems = systems;
    this.people = people;
    this.choices = choices;
    this.settings = settings;
    this.colleagues = colleagues;
    this.port = port;
  }

  /** From then on what happens is sent, once the server is up. */
  void listen() {
    if (port > 0) {
      chat("http://127.0.0.1:" + port);
    }
  }

  void seed(List<PowerUser> powerUsers) {
    people.withEmail(Cast.PIETER.email()).ifPresent(this::helpdeskSystem);
    var morning =
        List.of(
            new Choice(Occasion.QUESTION_FOR_ME, Way.DIGEST),
            new Choice(Occasion.PEOPLE_HIT, Way.DIGEST));
    var byEmployee = colleagues.people();
    for (int i = 0; i < powerUsers.size(); i++) {
      var employee = powerUsers.get(i).employee();
      if (i % ONE_IN == 0 || employee.name().equals(Cast.FATIMA.name())) {
        choices.choose(byEmployee.person(employee), morning, new HashSet<>(morning));
      }
    }
  }

  /** It is there to be looked at: there is no such server, and it is off. */
  private void helpdeskSystem(PersonId speaker) {
    systems.add(
        "Request Tracker",
        "request_tracker",
        "https://rt.novum.example",
        "demo",
        "Support",
        speaker,
        Messages.DUTCH);
  }

  private void chat(String home) {
    var known =
        settings.get(OutgoingSettings.SETTING, OutgoingSettings.class, OutgoingSettings.USUAL);
    if (known.hosts().contains(home)) {
      return;
    }
    var hosts = new ArrayList<>(known.hosts());
    hosts.add(home);
    settings.put(
        OutgoingSettings.SETTING,
        new OutgoingSettings(hosts, List.of("127.0.0.1/32"), known.colleaguesHosts()));
    chats.add(
        "# helpdesk-nova",
        home + DemoChatController.HOOK,
        EnumSet.allOf(ChatEvent.class),
        Messages.DUTCH);
    var secret = webhooks.add("Datawarehouse", home + DemoWarehouseController.HOOK);
    settings.remember(DemoWarehouseController.SECRET, new Shared(secret));
  }
}
