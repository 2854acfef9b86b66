package nl.steunpunt.rules;

import static org.assertj.core.api.Assertions.assertThat;

import nl.steunpunt.world.World;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where an administrator has the product write to, made through the product's own forms and off:
 * nothing is sent to anybody.
 */
@Component
@Lazy
class Outside {
  private final World world;
  private final JdbcClient sql;

  Outside(World world, JdbcClient sql) {
    this.world = world;
    this.sql = sql;
  }

  long channel() {
    return off(
        "/admin/chat-channels",
        "notify.chat_channel",
        "name",
        "Kanaal",
        "address",
        "https://none.webhook.office.com/hook",
        "events",
        "issue_reported");
  }

  long webhook() {
    return off(
        "/admin/webhooks",
        "platform.webhook",
        "name",
        "Magazijn",
        "address",
        "https://none.example.org/hook",
        "events",
        "issue_reported");
  }

  /** Off until somebody switches it on. */
  long connection() {
    return made(
        "/admin/connections",
        "helpdesk.connection",
        "name",
        "Servicedesk",
        "kind",
        "request_tracker",
        "address",
        "https://none.webhook.office.com",
        "key",
        "geheim",
        "speaker",
        world.pieter().email(),
        "place",
        "Support",
        "statuses",
        "open = open\nresolved = closed");
  }

  private long off(String address, String table, String... fields) {
    var number = made(address, table, fields);
    assertThat(
            world
                .as(world.willemijn())
                .post(address + "/" + number + "/activity", "active", "false"))
        .hasStatus(303);
    return number;
  }

  private long made(String address, String table, String... fields) {
    var before = newest(table);
    // A webhook is answered with its page, which shows its secret this once.
    world.as(world.willemijn()).post(address, fields);
    var number = newest(table);
    assertThat(number).as(address).isGreaterThan(before);
    return number;
  }

  private long newest(String table) {
    return sql.sql("select coalesce(max(id), 0) from " + table).query(Long.class).single();
  }
}
