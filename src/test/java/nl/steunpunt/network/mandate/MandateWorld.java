package nl.steunpunt.network.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import nl.steunpunt.network.ConstituencyChanges;
import nl.steunpunt.network.ConstituencyRule;
import nl.steunpunt.network.MandateId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.world.Browser;
import nl.steunpunt.world.Colleague;
import nl.steunpunt.world.World;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What tests of mandates do, and what was mailed because of it. */
@Component
@Lazy
public class MandateWorld {
  private final World world;
  private final MandateProposing proposing;
  private final MandateAnswering answering;
  private final Agreements agreements;
  private final AgreementKeeping keeping;
  private final ConstituencyChanges changes;
  private final Clock clock;
  private final JdbcClient sql;

  MandateWorld(
      World world,
      MandateProposing proposing,
      MandateAnswering answering,
      Agreements agreements,
      AgreementKeeping keeping,
      ConstituencyChanges changes,
      Clock clock,
      JdbcClient sql) {
    this.world = world;
    this.proposing = proposing;
    this.answering = answering;
    this.agreements = agreements;
    this.keeping = keeping;
    this.changes = changes;
    this.clock = clock;
    this.sql = sql;
  }

  /** Asked by Marieke, for the department they work in. */
  public MandateId proposed(Colleague candidate, int share) {
    var terms = new Terms(share, null, keeping.today().plusYears(1), null, null);
    var id = proposing.propose(world.marieke().id(), candidate.id(), world.nova(), terms);
    var department =
        sql.sql("select department_id from people.pub_person where id = :id")
            .param("id", candidate.id())
            .query(Long.class)
            .single();
    changes.add(
        id,
        new ConstituencyRule(ConstituencyRule.Kind.DEPARTMENT, department),
        world.marieke().id(),
        clock.instant());
    return id;
  }

  /** And the candidate said yes. */
  public MandateId asked(Colleague candidate, int share) {
    var id = proposed(candidate, share);
    answering.agree(candidate.id(), id, version(id));
    return id;
  }

  public int version(MandateId id) {
    return agreement(id).version();
  }

  Agreement agreement(MandateId id) {
    return agreements.locked(id).orElseThrow();
  }

  public String stage(MandateId id) {
    return agreement(id).stage().word();
  }

  public Standing standing(MandateId id) {
    return agreement(id).standing();
  }

  java.time.Instant graceUntil(MandateId id) {
    return java.util.Objects.requireNonNull(agreement(id).row(id).graceUntil());
  }

  java.time.Instant now() {
    return clock.instant();
  }

  public PersonId decider(MandateId id) {
    return java.util.Objects.requireNonNull(agreement(id).asked());
  }

  /** Whom the directory has above them. */
  public void reportsTo(Colleague person, Colleague manager) {
    sql.sql("update people.person set manager_id = :manager where id = :id")
        .param("manager", manager.id())
        .param("id", person.id())
        .update();
  }

  /** Paths of the links in the mails to this address, the last first. */
  public List<String> links(String email) {
    return sql
        .sql(
            """
            select text_body from platform.mail where recipient = :email and text_body like '%/mandate-link/%'
             order by id desc
            """)
        .param("email", email)
        .query(String.class)
        .stream()
        .map(text -> {
          var found = Pattern.compile("/mandate-link/[\\w-]+").matcher(text);
          assertThat(found.find()).isTrue();
          return found.group();
        })
        .toList();
  }

  public List<String> subjects(String email) {
    return sql.sql("select subject from platform.mail where recipient = :email order by id")
        .param("email", email)
        .query(String.class)
        .list();
  }

  /** Sends the form with this button, as it stands on the page. */
  public static org.springframework.test.web.servlet.assertj.MvcTestResult decide(
      Browser browser, String page, String decision, String... more) {
    var version = browser.page(page).expectFirst("input[name=version]").val();
    var fields = new java.util.ArrayList<>(List.of("decision", decision, "version", version));
    fields.addAll(List.of(more));
    return browser.post(page + "/decision", fields.toArray(String[]::new));
  }
}
