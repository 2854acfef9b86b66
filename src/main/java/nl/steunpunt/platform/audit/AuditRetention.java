package nl.steunpunt.platform.audit;

import nl.steunpunt.platform.retention.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditRetention {

  @Bean
  RetentionRule keptAudit(AuditTrail trail) {
    return new RetentionRule("audit", 90, RetentionRule.Unit.MONTHS, 24, 6, 120, trail::forget);
  }
}
