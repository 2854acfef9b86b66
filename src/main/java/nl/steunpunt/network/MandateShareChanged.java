package nl.steunpunt.network;

/** A mandate holds for another share of working time. Told within the transaction. */
public record MandateShareChanged(MandateId mandate) {}
