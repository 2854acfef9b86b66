package nl.steunpunt.people.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.steunpunt.platform.mail.MailSetup;
import nl.steunpunt.platform.time.ClockWatch;
import nl.steunpunt.platform.web.AdminWarning;
import nl.steunpunt.platform.web.AdminWarning.Notice;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What only an administrator can put right, outside the product: disk, clock, mail server. */
@Configuration(proxyBeanMethods = false)
class MachineWarnings {
  @Bean
  AdminWarning diskWarning(
      @Value("${steunpunt.data}") Path data, @Value("${steunpunt.least-free-bytes}") long least) {
    return () ->
        isFull(data, least)
            ? Optional.of(new Notice("machine.disk", "/admin/backups", "backup.trouble.do"))
            : Optional.empty();
  }

  private static boolean isFull(Path data, long least) {
    try {
      return Files.exists(data) && Files.getFileStore(data).getUsableSpace() < least;
    } catch (IOException e) {
      return true;
    }
  }

  @Bean
  AdminWarning clockWarning(ClockWatch watch) {
    return () ->
        watch
            .lately()
            .map(jump ->
                new Notice(
                    jump.bySeconds() > 0 ? "machine.clock_ahead" : "machine.clock_back",
                    "/admin/calendar",
                    "machine.clock.do"));
  }

  @Bean
  AdminWarning mailWarning(MailSetup mail) {
    return () ->
        mail.isInTrouble()
            ? Optional.of(new Notice("machine.mail", "/admin/mail", "machine.mail.do"))
            : Optional.empty();
  }
}
