package nl.steunpunt.bench.large;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The embedded database of a data folder, beside the server that owns it. */
public record Database(Path data) {
  private static final String PASSWORD = "postgres.password";
  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;

  public Connection connect() throws SQLException {
    var login = new Properties();
    login.setProperty("user", "postgres");
    login.setProperty("password", password());
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port() + "/postgres", login);
  }

  public int port() {
    return Integer.parseInt(postmaster(PORT_LINE));
  }

  public long pid() {
    return Long.parseLong(postmaster(PID_LINE));
  }

  public String password() {
    return read(PASSWORD).strip();
  }

  private String postmaster(int line) {
    return read("pg/postmaster.pid").lines().toList().get(line).strip();
  }

  private String read(String file) {
    try {
      return Files.readString(data.resolve(file));
    } catch (IOException e) {
      throw new IllegalStateException("There is no running database in " + data, e);
    }
  }

  /** Runs statements one by one, in no transaction. */
  public void run(String... statements) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      for (var one : statements) {
        statement.execute(one);
      }
    }
  }

  public long number(String query) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
