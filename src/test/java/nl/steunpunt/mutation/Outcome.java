package nl.steunpunt.mutation;

/** What came of a mutant. */
enum Outcome {
  NOTICED,
  /** It never ended: that is noticed as well. */
  HUNG,
  DOES_NOT_COMPILE,
  SURVIVED
}
