package nl.steunpunt.helpdesk;

import java.util.ArrayList;
import java.util.List;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who arranges the desk: the administrator, and whoever of the desk was named its lead. As long as
 * nobody was, each of the desk.
 */
@Component
public class DeskLead {
  private static final String SETTING = "desk_leads";

  /**
   * @param people numbers of persons
   */
  public record Leads(List<Long> people) {
    static final Leads NONE = new Leads(List.of());
  }

  private final Settings settings;
  private final DeskPeople desk;

  DeskLead(Settings settings, DeskPeople desk) {
    this.settings = settings;
    this.desk = desk;
  }

  public Leads leads() {
    return settings.get(SETTING, Leads.class, Leads.NONE);
  }

  public boolean is(Me me) {
    var named = leads().people();
    return me.is(Role.ADMINISTRATOR)
        || me.is(Role.HELPDESK) && (named.isEmpty() || named.contains(me.id().value()));
  }

  /** To others these screens are not there. */
  public void require(Me me) {
    if (!is(me)) {
      throw new NotFound();
    }
  }

  /** Who is not of the desk (any more) is left out. */
  @Transactional
  public void name(List<Long> people) {
    var known = desk.all().stream().map(PersonId::value).toList();
    var named = new ArrayList<>(people);
    named.retainAll(known);
    settings.put(SETTING, new Leads(named.stream().distinct().sorted().toList()));
  }
}
