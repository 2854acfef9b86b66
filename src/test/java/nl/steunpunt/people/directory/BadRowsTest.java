package nl.steunpunt.people.directory;

import static nl.steunpunt.people.directory.Office.FILE;
import static nl.steunpunt.people.directory.Office.HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import nl.steunpunt.people.directory.ImportRefused.Why;
import org.junit.jupiter.api.Test;

/** Rows and files that cannot be taken are pointed at, and change nothing. */
class BadRowsTest extends ImportWorld {
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
}
