package nl.steunpunt.platform.webhook;

/** Adds a webhook that another module knows of; it is noted as an administrator's would be. */
public interface WebhookDoor {
  /**
   * One that is told of everything, but not who.
   *
   * @return the secret with which what it gets is signed, as receivers write it
   */
  String add(String name, String address);
}
