package nl.steunpunt.people.directory;

import static nl.steunpunt.people.directory.Office.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import nl.steunpunt.people.directory.ImportRefused.Why;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that are imported into the office. */
@DirectoryTest
abstract class ImportWorld {
  @Autowired DirectoryImporting importing;
  @Autowired JdbcClient sql;
  Office office;

  @BeforeEach
  void open() {
    office = new Office(sql);
  }

  ImportRun run(String text) {
    return importing.run(office.ada, "people.csv", file(text), false, false);
  }

  ImportRun runAnyway(String text) {
    return importing.run(office.ada, "people.csv", file(text), true, true);
  }

  ImportRun preview(String text) {
    return importing.preview(office.ada, "people.csv", file(text));
  }

  static void assertRefused(Why why, String detail, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ImportRefused.class,
            refused -> {
              assertThat(refused.why()).isEqualTo(why);
              assertThat(refused.detail()).isEqualTo(detail);
            });
  }

  static void assertCounts(
      ImportRun run, int joiners, int movers, int leavers, int unchanged, int bad) {
    assertThat(List.of(run.joiners(), run.movers(), run.leavers(), run.unchanged(), run.bad()))
        .as("joiners, movers, leavers, unchanged, bad")
        .containsExactly(joiners, movers, leavers, unchanged, bad);
  }

  void signIn(long person, String label) {
    sql.sql(
            """
            insert into people.sign_in (secret_hash, person_id, kind, label, created_at, expires_at)
            values (decode(md5(:label), 'hex'), :person, 'browser', :label, :at, '2100-01-01')
            """)
        .param("label", label)
        .param("person", person)
        .param("at", Instant.parse("2026-01-05T08:00:00Z"))
        .update();
  }

  long openSignIns(long person) {
    return sql.sql(
            "select count(*) from people.sign_in where person_id = :person and revoked_at is null")
        .param("person", person)
        .query(Long.class)
        .single();
  }
}
