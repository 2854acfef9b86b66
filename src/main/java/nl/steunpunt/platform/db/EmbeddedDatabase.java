package nl.steunpunt.platform.db;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A real PostgreSQL of our own, kept in the data folder, for who has no database server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
    name = "spring.datasource.url",
    matchIfMissing = true,
    havingValue = "__never__")
class EmbeddedDatabase {

  @Bean(destroyMethod = "close")
  PostgresServer postgres(
      @Value("${steunpunt.data}") Path data, @Value("${steunpunt.database.port}") int port) {
    return PostgresServer.open(data, port);
  }

  /** The pool is Spring Boot's, as with a database elsewhere: one set of pool settings for both. */
  @Bean
  JdbcConnectionDetails connection(PostgresServer postgres) {
    return new JdbcConnectionDetails() {
      @Override
      public String getJdbcUrl() {
        return postgres.url();
      }

      @Override
      public String getUsername() {
        return PostgresServer.USER;
      }

      @Override
      public String getPassword() {
        return postgres.password();
      }
    };
  }
}
