package nl.steunpunt.support.suggestion;

/** How far two words are apart. */
final class Misspelling {

  private Misspelling() {}

  /** Short words have too many neighbours to be taken for one another. */
  static int allowed(String word) {
    if (word.length() < 4) {
      return 0;
    }
    return word.length() < 8 ? 1 : 2;
  }

  /**
   * The fewest letters to add, drop, change or swap with the next (optimal string alignment), or
   * anything above {@code most} when it is more than that.
   */
  static int distance(String one, String other, int most) {
    if (Math.abs(one.length() - other.length()) > most) {
      return most + 1;
    }
    int[] before = new int[other.length() + 1];
    int[] above = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      var row = new int[other.length() + 1];
      row[0] = i;
      int least = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + changed);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > most) {
        return most + 1;
      }
      before = above;
      above = row;
    }
    return above[other.length()];
  }
}
