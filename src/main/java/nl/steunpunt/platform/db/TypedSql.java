package nl.steunpunt.platform.db;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * JdbcClient that speaks our types both ways: {@link Instant}, {@link TypedId}, and enums as the
 * lower-case words of the schema's checks. The driver refuses an Instant and would store an enum's
 * number.
 */
@Configuration(proxyBeanMethods = false)
class TypedSql {

  private static final ConversionService COLUMN_TYPES = columnTypes();

  @Bean
  JdbcClient sql(NamedParameterJdbcTemplate template) {
    return new TypedJdbcClient(JdbcClient.create(template, COLUMN_TYPES));
  }

  static @Nullable Object parameter(@Nullable Object value) {
    return switch (value) {
      case Instant at -> OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
      case TypedId id -> id.value();
      case Enum<?> word -> word.name().toLowerCase(Locale.ROOT);
      case Collection<?> many -> many.stream().map(TypedSql::parameter).toList();
      case null, default -> value;
    };
  }

  /** A row that is one id; the client itself would look for columns named as the record's parts. */
  static <T> RowMapper<T> singleId(Class<T> type) {
    return (row, number) -> Objects.requireNonNull(COLUMN_TYPES.convert(row.getLong(1), type));
  }

  private static ConversionService columnTypes() {
    var types = new DefaultConversionService();
    types.addConverterFactory(new WordToEnum());
    types.addConverter(Array.class, List.class, TypedSql::list);
    return types;
  }

  private static List<?> list(Array column) {
    try {
      return Arrays.asList((Object[]) column.getArray());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static final class WordToEnum implements ConverterFactory<String, Enum> {
    @Override
    public <E extends Enum> Converter<String, E> getConverter(Class<E> type) {
      return word -> (E) Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
  }
}
