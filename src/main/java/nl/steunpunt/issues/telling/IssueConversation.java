package nl.steunpunt.issues.telling;

import java.util.OptionalLong;
import nl.steunpunt.issues.IssueId;

/** How an issue is called where somebody is owed word about it. */
public final class IssueConversation {
  private static final String PREFIX = "issue-";

  private IssueConversation() {}

  public static String of(IssueId issue) {
    return PREFIX + issue;
  }

  /** The number of the issue; empty: it is about something else. */
  public static OptionalLong issue(String conversation) {
    return conversation.startsWith(PREFIX)
        ? OptionalLong.of(Long.parseLong(conversation.substring(PREFIX.length())))
        : OptionalLong.empty();
  }
}
