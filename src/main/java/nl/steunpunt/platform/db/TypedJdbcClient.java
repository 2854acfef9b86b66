package nl.steunpunt.platform.db;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.KeyHolder;

/** Hands every statement on, with parameters turned into what the driver knows. */
record TypedJdbcClient(JdbcClient driver) implements JdbcClient {

  @Override
  public StatementSpec sql(String sql) {
    return new Typed(driver.sql(sql));
  }

  private record Typed(StatementSpec spec) implements StatementSpec {

    @Override
    public StatementSpec withFetchSize(int rows) {
      spec.withFetchSize(rows);
      return this;
    }

    @Override
    public StatementSpec withMaxRows(int rows) {
      spec.withMaxRows(rows);
      return this;
    }

    @Override
    public StatementSpec withQueryTimeout(int seconds) {
      spec.withQueryTimeout(seconds);
      return this;
    }

    @Override
    public StatementSpec param(@Nullable Object value) {
      spec.param(TypedSql.parameter(value));
      return this;
    }

    @Override
    public StatementSpec param(int index, @Nullable Object value) {
      spec.param(index, TypedSql.parameter(value));
      return this;
    }

    @Override
    public StatementSpec param(int index, @Nullable Object value, int sqlType) {
      spec.param(index, TypedSql.parameter(value), sqlType);
      return this;
    }

    @Override
    public StatementSpec param(String name, @Nullable Object value) {
      spec.param(name, TypedSql.parameter(value));
      return this;
    }

    @Override
    public StatementSpec param(String name, @Nullable Object value, int sqlType) {
      spec.param(name, TypedSql.parameter(value), sqlType);
      return this;
    }

    @Override
    public StatementSpec params(@Nullable Object... values) {
      for (var value : values) {
        param(value);
      }
      return this;
    }

    @Override
    public StatementSpec params(List<?> values) {
      values.forEach(this::param);
      return this;
    }

    @Override
    public StatementSpec params(Map<String, ?> values) {
      values.forEach(this::param);
      return this;
    }

    @Override
    public StatementSpec paramSource(Object namedParamObject) {
      spec.paramSource(namedParamObject);
      return this;
    }

    @Override
    public StatementSpec paramSource(SqlParameterSource source) {
      spec.paramSource(source);
      return this;
    }

    @Override
    public ResultQuerySpec query() {
      return spec.query();
    }

    @Override
    public <T> MappedQuerySpec<T> query(Class<T> type) {
      return TypedId.class.isAssignableFrom(type)
          ? spec.query(TypedSql.singleId(type))
          : spec.query(type);
    }

    @Override
    public <T> MappedQuerySpec<T> query(RowMapper<T> mapper) {
      return spec.query(mapper);
    }

    @Override
    public void query(RowCallbackHandler handler) {
      spec.query(handler);
    }

    @Override
    public <T> T query(ResultSetExtractor<T> extractor) {
      return spec.query(extractor);
    }

    @Override
    public int update() {
      return spec.update();
    }

    @Override
    public int update(KeyHolder keys) {
      return spec.update(keys);
    }

    @Override
    public int update(KeyHolder keys, String... columns) {
      return spec.update(keys, columns);
    }
  }
}
