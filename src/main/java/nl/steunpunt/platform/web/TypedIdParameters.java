package nl.steunpunt.platform.web;

import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import nl.steunpunt.platform.db.TypedId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Typed ids and moments in addresses and forms. An empty choice of a form is no id, rather than a
 * wrong one.
 */
@Configuration(proxyBeanMethods = false)
class TypedIdParameters implements WebMvcConfigurer {
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverterFactory(new FromText());
    registry.addConverter(String.class, Instant.class, TypedIdParameters::moment);
  }

  /** Java knows moments that are too far away for the database, which would answer for them. */
  private static Instant moment(String text) {
    var moment = Instant.parse(text);
    if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
      throw new IllegalArgumentException("no moment: " + text);
    }
    return moment;
  }

  private static final class FromText implements ConverterFactory<String, TypedId> {
    @Override
    @SuppressWarnings(
        "NullAway") // Spring lets a converter answer null; its types say so only without bounds.
    public <I extends TypedId> Converter<String, I> getConverter(Class<I> type) {
      return text -> read(type, text);
    }

    private static <I extends TypedId> @Nullable I read(Class<I> type, String text) {
      if (text.isBlank()) {
        return null;
      }
      try {
        return type.cast(type.getMethod("of", String.class).invoke(null, text));
      } catch (InvocationTargetException e) {
        throw new IllegalArgumentException("no id: " + text, e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(type + " has no of(String)", e);
      }
    }
  }
}
