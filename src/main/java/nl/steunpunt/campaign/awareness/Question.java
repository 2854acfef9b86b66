package nl.steunpunt.campaign.awareness;

import java.time.LocalDate;
import java.util.UUID;
import nl.steunpunt.network.SystemId;

/**
 * A question as its link carries it: nobody in it, so that the answer cannot say who gave it.
 *
 * @param department of whom was asked, as it was then; 0: none
 * @param quarter its first day
 * @param nonce answers once
 */
record Question(SystemId system, long department, LocalDate quarter, UUID nonce) {
  /** A quarter in which nobody answers. */
  static final LocalDate TRIAL = LocalDate.EPOCH;

  boolean isTrial() {
    return quarter.equals(TRIAL);
  }

  static LocalDate quarter(LocalDate day) {
    return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
  }
}
