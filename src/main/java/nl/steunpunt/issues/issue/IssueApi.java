package nl.steunpunt.issues.issue;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.issues.IssueTickets;
import nl.steunpunt.issues.merging.Merging;
import nl.steunpunt.issues.pointer.Pointer;
import nl.steunpunt.issues.register.Filter;
import nl.steunpunt.issues.register.FilterReading;
import nl.steunpunt.issues.register.Rows;
import nl.steunpunt.network.AboutReading;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.Role;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.api.Slice;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Refusal;
import nl.steunpunt.platform.web.Typed;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.SignalId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register of issues. Everybody may read it: it carries no names. */
@RestController
@RequestMapping("/api/v1/issues")
class IssueApi {
  private static final String ISSUES =
      """
      with %s
      select to_json(it) from (
        select i.id, i.title, i.description, i.status, i.severity, i.workaround,
               (select max(w.version) from issues.workaround w where w.issue_id = i.id) as workaround_version,
               i.planned_release, s.key as system, t.key as topic,
               (select to_json(o) from (
                 select p.id, p.name from people.pub_person p where :worker and p.id = i.owner_id) o) as owner,
               (select count(*) from issues.me_too m where m.issue_id = i.id) as hit,
               exists (select from issues.me_too m where m.issue_id = i.id and m.person_id = :me) as mine,
               case when :worker then coalesce((select json_agg(p order by p.id) from (
                 with recursive inside (id) as (
                   select i.id union select n.id from issues.issue n join inside on n.merged_into = inside.id
                 )
                 select p.id, p.kind, p.title, p.address from issues.pointer p
                  where p.issue_id in (select id from inside) and p.removed_at is null) p), '[]') end as pointers,
               i.created_at, i.changed_at
          from found i
          join network.pub_system s on s.id = i.system_id
          left join network.pub_topic t on t.id = i.topic_id
         order by i.id desc) it
      """;

  private static final String MEANT =
      """
      with recursive meant (id, merged_into) as (
        select id, merged_into from issues.issue where id = :id
        union all
        select i.id, i.merged_into from meant m join issues.issue i on i.id = m.merged_into
      )
      select to_json(id) from meant where merged_into is null
      """;

  private static final String ONE =
      """
      recursive meant (id, merged_into) as (
        select id, merged_into from issues.issue where id = :id
        union all
        select i.id, i.merged_into from meant m join issues.issue i on i.id = m.merged_into
      ),
      found as (select i.* from issues.issue i where i.id = (select id from meant where merged_into is null) limit :rows)
      """;

  /** What a refusal's key ends with, and which member it is about. */
  private static final Map<String, String> POINTERS =
      Map.of(
          "_text", "/description",
          "_release", "/plannedRelease",
          ".status", "/status",
          ".severity", "/severity",
          ".owner", "/owner");

  private final IssueTracking tracking;
  private final IssueJoining joining;
  private final Merging merging;
  private final IssueTickets tickets;
  private final AboutReading abouts;
  private final FilterReading filters;
  private final JdbcClient sql;
  private final ScreenSql screens;

  IssueApi(
      IssueTracking tracking,
      IssueJoining joining,
      Merging merging,
      IssueTickets tickets,
      AboutReading abouts,
      FilterReading filters,
      JdbcClient sql,
      ScreenSql screens) {
    this.tracking = tracking;
    this.joining = joining;
    this.merging = merging;
    this.tickets = tickets;
    this.abouts = abouts;
    this.filters = filters;
    this.sql = sql;
    this.screens = screens;
  }

  record NewIssue(
      @Nullable Ref system,
      @Nullable String title,
      @Nullable String description,
      @Nullable Ref topic) {}

  /**
   * The whole of what can be changed: what is left out is empty from then on.
   *
   * @param status a word of the register
   * @param severity a word of the register; null: not weighed
   * @param owner an address or a number
   * @param changedAt as it was read: refused when somebody changed it since; null: whoever did
   */
  record IssueChange(
      @Nullable String title,
      @Nullable String description,
      @Nullable String status,
      @Nullable String severity,
      @Nullable String workaround,
      @Nullable String plannedRelease,
      @Nullable Ref owner,
      @Nullable Instant changedAt) {}

  record Owner(long id, String name) {}

  /**
   * @param workaround what helps meanwhile
   * @param workaroundVersion how often that was said anew; null: never
   * @param owner null: nobody, or the reader only has it
   * @param hit how many people said "me too" or asked about it
   * @param mine whether the reader is one of them
   * @param tickets for the helpdesk alone, the newest first
   * @param pointers tickets in other systems and ideas, for who works on issues alone
   */
  record IssueShown(
      long id,
      String title,
      String description,
      Status status,
      @Nullable Severity severity,
      @Nullable String workaround,
      @Nullable Integer workaroundVersion,
      @Nullable String plannedRelease,
      String system,
      @Nullable String topic,
      @Nullable Owner owner,
      int hit,
      boolean mine,
      @Nullable List<IssueTickets.Ticket> tickets,
      @Nullable List<Pointer> pointers,
      Instant createdAt,
      Instant changedAt) {

    IssueShown with(List<IssueTickets.Ticket> known) {
      return new IssueShown(
          id,
          title,
          description,
          status,
          severity,
          workaround,
          workaroundVersion,
          plannedRelease,
          system,
          topic,
          owner,
          hit,
          mine,
          known,
          pointers,
          createdAt,
          changedAt);
    }
  }

  /** The newest first. */
  @GetMapping
  Slice<IssueShown> list(
      Me me,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") List<String> status,
      @RequestParam(defaultValue = "") String system,
      @RequestParam(defaultValue = "") String topic,
      @RequestParam(defaultValue = "") List<String> severity,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(required = false) @Nullable Boolean open,
      @RequestParam(required = false) @Nullable Boolean mine,
      @RequestParam(required = false) @Nullable Boolean workaround,
      @RequestParam(defaultValue = "") String release,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    var rows = Slice.limit(limit);
    var about = filters.about(system, topic);
    var filter =
        new Filter(
            q.strip(),
            open,
            FilterReading.statuses(status),
            about.system(),
            about.topic(),
            FilterReading.severities(severity),
            filters.owner(me, isWorker(me), owner),
            false,
            Boolean.TRUE.equals(mine),
            workaround,
            release.strip());
    return Slice.of(find(me, filter, Slice.after(after), rows + 1), rows, IssueShown::id);
  }

  /** A number that went into another issue leads there, until that is undone. */
  @GetMapping("/{id}")
  ResponseEntity<IssueShown> show(Me me, @PathVariable IssueId id) {
    var meant = screens.one(sql.sql(MEANT).param("id", id), Long.class).orElseThrow(NotFound::new);
    if (meant != id.value()) {
      return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
          .cacheControl(CacheControl.noStore())
          .location(URI.create("/api/v1/issues/" + meant))
          .build();
    }
    return ResponseEntity.ok(one(me, id));
  }

  /** This one goes into the other, and its number leads there. */
  @PostMapping("/{id}/merger")
  IssueShown merge(Me me, @PathVariable IssueId id, @RequestBody Merger wish) {
    return one(me, merging.merge(me, id, new IssueId(given("/into", wish.into))));
  }

  /** It is an issue of its own again, with what it had. */
  @PostMapping("/{id}/merger/undoing")
  IssueShown undoMerger(Me me, @PathVariable IssueId id) {
    merging.undo(me, id);
    return one(me, id);
  }

  /**
   * @param into the number of the issue that is kept
   */
  record Merger(@Nullable Long into) {}

  /** These questions are about something else: the new issue. To undo it is to merge the two. */
  @PostMapping("/{id}/split")
  @ResponseStatus(HttpStatus.CREATED)
  IssueShown split(Me me, @PathVariable IssueId id, @RequestBody Split wish) {
    var members = new Members();
    var title = members.text("/title", wish.title, IssueWords.MAX_TITLE);
    members.check();
    var those = wish.questions == null ? List.<Long>of() : wish.questions;
    return one(
        me,
        Members.pointing(
            Map.of("no_questions", "/questions", "many", "/questions"),
            () -> merging.split(me, id, title, those.stream().filter(Objects::nonNull).toList())));
  }

  /**
   * @param questions numbers of questions that belong to it
   */
  record Split(@Nullable String title, @Nullable List<Long> questions) {}

  /** A question is about it: who asked it is hit. */
  @PostMapping("/{id}/questions")
  IssueShown joinQuestion(Me me, @PathVariable IssueId id, @RequestBody JoiningQuestion wish) {
    var question = new QuestionId(given("/question", wish.question));
    return one(me, joining.link(me, id, question));
  }

  /** What somebody said without asking for help is about it. */
  @PostMapping("/{id}/signals")
  IssueShown joinSignal(Me me, @PathVariable IssueId id, @RequestBody JoiningSignal wish) {
    var signal = new SignalId(given("/signal", wish.signal));
    return one(me, merging.joinSignal(me, id, signal));
  }

  record JoiningQuestion(@Nullable Long question) {}

  record JoiningSignal(@Nullable Long signal) {}

  private static long given(String pointer, @Nullable Long number) {
    var members = new Members();
    if (number == null) {
      members.wrong(pointer, "api.member.missing");
    }
    members.check();
    return Objects.requireNonNull(number);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  IssueShown report(Me me, @RequestBody NewIssue issue) {
    var members = new Members();
    var title = members.text("/title", issue.title, IssueWords.MAX_TITLE);
    var about = abouts.of(members, issue.system, issue.topic);
    members.check();
    var description = issue.description == null ? "" : issue.description;
    var id =
        Members.pointing(
            Map.of("_text", "/description"),
            () -> tracking.report(me, about, title, description, null, null));
    return one(me, id);
  }

  @PutMapping("/{id}")
  IssueShown change(Me me, @PathVariable IssueId id, @RequestBody IssueChange wish) {
    var members = new Members();
    var title = members.text("/title", wish.title, IssueWords.MAX_TITLE);
    var word = members.text("/status", wish.status);
    members.check();
    Members.pointing(
        POINTERS,
        () -> {
          try {
            return tracking.change(me, id, form(title, word, wish), wish.changedAt).issue();
          } catch (ChangedMeanwhile late) {
            throw Refusal.conflict("issue.refused.changed_meanwhile");
          }
        });
    return one(me, id);
  }

  private static IssueForm form(String title, String status, IssueChange wish) {
    return new IssueForm(
        title,
        orEmpty(wish.description),
        status,
        orEmpty(wish.workaround),
        orEmpty(wish.severity),
        orEmpty(wish.plannedRelease),
        wish.owner == null ? "" : wish.owner.text());
  }

  private static boolean isWorker(Me me) {
    return me.is(Role.POWER_USER) || Owners.mayOwn(me);
  }

  private static String orEmpty(@Nullable String given) {
    return given == null ? "" : Typed.clean(given);
  }

  /** Joins once; a repeat changes nothing. */
  @PostMapping("/{id}/me-too")
  IssueShown join(Me me, @PathVariable IssueId id) {
    joining.join(me, id);
    return one(me, id);
  }

  /** Stays when one has a question about it. */
  @PostMapping("/{id}/leaving")
  IssueShown leave(Me me, @PathVariable IssueId id) {
    joining.leave(me, id);
    return one(me, id);
  }

  private IssueShown one(Me me, IssueId id) {
    return shown(me, sql.sql(ISSUES.formatted(ONE)).param("id", id), 1).stream()
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private List<IssueShown> find(Me me, Filter filter, @Nullable Long after, int rows) {
    var found =
        sql.sql(ISSUES.formatted(Rows.found(filter, after)))
            .params(Rows.parameters(filter))
            .param("before", after);
    return shown(me, found, rows);
  }

  private List<IssueShown> shown(Me me, JdbcClient.StatementSpec found, int rows) {
    var worker = isWorker(me);
    var statement = found.param("me", me.id()).param("worker", worker).param("rows", rows);
    var issues = screens.list(statement, IssueShown.class);
    var known =
        me.is(Role.HELPDESK)
            ? tickets.of(issues.stream().map(issue -> new IssueId(issue.id)).toList())
            : Map.<IssueId, List<IssueTickets.Ticket>>of();
    return issues.stream()
        .map(issue -> issue.with(known.getOrDefault(new IssueId(issue.id), List.of())))
        .toList();
  }
}
