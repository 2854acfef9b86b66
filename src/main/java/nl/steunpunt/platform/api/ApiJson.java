package nl.steunpunt.platform.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import nl.steunpunt.platform.web.LocalMoment;
import nl.steunpunt.platform.web.Typed;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON at the edge, and only there: what is stored must still read when the API's rules change. It
 * takes nothing it does not understand. A member that nobody knows is refused, since a misspelt
 * {@code onBehalfOf} would else file the question for the wrong person; a number is no text and a
 * text no number.
 */
@Configuration(proxyBeanMethods = false)
class ApiJson implements WebMvcConfigurer {
  private final JsonMapper json;

  ApiJson(JsonMapper json) {
    this.json =
        json.rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                LogicalType.Textual,
                text ->
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .addModule(
                new SimpleModule()
                    .addDeserializer(Instant.class, new WrittenMoment())
                    .addDeserializer(LocalDate.class, new WrittenDay())
                    .addDeserializer(String.class, new WrittenText()))
            .build();
  }

  /** What nobody types is not stored either, however it came in. */
  private static final class WrittenText extends StdScalarDeserializer<String> {
    WrittenText() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) {
      return json.hasToken(JsonToken.VALUE_STRING)
          ? Typed.clean(json.getString())
          : (String) context.handleUnexpectedToken(String.class, json);
    }
  }

  /** With its time zone; a bare number could be seconds or milliseconds. */
  private static final class WrittenMoment extends StdScalarDeserializer<Instant> {
    WrittenMoment() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        return (Instant) context.handleUnexpectedToken(Instant.class, json);
      }
      try {
        var moment = OffsetDateTime.parse(json.getString().strip());
        if (LocalMoment.isInOurTime(moment.getYear())) {
          return moment.toInstant();
        }
        return (Instant)
            context.handleWeirdStringValue(Instant.class, json.getString(), "not in our time");
      } catch (DateTimeException e) {
        return (Instant)
            context.handleWeirdStringValue(Instant.class, json.getString(), "not a moment");
      }
    }
  }

  /** As ISO 8601 has it. */
  private static final class WrittenDay extends StdScalarDeserializer<LocalDate> {
    WrittenDay() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser json, DeserializationContext context) {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        return (LocalDate) context.handleUnexpectedToken(LocalDate.class, json);
      }
      var day = LocalMoment.day(json.getString().strip());
      return day.isPresent()
          ? day.get()
          : (LocalDate)
              context.handleWeirdStringValue(LocalDate.class, json.getString(), "not a day");
    }
  }

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
    converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json));
  }
}
