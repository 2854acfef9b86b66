package nl.steunpunt.platform.picture;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One for the whole product, or two rooms at once would decode two at once. */
@Configuration(proxyBeanMethods = false)
class PictureSetup {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 10 << 20;

  @Bean
  Pictures pictures() {
    return new Pictures(PATIENCE, MOST_BYTES);
  }
}
