package nl.steunpunt.helpdesk.connectors;

import java.io.IOException;
import java.util.List;
import nl.steunpunt.platform.outgoing.AnsweringServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A Request Tracker that does what it is told, also wrong. */
abstract class WithPretendTracker extends OtherHelpdesk {
  final PretendTracker tracker = new PretendTracker();
  AnsweringServer server;

  @BeforeEach
  void open() throws IOException {
    server = AnsweringServer.plain(tracker);
    allowed();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Override
  String address() {
    return "http://127.0.0.1:" + server.port();
  }

  @Override
  List<String> usual() {
    return List.of(
        "kind", "request_tracker",
        "key", "geheim",
        "place", "Support",
        "statuses",
            "open = open\nnew = open\nresolved = closed\nrejected = returned\nstalled = open");
  }

  long letters() {
    return sql.sql("select count(*) from helpdesk.letter").query(Long.class).single();
  }

  String trouble() {
    return admin().page("/admin/connections").select(".alert-danger").text();
  }
}
