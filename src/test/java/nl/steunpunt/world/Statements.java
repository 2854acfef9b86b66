package nl.steunpunt.world;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** What this thread sends to the database: a screen in a test is made on the thread that asks. */
@Component
public class Statements implements BeanPostProcessor {
  private static final ThreadLocal<List<String>> SENT = ThreadLocal.withInitial(ArrayList::new);

  /** Settings are kept in memory for two seconds, so who reads them is a matter of chance. */
  private static final String KEPT = "platform.setting";

  /** The statements of this work, in their order. */
  public static List<String> of(Runnable work) {
    SENT.get().clear();
    work.run();
    return List.copyOf(SENT.get());
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource database && name.equals("dataSource")
        ? new Listening(database)
        : bean;
  }

  private static final class Listening extends DelegatingDataSource {
    Listening(DataSource database) {
      super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
      var connection = super.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("prepareStatement")
                    && !arguments[0].toString().contains(KEPT)) {
                  SENT.get().add(arguments[0].toString());
                }
                try {
                  return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }
}
