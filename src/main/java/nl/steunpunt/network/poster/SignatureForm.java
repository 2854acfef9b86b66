package nl.steunpunt.network.poster;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What was chosen, as for a piece of paper; it stands in the address. About nothing: one's own.
 *
 * @param language empty: that of the reader
 */
public record SignatureForm(
    @Nullable Long location,
    @Nullable Long department,
    @Nullable Long person,
    String design,
    String language,
    String slogan) {

  public SignatureForm {
    design = design == null || design.isBlank() ? PosterDesign.CALM.word() : design;
    language = language == null ? "" : language;
    slogan = slogan == null ? "" : slogan.strip();
  }

  SignatureForm in(String usual) {
    return language.isBlank()
        ? new SignatureForm(location, department, person, design, usual, slogan)
        : this;
  }

  boolean isAboutNothing() {
    return location == null && department == null && person == null;
  }

  /** For the same door, and the same refusals. */
  PosterForm piece(long me) {
    return new PosterForm(
        location,
        department,
        isAboutNothing() ? Long.valueOf(me) : person,
        "",
        design,
        language,
        slogan,
        null);
  }

  /** As it stands behind the address. */
  String query() {
    var query = UriComponentsBuilder.newInstance();
    query.queryParamIfPresent("location", Optional.ofNullable(location));
    query.queryParamIfPresent("department", Optional.ofNullable(department));
    query.queryParamIfPresent("person", Optional.ofNullable(person));
    query.queryParam("design", "{design}").queryParam("language", "{language}");
    query.queryParam("slogan", "{slogan}");
    return query.encode().buildAndExpand(design, language, slogan).toUriString();
  }
}
