package nl.steunpunt.support.asking;

import nl.steunpunt.platform.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AskMenu {
  @Bean
  MenuEntry start() {
    return new MenuEntry(10, "/", "menu.start", "home", null);
  }
}
