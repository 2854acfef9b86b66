package nl.steunpunt.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Before: nobody holds a question of an earlier test, or the next would go past whom it fills up.
 * After: no page complained in its console; one that does is broken, whatever it shows.
 */
class EachTest implements BeforeEachCallback, AfterEachCallback {
  @Override
  public void beforeEach(ExtensionContext test) {
    var sql = spring(test).getBean(JdbcClient.class);
    sql.sql("update support.question set status = 'closed', next_at = null").update();
    sql.sql("delete from network.presence").update();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    assertThat(spring(test).getBean(Chromium.class).endOfTest())
        .as("errors in the console")
        .isEmpty();
  }

  private static ApplicationContext spring(ExtensionContext test) {
    return SpringExtension.getApplicationContext(test);
  }
}
