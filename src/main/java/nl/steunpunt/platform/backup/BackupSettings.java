package nl.steunpunt.platform.backup;

/**
 * @param daily whether one is made each day by itself
 * @param hour 0 to 23, in the organisation's time
 * @param kept how many files stay; an older one goes when a new one is good
 */
public record BackupSettings(boolean daily, int hour, int kept) {
  static final BackupSettings USUAL = new BackupSettings(true, 2, 7);
}
