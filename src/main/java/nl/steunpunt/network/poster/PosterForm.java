package nl.steunpunt.network.poster;

import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.platform.web.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What was chosen. Nothing of it is kept: it stands in the address.
 *
 * @param location where the code leads; with a department or person null: what is usual for them
 * @param slogan instead of our own; empty: ours
 * @param marks null: a box that is not ticked is not sent
 */
public record PosterForm(
    @Nullable Long location,
    @Nullable Long department,
    @Nullable Long person,
    String format,
    String design,
    String language,
    String slogan,
    @Nullable Boolean marks) {

  public static final int LONGEST_SLOGAN = 60;

  public PosterForm {
    format = or(format, PosterFormat.A4.word());
    design = or(design, PosterDesign.BOLD.word());
    language = or(language, PosterLanguage.NL.word());
    slogan = slogan == null ? "" : slogan.strip();
  }

  private static String or(@Nullable String typed, String usual) {
    return typed == null || typed.isBlank() ? usual : typed;
  }

  static PosterForm of(long location, @Nullable Long department, @Nullable Long person) {
    return new PosterForm(location, department, person, "", "", "", "", null);
  }

  PosterForm ofPlace() {
    return new PosterForm(location, null, null, format, design, language, slogan, marks);
  }

  SignatureForm signature() {
    return new SignatureForm(location, department, person, design, language, slogan);
  }

  boolean isAboutNothing() {
    return location == null && department == null && person == null;
  }

  public boolean hasMarks() {
    return Boolean.TRUE.equals(marks);
  }

  List<FieldError> errors() {
    var errors = new ArrayList<FieldError>();
    if (PosterFormat.of(format).isEmpty()) {
      errors.add(FieldError.of("format", "poster.refused.format"));
    }
    if (PosterDesign.of(design).isEmpty()) {
      errors.add(FieldError.of("design", "poster.refused.design"));
    }
    if (PosterLanguage.of(language).isEmpty()) {
      errors.add(FieldError.of("language", "poster.refused.language"));
    }
    if (slogan.length() > LONGEST_SLOGAN) {
      errors.add(FieldError.of("slogan", "poster.refused.slogan", LONGEST_SLOGAN));
    }
    return errors;
  }

  PosterChoice choice() {
    return new PosterChoice(
        PosterFormat.of(format).orElseThrow(),
        PosterDesign.of(design).orElseThrow(),
        PosterLanguage.of(language).orElseThrow(),
        slogan,
        hasMarks());
  }

  /** As it stands behind the address. */
  public String query() {
    var query = UriComponentsBuilder.newInstance();
    query.queryParamIfPresent("location", java.util.Optional.ofNullable(location));
    query.queryParamIfPresent("department", java.util.Optional.ofNullable(department));
    query.queryParamIfPresent("person", java.util.Optional.ofNullable(person));
    query.queryParam("format", "{format}").queryParam("design", "{design}");
    query.queryParam("language", "{language}").queryParam("slogan", "{slogan}");
    if (hasMarks()) {
      query.queryParam("marks", true);
    }
    return query.encode().buildAndExpand(format, design, language, slogan).toUriString();
  }
}
