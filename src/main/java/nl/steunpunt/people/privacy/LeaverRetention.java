package nl.steunpunt.people.privacy;

import nl.steunpunt.platform.retention.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LeaverRetention {

  @Bean
  RetentionRule keptLeavers(Erasure erasure) {
    return new RetentionRule(
        "leavers", 5, RetentionRule.Unit.MONTHS, 24, 1, 120, erasure::eraseWhoLeft);
  }
}
