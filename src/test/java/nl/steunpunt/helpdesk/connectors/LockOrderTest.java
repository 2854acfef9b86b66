package nl.steunpunt.helpdesk.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.steunpunt.helpdesk.connectors.TheirTicket.Entry;
import nl.steunpunt.platform.outgoing.OutgoingSettings;
import nl.steunpunt.world.HeldUp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who writes here holds the question and then its ticket. What comes from there must take them in
 * the same order, or both wait for each other until the database ends one. It commits, so it has
 * the data folder of those that do.
 */
@SpringBootTest(properties = "steunpunt.data=target/history-data${test.fork:}")
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class LockOrderTest extends WithPretendTracker {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Autowired Connections connections;
  @Autowired Hearing hearing;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void alone() {
    work.stop();
  }

  @AfterEach
  void empty() {
    sql.sql("delete from helpdesk.connection").update();
    settings.put(OutgoingSettings.SETTING, OutgoingSettings.USUAL);
    work.start();
  }

  @Test
  void whatComesFromThereWaitsForTheQuestionBeforeItHoldsTheTicket() throws Exception {
    var connection = connections.find(new ConnectionId(connected())).orElseThrow();
    var question = handedOver();
    exchange();
    var ticket = sql.sql("select id from helpdesk.linked_ticket").query(Long.class).single();
    var their =
        new TheirTicket(
            "open",
            "steunpunt",
            Instant.EPOCH,
            List.of(new Entry(500, "pieter", "Pieter Hoekstra", null, "Sinds wanneer?")),
            500);
    var heard = new CompletableFuture<Boolean>();
    transaction.executeWithoutResult(_ -> {
      lock("support.question", number(question), "");
      Thread.ofVirtual().start(() -> hear(connection, ticket, their, heard));
      assertThat(HeldUp.await(sql, heard::isDone)).as("it waits for the question").isTrue();
      lock("helpdesk.linked_ticket", ticket, "nowait");
    });
    assertThat(heard.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(conversation(question)).anyMatch(text -> text.contains("Sinds wanneer?"));
    world.as(world.sanne()).post(question + "/withdrawal");
  }

  private void lock(String table, Long id, String how) {
    sql.sql("select id from " + table + " where id = :id for update " + how)
        .param("id", id)
        .query(Long.class)
        .single();
  }

  private void hear(
      Connections.Connection connection,
      long ticket,
      TheirTicket their,
      CompletableFuture<Boolean> heard) {
    try {
      hearing.hear(connection, ticket, their);
      heard.complete(true);
    } catch (Trouble | RuntimeException e) {
      heard.completeExceptionally(e);
    }
  }
}
