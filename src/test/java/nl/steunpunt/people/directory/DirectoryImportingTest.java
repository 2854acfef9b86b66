package nl.steunpunt.people.directory;

import static nl.steunpunt.people.directory.Office.FILE;
import static nl.steunpunt.people.directory.Office.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import nl.steunpunt.people.ContractHoursChanged;
import nl.steunpunt.people.DirectoryChanged;
import nl.steunpunt.people.PeopleLeft;
import nl.steunpunt.people.PeopleMoved;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.directory.ImportRefused.Why;
import nl.steunpunt.people.directory.table.Workbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What a file makes of the directory, and what is kept of it. */
@RecordApplicationEvents
class DirectoryImportingTest extends ImportWorld {
  @Autowired ImportLock lock;
  @Autowired ImportForgetting forgetting;
  @Autowired Clock clock;
  @Autowired ApplicationEvents facts;

  @Test
  void makesThePeopleTheTreesAndTheReportingLines() {
    var run = run(FILE);

    assertCounts(run, 3, 1, 0, 0, 0);
    assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
    assertThat(office.person("daan@a.nl"))
        .containsEntry("employee_number", "4")
        .containsEntry("department", "Finance/Crediteuren")
        .containsEntry("location", "Utrecht/Hoofdgebouw/1/1.14")
        .containsEntry("manager", "bram@a.nl")
        .containsEntry("language", "nl")
        .containsEntry("hours", "24.00")
        .containsEntry("active", true);
    assertThat(office.person("cleo@a.nl"))
        .containsEntry("name", "Cleo Çelik")
        .containsEntry("language", "en");
    assertThat(
            sql.sql("select path || ' ' || depth from people.location order by path")
                .query(String.class)
                .list())
        .containsExactly(
            "Groningen 1",
            "Groningen/Toren 2",
            "Utrecht 1",
            "Utrecht/Hoofdgebouw 2",
            "Utrecht/Hoofdgebouw/1 3",
            "Utrecht/Hoofdgebouw/1/1.02 4",
            "Utrecht/Hoofdgebouw/1/1.14 4",
            "Utrecht/Hoofdgebouw/3 3");
    assertThat(office.person("ada@a.nl"))
        .containsEntry("employee_number", "1")
        .containsEntry("id", office.ada.value());
  }

  @Test
  void previewChangesNothing() {
    var before = office.everything(true);
    var run = preview(FILE);
    assertCounts(run, 3, 1, 0, 0, 0);
    assertThat(run.state()).isEqualTo(ImportRun.State.CHECKED);
    assertThat(office.everything(true)).isEqualTo(before);
    assertThat(sql.sql("select count(*) from people.import_line").query(Long.class).single())
        .isZero();
  }

  @Test
  void appliesWhatWasPreviewed() {
    var run = preview(FILE);
    assertThat(importing.apply(run.id(), false, false).state()).isEqualTo(ImportRun.State.DONE);
    assertThat(office.person("bram@a.nl")).containsEntry("manager", "ada@a.nl");
    assertRefused(Why.NOT_CHECKED, "", () -> importing.apply(run.id(), false, false));
  }

  @Test
  void theSameFileAgainWritesNoRow() {
    run(FILE);
    var before = office.everything(true);
    assertCounts(run(FILE), 0, 0, 0, 4, 0);
    assertThat(office.everything(true)).isEqualTo(before);
  }

  @Test
  void spellingsThatDifferInCapitalsAreOneDepartmentAndOneAddress() {
    run(FILE);
    var run = run(FILE.replace("Finance,", "finance,").replace("bram@a.nl", "Bram@A.nl"));
    assertCounts(run, 0, 0, 0, 4, 0);
  }

  @Test
  void theNumberIsThePersonWhateverElseChanges() {
    run(FILE);
    var bram = office.idOf("bram@a.nl");
    var run = run(FILE.replace("bram@a.nl,Bram Bos", "bram.visser@a.nl,Bram Visser"));
    assertCounts(run, 0, 1, 0, 3, 0);
    assertThat(office.person("bram.visser@a.nl"))
        .containsEntry("id", bram)
        .containsEntry("name", "Bram Visser");
  }

  @Test
  void withoutNumbersTheAddressIsThePerson() {
    var text = "email,name,department\nada@a.nl,Ada Admin,Directie\nb@a.nl,Bram,Finance\n";
    run(text);
    var bram = office.idOf("b@a.nl");
    assertCounts(run(text.replace("Bram,Finance", "Bram Bos,Sales")), 0, 1, 0, 1, 0);
    assertThat(office.person("b@a.nl"))
        .containsEntry("id", bram)
        .containsEntry("department", "Sales");
  }

  @Test
  void aNumberThatComesLaterBelongsToTheHolderOfTheAddress() {
    run("email,name,department\nada@a.nl,Ada Admin,Directie\nb@a.nl,Bram,Finance\n");
    var bram = office.idOf("b@a.nl");
    run(
        "employee_number,email,name,department\n1,ada@a.nl,Ada Admin,Directie\n2,b@a.nl,Bram,Finance\n");
    assertThat(office.person("b@a.nl"))
        .containsEntry("id", bram)
        .containsEntry("employee_number", "2");
  }

  @Test
  void twoPeopleSwapAddressesAndAThirdGetsALeaversOne() {
    run(FILE);
    var bram = office.idOf("bram@a.nl");
    var cleo = office.idOf("cleo@a.nl");
    var daan = office.idOf("daan@a.nl");
    var swapped =
        FILE.replace("2,bram@a.nl", "2,cleo@a.nl")
            .replace("3,cleo@a.nl", "3,bram@a.nl")
            .replace("4,daan@a.nl,Daan Dam", "5,daan@a.nl,Daan Nieuw");
    assertCounts(runAnyway(swapped), 1, 2, 1, 1, 0);
    assertThat(office.idOf("cleo@a.nl")).isEqualTo(bram);
    assertThat(office.idOf("bram@a.nl")).isEqualTo(cleo);
    assertThat(office.idOf("daan@a.nl")).isNotEqualTo(daan);
    importing.undoLast();
    assertThat(office.idOf("bram@a.nl")).isEqualTo(bram);
    assertThat(office.idOf("daan@a.nl")).isEqualTo(daan);
  }

  @Test
  void aColumnThatTheFileLacksStaysAndAnEmptyCellEmpties() {
    run(FILE);
    run(
        """
        employee_number,email,name,department,phone
        1,ada@a.nl,Ada Admin,Directie,
        2,bram@a.nl,Bram Bos,Finance,
        3,cleo@a.nl,Cleo Çelik,HR,
        4,daan@a.nl,Daan Dam,Finance/Crediteuren,06
        """);
    assertThat(office.person("bram@a.nl"))
        .containsEntry("phone", null)
        .containsEntry("function", "Hoofd")
        .containsEntry("location", "Utrecht/Hoofdgebouw/1/1.02")
        .containsEntry("manager", "ada@a.nl");
    assertThat(office.person("daan@a.nl")).containsEntry("phone", "06");
  }

  @Test
  void readsAWorkbookWithNumbersAsNumbers() {
    var book =
        new Workbook()
            .texts(
                "Personeelsnummer",
                "E-mailadres",
                "Voornaam",
                "Achternaam",
                "Afdeling",
                "Leidinggevende",
                "Datum uit dienst")
            .row(
                Workbook.number("1"),
                Workbook.text("ada@a.nl"),
                Workbook.text("Ada"),
                Workbook.text("Admin"),
                Workbook.text("Directie"),
                Workbook.text(""),
                Workbook.text(""))
            .row(
                Workbook.number("1002"),
                Workbook.text("bram@a.nl"),
                Workbook.text("Bram"),
                Workbook.text("Bos"),
                Workbook.text("Finance"),
                Workbook.number("1"),
                Workbook.styled(2, "46387"))
            .bytes();
    importing.run(office.ada, "people.xlsx", new ByteArrayInputStream(book), false, false);
    assertThat(office.person("bram@a.nl"))
        .containsEntry("employee_number", "1002")
        .containsEntry("name", "Bram Bos")
        .containsEntry("manager", "ada@a.nl")
        .containsEntry("last_day", "2026-12-31");
  }

  @Test
  void aLastDayComesInGoesBackAndStaysWhereAFileDoesNotSpeakOfIt() {
    run(FILE);
    var leaving =
        """
        employee_number,email,name,department,last_day
        1,ada@a.nl,Ada Admin,Directie,
        2,bram@a.nl,Bram Bos,Finance,31-12-9999
        3,cleo@a.nl,Cleo Çelik,HR,
        4,daan@a.nl,Daan Dam,Finance/Crediteuren,31-12-2026
        """;
    var first = run(leaving);
    assertCounts(first, 0, 1, 0, 3, 0);
    assertThat(office.person("daan@a.nl"))
        .containsEntry("last_day", "2026-12-31")
        .containsEntry("active", true);
    importing.undo(first.id());
    assertThat(office.person("daan@a.nl")).containsEntry("last_day", null);
    run(leaving);
    run(FILE);
    assertThat(office.person("daan@a.nl")).containsEntry("last_day", "2026-12-31");
    run(leaving.replace("31-12-2026", ""));
    assertThat(office.person("daan@a.nl")).containsEntry("last_day", null);
  }

  @Test
  void leaversLoseAccessAtOnceAndTheFactsSaySo() {
    run(FILE);
    var daan = office.idOf("daan@a.nl");
    signIn(daan, "a browser");
    facts.clear();

    var run = runAnyway(FILE.replaceAll("4,daan.*\n", "").replace(",HR,", ",Finance,"));

    assertCounts(run, 0, 1, 1, 2, 0);
    assertThat(office.person("daan@a.nl"))
        .containsEntry("active", false)
        .containsEntry("left", true);
    assertThat(openSignIns(daan)).isZero();
    assertThat(facts.stream(PeopleLeft.class).toList())
        .containsExactly(new PeopleLeft(List.of(new PersonId(daan))));
    assertThat(facts.stream(PeopleMoved.class).toList())
        .containsExactly(new PeopleMoved(List.of(new PersonId(office.idOf("cleo@a.nl")))));
    assertThat(facts.stream(DirectoryChanged.class).count()).isEqualTo(1);
  }

  @Test
  void otherContractHoursAreToldOnceAndSoIsTheUndo() {
    run(FILE);
    var daan = List.of(new PersonId(office.idOf("daan@a.nl")));
    facts.clear();
    run(FILE.replace(",24,true", ",32,true"));
    assertThat(facts.stream(ContractHoursChanged.class).toList())
        .containsExactly(new ContractHoursChanged(daan));
    assertThat(facts.stream(PeopleMoved.class)).isEmpty();
    facts.clear();
    importing.undoLast();
    assertThat(facts.stream(ContractHoursChanged.class).toList())
        .containsExactly(new ContractHoursChanged(daan));
  }

  @Test
  void whoIsNotActiveInTheFileLeavesAndMayReturnAsTheSamePerson() {
    run(FILE);
    var daan = office.idOf("daan@a.nl");
    runAnyway(FILE.replace(",24,true", ",24,nee"));
    assertThat(office.person("daan@a.nl")).containsEntry("active", false);
    assertCounts(run(FILE), 1, 0, 0, 3, 0);
    assertThat(office.person("daan@a.nl"))
        .containsEntry("id", daan)
        .containsEntry("active", true)
        .containsEntry("left", false);
  }

  @Test
  void moreThanFivePercentLeaversMustBeMeant() {
    run(FILE);
    var half = FILE.replaceAll("4,daan.*\n", "");
    var before = office.everything(true);
    assertRefused(Why.MANY_LEAVERS, "1", () -> run(half));
    assertThat(office.everything(true)).isEqualTo(before);
    assertCounts(importing.run(office.ada, "half.csv", file(half), false, true), 0, 0, 1, 3, 0);
  }

  @Test
  void fivePercentLeaversNeedNoConfirmation() {
    var text = new StringBuilder("email,name,department\nada@a.nl,Ada Admin,Directie\n");
    for (int i = 1; i < 20; i++) {
      text.append("p%d@a.nl,Persoon %d,Finance\n".formatted(i, i));
    }
    run(text.toString());
    assertCounts(run(text.toString().replace("p7@a.nl,Persoon 7,Finance\n", "")), 0, 0, 1, 19, 0);
    assertRefused(Why.MANY_LEAVERS, "1", () -> run(text.toString().replaceAll("p[78]@.*\n", "")));
  }

  @Test
  void whoeverImportsNeverSignsThemselvesOut() {
    run(FILE);
    assertCounts(runAnyway(FILE.replaceAll("1,ada.*\n", "").replace(",1,", ",,")), 0, 2, 0, 1, 0);
    assertThat(office.person("ada@a.nl")).containsEntry("active", true);
    var run = preview(FILE.replace(",nl,,36,\n2", ",nl,,36,nee\n2"));
    assertThat(office.badRows(run.id())).contains("2 active yourself");
  }

  @Test
  void remembersWhatTheOrganisationsOwnHeadersMean() {
    var text = "werkplekcode;mailtje;wie;groep\nx;ada@a.nl;Ada Admin;Directie\n";
    var run = importing.receive(office.ada, "eigen.csv", file(text));
    assertThat(importing.look(run).suggestion().byHeader()).isEmpty();
    var mapping =
        new ColumnMapping(
            java.util.Map.of(
                "mailtje", Column.EMAIL, "wie", Column.NAME, "groep", Column.DEPARTMENT));
    importing.preview(run, mapping);
    assertThat(importing.look(run).suggestion()).isEqualTo(mapping);
    assertCounts(run(text), 0, 0, 0, 1, 0);
  }

  @Test
  void copiesOfPeoplesDataAreForgottenInTime() {
    run(FILE);
    var unused = preview(FILE.replace("Cleo Çelik", "Cleo Yilmaz"));
    var now = clock.instant();
    assertThat(forgetting.fireDue(now)).isEmpty();
    assertThat(forgetting.nextDue().orElseThrow())
        .isBetween(now, now.plus(ImportForgetting.UNUSED));

    assertThat(forgetting.fireDue(now.plus(ImportForgetting.UNUSED))).hasSize(1);
    assertThat(importing.status(unused.id()).state()).isEqualTo(ImportRun.State.REFUSED);
    assertThat(kept()).isPositive();

    assertThat(forgetting.fireDue(now.plus(ImportForgetting.FOR_UNDO))).hasSize(1);
    assertThat(kept()).isZero();
    assertRefused(Why.NOTHING_TO_UNDO, "", () -> importing.undoLast());
    assertThat(forgetting.nextDue()).isEmpty();
  }

  private long kept() {
    return sql.sql(
            """
            select (select count(*) from people.import_change) + (select count(*) from people.import_file)
                 + (select count(*) from people.import_place) + (select count(*) from people.import_bad_row)
            """)
        .query(Long.class)
        .single();
  }

  @Test
  void aPreviewIsStaleAfterAnotherImportOrChange() {
    var first = preview(FILE);
    run(FILE);
    assertRefused(Why.STALE, "", () -> importing.apply(first.id(), false, true));

    var second = preview(FILE.replace("Cleo Çelik", "Cleo Yilmaz"));
    sql.sql("update people.person set phone = '112' where email = 'cleo@a.nl'").update();
    assertRefused(Why.STALE, "", () -> importing.apply(second.id(), false, true));
    assertThat(office.person("cleo@a.nl")).containsEntry("name", "Cleo Çelik");
  }

  @Test
  void oneImportAtATime() throws Exception {
    var held = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    var other =
        Thread.ofVirtual()
            .start(() ->
                lock.during(() -> {
                  held.countDown();
                  awaitQuietly(over);
                  return true;
                }));
    held.await();
    assertThat(lock.isHeld()).isTrue();
    assertRefused(Why.BUSY, "", () -> run(FILE));
    over.countDown();
    other.join();
    assertThat(lock.isHeld()).isFalse();
    assertCounts(run(FILE), 3, 1, 0, 0, 0);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
