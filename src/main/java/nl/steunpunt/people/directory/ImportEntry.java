package nl.steunpunt.people.directory;

import nl.steunpunt.platform.web.AdminEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportEntry {

  @Bean
  AdminEntry importOfPeople() {
    return new AdminEntry(10, "/admin/import", "clip", "import.title", "import.title.lead");
  }
}
