package nl.steunpunt.people.privacy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.steunpunt.people.Me;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.PersonalRecords.Section;
import nl.steunpunt.platform.audit.AuditTrail;
import nl.steunpunt.platform.retention.Retention;
import nl.steunpunt.platform.web.AdminEntry;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.platform.web.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Everyone sees and takes what is stored about themselves. An administrator does so for who has
 * left, who cannot sign in any more; each time is noted.
 */
@Controller
public class PrivacyController {
  private static final int PER_PAGE = 50;

  private final PersonalDossier dossier;
  private final Erasure erasure;
  private final Retention retention;
  private final AuditTrail audit;
  private final JdbcClient sql;

  PrivacyController(
      PersonalDossier dossier,
      Erasure erasure,
      Retention retention,
      AuditTrail audit,
      JdbcClient sql) {
    this.dossier = dossier;
    this.erasure = erasure;
    this.retention = retention;
    this.audit = audit;
    this.sql = sql;
  }

  /**
   * @param facts of the directory, name and value; those without a value are left out
   * @param kept how long which kind is kept
   */
  public record DataPage(Map<String, List<String>> facts, List<Section> sections, List<Kept> kept) {
    public List<Section> filled() {
      return sections.stream().filter(section -> !section.rows().isEmpty()).toList();
    }

    public List<Section> empty() {
      return sections.stream().filter(section -> section.rows().isEmpty()).toList();
    }
  }

  public record Kept(String name, int number, boolean days) {}

  @GetMapping("/account/data")
  ModelAndView mine(Me me) {
    var sections = dossier.about(me.id());
    return Reply.page(
        "people/privacy/data",
        new DataPage(
            DirectoryFacts.of(sections.getFirst()),
            sections.stream().skip(1).toList(),
            retention.rules().stream()
                .map(rule -> new Kept(rule.name(), retention.kept(rule), rule.isInDays()))
                .toList()));
  }

  @GetMapping("/account/data/export")
  ResponseEntity<byte[]> takeMine(Me me) {
    return file(me.id());
  }

  public record LeaverRow(
      PersonId id, String name, String department, @Nullable LocalDate leftOn) {}

  /**
   * @param next where the next page is, or null on the last
   */
  public record LeaversPage(String q, List<LeaverRow> rows, @Nullable String next) {}

  @GetMapping("/admin/leavers")
  ModelAndView leavers(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable Long before) {
    var found =
        sql.sql(
                """
                select p.id, p.name, d.path as department,
                       (p.left_at at time zone 'Europe/Amsterdam')::date as left_on
                  from people.person p join people.department d on d.id = p.department_id
                 where not p.active and p.erased_at is null and (:before::bigint is null or p.id < :before::bigint)
                   and (:q = '' or p.name ilike '%' || :q || '%' or p.email ilike '%' || :q || '%')
                 order by p.id desc limit :limit
                """)
            .param("q", q.strip())
            .param("before", before)
            .param("limit", PER_PAGE + 1)
            .query(LeaverRow.class)
            .list();
    var hasMore = found.size() > PER_PAGE;
    var rows = hasMore ? found.subList(0, PER_PAGE) : found;
    return Reply.page(
        "people/privacy/leavers",
        new LeaversPage(q.strip(), rows, hasMore ? next(q.strip(), rows.getLast()) : null));
  }

  private static String next(String q, LeaverRow last) {
    return "/admin/leavers?q="
        + URLEncoder.encode(q, StandardCharsets.UTF_8)
        + "&before="
        + last.id();
  }

  @GetMapping("/admin/leavers/{id}/export")
  @Transactional
  public ResponseEntity<byte[]> take(@PathVariable PersonId id) {
    leaver(id);
    audit.note("personal_data_read", id.value(), Map.of());
    return file(id);
  }

  @PostMapping("/admin/leavers/{id}/erasure")
  ModelAndView erase(@PathVariable PersonId id) {
    leaver(id);
    erasure.erase(id);
    return Reply.to("/admin/leavers", "privacy.erased");
  }

  /** Who works here is not at this door: those take their own. */
  private void leaver(PersonId id) {
    if (!sql.sql(
            """
            select exists (select from people.person where id = :id and not active and erased_at is null)
            """)
        .param("id", id)
        .query(Boolean.class)
        .single()) {
      throw new NotFound();
    }
  }

  private ResponseEntity<byte[]> file(PersonId person) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("steunpunt.json").build().toString())
        .body(dossier.asJson(dossier.about(person)).getBytes(StandardCharsets.UTF_8));
  }

  @Bean
  static AdminEntry leaversEntry() {
    return new AdminEntry(
        25, "/admin/leavers", "person", "privacy.leavers", "privacy.leavers.lead");
  }
}
