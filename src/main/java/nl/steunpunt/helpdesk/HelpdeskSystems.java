package nl.steunpunt.helpdesk;

import java.util.Locale;
import nl.steunpunt.people.PersonId;

/** Adds a connection to another helpdesk's system that another module knows of. */
public interface HelpdeskSystems {
  /**
   * Nothing goes there until an administrator switches it on.
   *
   * @param kind the word of a connector
   * @param key lets us in there: a secret
   * @param place where tickets are made
   * @param speaker who speaks for the helpdesk here
   */
  void add(
      String name,
      String kind,
      String address,
      String key,
      String place,
      PersonId speaker,
      Locale language);
}
