package nl.steunpunt.helpdesk.history;

import java.util.List;
import java.util.Locale;

/**
 * What an import knows of a ticket. The words are headers that helpdesk systems use, Dutch and
 * English, without capitals, spaces and signs, the likeliest first. Who called, who helped and what
 * was said is not among them: it is not read.
 */
public enum HistoryColumn {
  NUMBER(
      """
      number ticketnumber ticketid incidentnumber incidentid callnumber casenumber requestid ticketno nummer
      meldingnummer meldingsnummer ticketnummer incidentnummer zaaknummer key issuekey reference id
      """),
  OPENED(
      """
      openedat opened openeddate createdat created createdon creationdate createddate reportedat reporteddate
      callopened opendate registeredat aangemaaktop aangemaakt aangemeldop aanmelddatum aanmeldmoment geopend
      geopendop openingsdatum meldingsdatum datumaanmelding syscreatedat syscreatedon
      """),
  RESOLVED(
      """
      resolvedat resolved resolveddate resolveddateandtime resolutiondate solvedat solved completedat completed
      completeddate opgelostop opgelost oplosdatum gereed gereedop gereedmelddatum afgehandeldop afhandeldatum
      """),
  CLOSED(
      """
      closedat closed closeddate closuredate closedate closedon gesloten geslotenop sluitdatum afgesloten
      afgeslotenop afsluitdatum
      """),
  CHANGED(
      """
      sysupdatedat sysupdatedon updatedat updated updatedon lastupdated lastupdatedat lastmodified modifiedat
      changedat gewijzigd gewijzigdop laatstgewijzigd wijzigingsdatum eventtime timestamp
      """),
  CATEGORY(
      "category categorie categoryname hoofdcategorie servicecategory queue product dienst soort"),
  TOPIC(
      """
      subcategory subcategorie topic onderwerp usymptom symptom symptoom subcategoryname component kenmerk
      """),
  PLACE(
      """
      location locatie place site vestiging building gebouw branch office kantoor department afdeling
      """),
  WORKED(
      """
      timeworked minutesworked timeworkedminutes timespent timespentminutes workedminutes worklogminutes
      bestedetijd bestedeminuten tijdbesteed handlingtime handlingminutes behandeltijd
      """),
  PASSED(
      """
      reassignmentcount reassignments reassigned timesreassigned transfers doorgezet aantaldoorzettingen
      overdrachten
      """),
  REOPENED("reopencount reopened reopenings timesreopened heropend aantalheropend");

  /** The longest text that is a value and not a mistake. */
  static final int LONGEST = 200;

  final List<String> words;

  HistoryColumn(String words) {
    this.words = List.of(words.strip().split("\\s+"));
  }

  /** As the API calls it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isMoment() {
    return this == OPENED || this == RESOLVED || this == CLOSED || this == CHANGED;
  }

  public boolean isRequired() {
    return this == OPENED;
  }
}
