package nl.steunpunt.platform.backup;

import org.jspecify.annotations.Nullable;

/** A backup cannot be made or used. The message is one sentence for who asked for it. */
public class BackupRefused extends RuntimeException {

  BackupRefused(String sentence) {
    super(sentence);
  }

  BackupRefused(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
