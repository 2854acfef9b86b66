package nl.steunpunt.people.directory;

import static nl.steunpunt.people.directory.Office.FILE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import nl.steunpunt.people.People;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.directory.ImportRefused.Why;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The last import goes back whole, or not at all. */
class ImportUndoTest extends ImportWorld {
  @Autowired People people;

  @Test
  void undoPutsEveryRowBack() {
    run(FILE);
    var daan = office.idOf("daan@a.nl");
    signIn(daan, "kept");
    var before = office.everything(false);
    runAnyway(
        FILE.replaceAll("4,daan.*\n", "5,eva@a.nl,Eva,,Sales/Noord,Den Haag/A,2,,,,\n")
            .replace("Hoofdgebouw/3", "Hoofdgebouw/4"));
    assertThat(office.everything(false)).isNotEqualTo(before);
    var undone = importing.undoLast();
    assertThat(undone.state()).isEqualTo(ImportRun.State.UNDONE);
    assertThat(office.everything(false)).isEqualTo(before);
    assertThat(openSignIns(daan)).isEqualTo(1);
  }

  @Test
  void undoGoesBackImportByImport() {
    var start = office.everything(false);
    run(FILE);
    var first = office.everything(false);
    run(FILE.replace("Cleo Çelik", "Cleo Yilmaz"));
    run(FILE.replace("Cleo Çelik", "Cleo Yilmaz")); // changes nothing, so is nothing to undo
    importing.undoLast();
    assertThat(office.everything(false)).isEqualTo(first);
    importing.undoLast();
    assertThat(office.everything(false)).isEqualTo(start);
    assertRefused(Why.NOTHING_TO_UNDO, "", () -> importing.undoLast());
  }

  /** The directory says nl of Bram at each import. */
  @Test
  void theLanguageThatSomebodyChoseStaysAndIsNoChangeThatStopsTheUndo() {
    run(FILE);
    var bram = new PersonId(office.idOf("bram@a.nl"));
    people.speaks(bram, "en");
    run(FILE.replace("Bos,Hoofd", "Bos,Directeur"));
    assertThat(language(bram)).isEqualTo("en");
    importing.undoLast();
    assertThat(office.person("bram@a.nl")).containsEntry("function", "Hoofd");
    assertThat(language(bram)).isEqualTo("en");
    people.speaks(bram, "nl");
    run(FILE.replace("Bos,Hoofd", "Bos,Directeur"));
    people.speaks(bram, "en");
    importing.undoLast();
    assertThat(language(bram)).isEqualTo("en");
  }

  private String language(PersonId person) {
    return sql.sql("select language from people.pub_person where id = :person")
        .param("person", person)
        .query(String.class)
        .single();
  }

  @Test
  void undoIsRefusedWhenSomebodyChangedSince() {
    run(FILE);
    sql.sql("update people.person set phone = '112' where email = 'cleo@a.nl'").update();
    var before = office.everything(true);
    assertRefused(Why.CHANGED_SINCE, "1", () -> importing.undoLast());
    assertThat(office.everything(true)).isEqualTo(before);
  }

  @Test
  void undoIsRefusedWhenAJoinerHasSignedIn() {
    run(FILE);
    signIn(office.idOf("cleo@a.nl"), "new here");
    assertRefused(Why.IN_USE, "", () -> importing.undoLast());
  }

  @Test
  void undoIsRefusedWhenALeaversAddressWentToSomebodyElse() {
    run(FILE);
    runAnyway(FILE.replaceAll("4,daan.*\n", ""));
    sql.sql(
            """
            insert into people.person (email, name, department_id, created_at)
            select 'daan@a.nl', 'Another', min(id), '2026-01-05T08:00:00Z' from people.department
            """)
        .update();
    assertRefused(Why.CHANGED_SINCE, "1", () -> importing.undoLast());
  }

  @Test
  void onlyTheLastImportCanBeUndone() {
    var first = run(FILE);
    run(FILE.replace("Cleo Çelik", "Cleo Yilmaz"));
    assertRefused(Why.NOTHING_TO_UNDO, "", () -> importing.undo(first.id()));
  }

  @Test
  void undoIsRefusedWhenAnotherModuleHoldsWhatTheImportBrought() {
    run(FILE);
    var system =
        sql.sql("insert into network.system (key, name) values (:key, 'X') returning id")
            .param("key", "undo-" + System.nanoTime())
            .query(Long.class)
            .single();
    var mandate =
        sql.sql(
                """
                insert into network.mandate (person_id, system_id, state, share_percent, started_at)
                values (:ada, :system, 'provisional', 10, '2026-01-05T08:00:00Z') returning id
                """)
            .param("ada", office.ada)
            .param("system", system)
            .query(Long.class)
            .single();
    sql.sql(
            """
            insert into network.constituency_rule (mandate_id, kind, ref_id)
            select :mandate, 'department', id from people.department where path = 'Finance/Crediteuren'
            """)
        .param("mandate", mandate)
        .update();
    assertRefused(Why.IN_USE, "", () -> importing.undoLast());
    sql.sql("delete from network.constituency_rule where mandate_id = :mandate")
        .param("mandate", mandate)
        .update();
    sql.sql("delete from network.mandate where id = :mandate").param("mandate", mandate).update();
    importing.undoLast();

    run(FILE);
    sql.sql(
            """
            insert into support.question (asker_id, filed_by_id, system_id, text, status, asked_at, changed_at)
            values (:daan, :ada, :system, 'asked for him', 'with_helpdesk', :at, :at)
            """)
        .param("daan", office.idOf("daan@a.nl"))
        .param("ada", office.ada)
        .param("system", system)
        .param("at", Instant.parse("2026-01-05T08:00:00Z"))
        .update();
    assertRefused(Why.IN_USE, "", () -> importing.undoLast());
    sql.sql("delete from support.question").update();
  }
}
