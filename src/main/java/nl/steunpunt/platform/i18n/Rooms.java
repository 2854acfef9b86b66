package nl.steunpunt.platform.i18n;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where what lies in the rooms is read from: the class path, or while developing the sources, so
 * that a changed text, style or script is on the next page.
 *
 * @param rereads whether it may have changed since it was read
 */
@Component
public record Rooms(@Value("${steunpunt.dev:false}") boolean rereads) {

  /**
   * A pattern of files below the rooms, {@code **}{@code /*.css}, as Spring's resolver takes it.
   */
  public String pattern(String below) {
    return (rereads ? "file:src/main/java/nl/steunpunt/" : "classpath*:nl/steunpunt/") + below;
  }
}
