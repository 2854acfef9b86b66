package nl.steunpunt.issues.issue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.network.AboutReading;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.api.Invalid;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.api.Slice;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
      select to_json(it) from (
        select i.id, i.title, i.description, i.status, i.workaround, s.key as system, t.key as topic,
               (select count(*) from issues.me_too m where m.issue_id = i.id) as hit,
               exists (select from issues.me_too m where m.issue_id = i.id and m.person_id = :me) as mine,
               i.created_at, i.changed_at
          from issues.issue i
          join network.pub_system s on s.id = i.system_id
          left join network.pub_topic t on t.id = i.topic_id
         where (:id::bigint is null or i.id = :id)
           and (:after::bigint is null or i.id < :after)
           and (:anyStatus or i.status = any(:statuses::text[]))
         order by i.id desc
         limit :rows) it
      """;

  private final IssueTracking tracking;
  private final AboutReading abouts;
  private final JdbcClient sql;
  private final ScreenSql screens;

  IssueApi(IssueTracking tracking, AboutReading abouts, JdbcClient sql, ScreenSql screens) {
    this.tracking = tracking;
    this.abouts = abouts;
    this.sql = sql;
    this.screens = screens;
  }

  record NewIssue(
      @Nullable Ref system,
      @Nullable String title,
      @Nullable String description,
      @Nullable Ref topic) {}

  /**
   * @param hit how many people said "me too" or asked about it
   * @param mine whether the reader is one of them
   */
  record IssueShown(
      long id,
      String title,
      String description,
      Status status,
      @Nullable String workaround,
      String system,
      @Nullable String topic,
      int hit,
      boolean mine,
      Instant createdAt,
      Instant changedAt) {}

  /** The newest first. */
  @GetMapping
  Slice<IssueShown> list(
      Me me,
      @RequestParam(defaultValue = "") List<String> status,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    var rows = Slice.limit(limit);
    var statuses = status.stream().filter(word -> !word.isBlank()).map(IssueApi::status).toList();
    return Slice.of(find(me, null, Slice.after(after), statuses, rows + 1), rows, IssueShown::id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  IssueShown report(Me me, @RequestBody NewIssue issue) {
    var members = new Members();
    var title = members.text("/title", issue.title, IssueTracking.MAX_TITLE);
    var about = abouts.of(members, issue.system, issue.topic);
    members.check();
    var description = issue.description == null ? "" : issue.description;
    var id =
        Members.pointing(
            Map.of("_text", "/description"),
            () -> tracking.report(me, about, title, description, null, null));
    return one(me, id);
  }

  /** Joins once; a repeat changes nothing. */
  @PostMapping("/{id}/me-too")
  IssueShown join(Me me, @PathVariable IssueId id) {
    tracking.join(me, id);
    return one(me, id);
  }

  private IssueShown one(Me me, IssueId id) {
    return find(me, id, null, List.of(), 1).stream().findFirst().orElseThrow(NotFound::new);
  }

  private List<IssueShown> find(
      Me me, @Nullable IssueId id, @Nullable Long after, List<Status> statuses, int rows) {
    var statement =
        sql.sql(ISSUES)
            .param("me", me.id())
            .param("id", id)
            .param("after", after)
            .param("anyStatus", statuses.isEmpty())
            .param("statuses", statuses.stream().map(Status::word).toArray(String[]::new))
            .param("rows", rows);
    return screens.list(statement, IssueShown.class);
  }

  private static Status status(String word) {
    return Stream.of(Status.values())
        .filter(status -> status.word().equals(word.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> Invalid.parameter("status", "api.parameter.wrong"));
  }
}
