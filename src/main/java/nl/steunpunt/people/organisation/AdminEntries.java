package nl.steunpunt.people.organisation;

import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AdminEntries {

  @Bean
  MenuEntry adminMenu() {
    return new MenuEntry(90, "/admin", "admin.title", "settings", "administrator");
  }

  @Bean
  AdminEntry accountsEntry() {
    return new AdminEntry(20, "/admin/accounts", "person", "accounts.title", "accounts.title.lead");
  }

  @Bean
  AdminEntry mailEntry() {
    return new AdminEntry(50, "/admin/mail", "send", "mail_setup.title", "mail_setup.title.lead");
  }

  @Bean
  AdminEntry lookEntry() {
    return new AdminEntry(60, "/admin/look", "look", "look.title", "look.title.lead");
  }
}
