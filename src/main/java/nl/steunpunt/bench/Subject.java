package nl.steunpunt.bench;

import java.time.Duration;
import nl.steunpunt.bench.large.Crowd;
import nl.steunpunt.bench.large.Known;
import nl.steunpunt.bench.load.Load;
import nl.steunpunt.bench.load.Usage;

/** A running server with an organisation in it, and how long each row is measured. */
record Subject(Server server, Crowd crowd, Duration measured) implements AutoCloseable {
  /** More than two cores can serve at once, and enough to keep them busy. */
  private static final int CONNECTIONS = 24;

  /** At a rate many must wait at once when the server falters, or it would be spared. */
  private static final int CONNECTIONS_AT_RATE = 64;

  Known known() {
    return new Known(server.database(), crowd);
  }

  Load saturating() {
    return load(CONNECTIONS);
  }

  Load steady() {
    return load(CONNECTIONS_AT_RATE);
  }

  private Load load(int connections) {
    var meter = new Usage.Meter(server.pid(), server.database().pid());
    return new Load(server.address(), meter, measured, connections);
  }

  @Override
  public void close() {
    server.close();
  }
}
