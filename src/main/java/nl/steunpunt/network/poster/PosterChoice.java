package nl.steunpunt.network.poster;

/**
 * How a piece is made.
 *
 * @param slogan empty: ours
 * @param marks with bleed and crop marks
 */
public record PosterChoice(
    PosterFormat format,
    PosterDesign design,
    PosterLanguage language,
    String slogan,
    boolean marks) {}
