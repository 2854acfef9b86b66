package nl.steunpunt.platform.web;

import java.lang.reflect.InvocationTargetException;
import nl.steunpunt.platform.db.TypedId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Typed ids in addresses and forms. An empty choice of a form is no id, rather than a wrong one.
 */
@Configuration(proxyBeanMethods = false)
class TypedIdParameters implements WebMvcConfigurer {

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverterFactory(new FromText());
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
