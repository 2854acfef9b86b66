package nl.steunpunt.platform.start;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Prints the address once it answers. Who runs bin/run, and its training run, wait for this line.
 */
@Component
class Announcement {

  @EventListener
  void up(ApplicationReadyEvent ready) {
    var context = ready.getApplicationContext();
    if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
      System.out.printf(
          "Steunpunt is up: http://%s:%d%n",
          context.getEnvironment().getProperty("server.address", "127.0.0.1"),
          web.getWebServer().getPort());
    }
  }
}
