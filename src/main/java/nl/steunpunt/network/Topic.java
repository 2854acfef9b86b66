package nl.steunpunt.network;

/** A part or process of a system: "log-in", "month-end close". */
public record Topic(
    TopicId id, SystemId systemId, String key, String nameNl, String nameEn, boolean active) {

  public String name(String language) {
    return language.equals("en") ? nameEn : nameNl;
  }
}
