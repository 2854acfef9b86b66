package nl.steunpunt.people.directory;

import static nl.steunpunt.people.directory.Office.FILE;
import static nl.steunpunt.people.directory.Office.HEADER;
import static nl.steunpunt.people.directory.Office.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import nl.steunpunt.people.ContractHoursChanged;
import nl.steunpunt.people.DirectoryChanged;
import nl.steunpunt.people.People;
import nl.steunpunt.people.PeopleLeft;
import nl.steunpunt.people.PeopleMoved;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.people.directory.ImportRefused.Why;
import nl.steunpunt.people.directory.table.Workbook;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DirectoryTest
@RecordApplicationEvents
class DirectoryImportingTest {

  @Autowired DirectoryImporting importing;
  @Autowired ImportLock lock;
  @Autowired ImportForgetting forgetting;
  @Autowired People people;
  @Autowired Clock clock;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEvents facts;
  Office office;

  @BeforeEach
  void open() {
    office = new Office(sql);
  }

  private ImportRun run(String text) {
    return importing.run(office.ada, "people.csv", file(text), false, false);
  }

  private ImportRun runAnyway(String text) {
    return importing.run(office.ada, "people.csv", file(text), true, true);
  }

  private ImportRun preview(String text) {
    return importing.preview(office.ada, "people.csv", file(text));
  }

  private static void assertRefused(Why why, String detail, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ImportRefused.class,
            refused -> {
              assertThat(refused.why()).isEqualTo(why);
              assertThat(refused.detail()).isEqualTo(detail);
            });
  }

  private static void assertCounts(
      ImportRun run, int joiners, int movers, int leavers, int unchanged, int bad) {
    assertThat(List.of(run.joiners(), run.movers(), run.leavers(), run.unchanged(), run.bad()))
        .as("joiners, movers, leavers, unchanged, bad")
        .containsExactly(joiners, movers, leavers, unchanged, bad);
  }

  // ---- what is written

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

  // ---- leavers

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

  // ---- bad rows

  @Test
  void pointsAtEachBadRowAndWritesNothing() {
    run(FILE);
    var before = office.everything(true);
    var text =
        HEADER
            + """
            1,ada@a.nl,Ada Admin,,Directie,,,,,,
            2,bram@a.nl,,,Finance,,1,fr,,,
            3,cleo@a.nl,Cleo,,HR,,99,,,,
            5,eva@a.nl,Eva,,HR,,6,,,,
            6,finn@a.nl,Finn,,HR,,5,,,,
            7,gijs@a.nl,Gijs,,HR,,7,,,,
            8,hugo@a.nl,Hugo,,HR,,,,,,
            8,iris@a.nl,Iris,,HR,,,,,,
            9,jan@a.nl,Jan,,HR,,,,,,
            10,JAN@a.nl,Jan,,HR,,,,,,
            11,kees@a.nl,Kees,,HR,,12,,,,
            12,lot@a.nl,Lot,,HR,,,,,,nee
            """;
    var run = preview(text);
    assertThat(office.badRows(run.id()))
        .containsExactly(
            "3 language bad_language",
            "3 name missing",
            "4 manager_number unknown_manager",
            "5 manager_number manager_loop",
            "6 manager_number manager_loop",
            "7 manager_number manager_loop",
            "8 employee_number double_number",
            "9 employee_number double_number",
            "10 email double_address",
            "11 email double_address",
            "12 manager_number manager_left");
    assertThat(run.bad()).isEqualTo(10);
    assertRefused(Why.BAD_ROWS, "10", () -> importing.apply(run.id(), false, true));
    assertThat(office.everything(true)).isEqualTo(before);
  }

  @Test
  void skippedRowsLeaveTheirPeopleAsTheyAre() {
    run(FILE);
    var before = office.person("bram@a.nl");
    var run =
        runAnyway(
            FILE.replace("2,bram@a.nl,Bram Bos,Hoofd,Finance", "2,elders@a.nl,Bram Bos,Hoofd,")
                    .replace("Adviseur,HR", "Adviseur,Sales")
                + "5,eva@a.nl,Eva,,HR,,nobody,,,,\n");
    assertCounts(run, 0, 1, 0, 2, 2);
    assertThat(office.person("bram@a.nl")).isEqualTo(before);
    assertThat(office.person("daan@a.nl")).containsEntry("manager", "bram@a.nl");
    assertThat(office.person("cleo@a.nl")).containsEntry("department", "Sales");
    assertThat(
            sql.sql("select count(*) from people.person where name = 'Eva'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void aSkippedRowKeepsItsAddressFromOthers() {
    run(FILE);
    var text =
        FILE.replace("2,bram@a.nl,Bram Bos,Hoofd,Finance", "2,elders@a.nl,Bram Bos,Hoofd,")
            .replace("3,cleo@a.nl", "3,bram@a.nl");
    var run = runAnyway(text);
    assertThat(office.badRows(run.id()))
        .containsExactly("3 department missing", "4 email double_address");
    assertThat(office.person("cleo@a.nl")).containsEntry("employee_number", "3");
  }

  @Test
  void whoReportsToASkippedNewcomerHasNoManagerYet() {
    var text = FILE.replace("Hoofd,Finance", "Hoofd,");
    var run = runAnyway(text);
    assertCounts(run, 2, 1, 0, 0, 1);
    assertThat(office.person("daan@a.nl")).containsEntry("manager", null);
    assertCounts(runAnyway(text), 0, 0, 0, 3, 1);
  }

  /** Another number with an address that somebody has: a newcomer, if the row were any good. */
  @Test
  void aSkippedRowKeepsWhoHasItsAddress() {
    run(FILE);
    runAnyway(
        FILE.replace("4,daan@a.nl,", "44,daan@a.nl,").replace("1/1.14,2,,,24", "1/1.14,44,,,24"));
    assertThat(office.person("daan@a.nl"))
        .containsEntry("active", true)
        .containsEntry("employee_number", "4");
  }

  @Test
  void aSkippedRowCannotCloseALoopWithWhatIsThere() {
    run(FILE);
    // Daan above Ada, but Bram's row is bad: Bram stays under Ada, and Daan under Bram.
    var text =
        HEADER
            + """
            1,ada@a.nl,Ada Admin,Directeur,Directie,Utrecht/Hoofdgebouw/3,4,nl,,36,
            2,bram@a.nl,Bram Bos,Hoofd,,Utrecht/Hoofdgebouw/1/1.02,,nl,030 1,36,
            3,cleo@a.nl,Cleo Çelik,Adviseur,HR,Groningen/Toren,1,en,,32.5,ja
            4,daan@a.nl,Daan Dam,Medewerker,Finance/Crediteuren,Utrecht/Hoofdgebouw/1/1.14,2,,,24,true
            """;
    var run = runAnyway(text);
    assertThat(office.badRows(run.id()))
        .containsExactly(
            "2 manager_number manager_loop",
            "3 department missing",
            "5 manager_number manager_loop");
    assertCounts(run, 0, 0, 0, 1, 3);
  }

  @Test
  void pointsAtBytesThatAreNoText() {
    var cp1252 = FILE.getBytes(Charset.forName("windows-1252"));
    var run = importing.preview(office.ada, "oud.csv", new ByteArrayInputStream(cp1252));
    assertThat(office.badRows(run.id())).containsExactly("4 name encoding");
  }

  @Test
  void aWholeFileThatCannotBeReadIsRefused() {
    run(FILE);
    assertRefused(Why.BROKEN, "4", () -> run(FILE.replace("3,cleo@a.nl,", "3,cleo@a.nl,\"")));
    assertRefused(Why.EMPTY, "", () -> run(""));
    assertRefused(Why.EMPTY, "", () -> run(HEADER));
    assertRefused(Why.MISSING_COLUMN, "email, department", () -> run("naam;x\nJan;1\n"));
    assertRefused(Why.DOUBLED_COLUMN, "email", () -> run("email,email,name,department\na,b,c,d\n"));
    assertThat(office.person("cleo@a.nl")).containsEntry("active", true);
  }

  // ---- columns

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

  // ---- undo

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

  // ---- what is kept

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

  // ---- together with others

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

  private void signIn(long person, String label) {
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

  private long openSignIns(long person) {
    return sql.sql(
            "select count(*) from people.sign_in where person_id = :person and revoked_at is null")
        .param("person", person)
        .query(Long.class)
        .single();
  }
}
