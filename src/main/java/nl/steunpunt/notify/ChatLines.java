package nl.steunpunt.notify;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes what a chat channel reads, in the room that knows it. Who reads a channel is not known
 * here: a line says nothing that not every colleague may know, no words of a question and no names.
 */
public interface ChatLines {
  Set<ChatEvent> events();

  /**
   * How it stands now, by number of its subject, in one statement for all. What is not in it is
   * nobody's concern any more, and is not sent.
   */
  Map<Long, Line> write(ChatEvent event, Set<Long> subjects, Locale language);

  /**
   * @param text one line, without any marks of a chat
   * @param path where who may see more goes on, in our own house
   */
  record Line(String text, String path) {}
}
