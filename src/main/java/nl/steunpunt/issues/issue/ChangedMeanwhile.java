package nl.steunpunt.issues.issue;

/**
 * Somebody changed the issue since the page was read on which it was to be changed: an old page
 * would put that back, and tell everybody who is hit.
 */
final class ChangedMeanwhile extends RuntimeException {
  ChangedMeanwhile() {
    super(null, null, false, false);
  }
}
