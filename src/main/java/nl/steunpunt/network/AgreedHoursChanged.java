package nl.steunpunt.network;

/**
 * A mandate holds for another share of working time, or the contract of which it is a share
 * changed. Told within the transaction.
 */
public record AgreedHoursChanged(MandateId mandate) {}
