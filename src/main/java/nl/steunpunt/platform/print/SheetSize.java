package nl.steunpunt.platform.print;

/** Of what is left after cutting, in millimetres. */
public record SheetSize(double width, double height) {}
