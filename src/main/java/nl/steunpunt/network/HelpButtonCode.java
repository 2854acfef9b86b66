package nl.steunpunt.network;

/**
 * What is put in another page so that the help button stands there.
 *
 * @param address where Steunpunt is, without a slash at the end
 * @param system key of the one to begin with; empty: there is none
 */
public record HelpButtonCode(String address, String system) {

  public String script() {
    return """
    <script src="%s/assets/help.js"%s async></script>\
    """
        .formatted(address, system.isEmpty() ? "" : " data-system=\"" + system + "\"");
  }

  public String frame(String title) {
    return """
    <iframe src="%s/help-button/frame%s" title="%s" width="400" height="640"></iframe>\
    """
        .formatted(address, query(), title);
  }

  public String link() {
    return address + "/ask" + query();
  }

  private String query() {
    return system.isEmpty() ? "" : "?system=" + system;
  }
}
