package nl.steunpunt.people.directory;

import java.util.List;
import java.util.Locale;

/**
 * What an import knows of a person. The words are headers that HR systems use, Dutch and English,
 * without capitals, spaces and accents, the likeliest first; the parts are headers of which several
 * make one value ("Voornaam", "Achternaam").
 */
public enum Column {
  EMPLOYEE_NUMBER(
      40,
      """
      employeenumber employeeid employeeno empno personnelnumber personnelno staffnumber staffid
      personeelsnummer personeelsnr persnr medewerkernummer medewerkersnummer medewerkernr medewerkerid
      werknemersnummer werknemernummer werknemernr registratienummer stamnummer
      """,
      ""),
  EMAIL(
      254,
      """
      email emailaddress workemail emailadres mailadres werkemail emailwerk zakelijkemailadres mail
      mailaddress userprincipalname upn
      """,
      ""),
  NAME(
      200,
      "name fullname displayname employeename naam volledigenaam weergavenaam medewerkernaam medewerker",
      """
      firstname givenname voornaam roepnaam tussenvoegsel voorvoegsel middlename lastname surname
      familyname achternaam familienaam
      """),
  FUNCTION(
      200,
      "function jobtitle job position functie functienaam functietitel functieomschrijving title titel",
      ""),
  DEPARTMENT(
      400,
      """
      department dept departmentname afdeling afdelingsnaam orgunit organizationalunit
      organisatieeenheid organisatieonderdeel onderdeel
      """,
      "division divisie directie team teamnaam"),
  LOCATION(
      400,
      "location locatie werkplek werklocatie workplace office standplaats kantoor",
      "site vestiging building gebouw floor verdieping etage zone room kamer ruimte"),
  MANAGER_NUMBER(
      254,
      """
      managernumber managerid managerno manageremployeenumber managernummer manageremail
      personeelsnummermanager personeelsnummerleidinggevende nummerleidinggevende leidinggevendenummer
      reportsto supervisorid supervisor leidinggevende manager
      """,
      ""),
  LANGUAGE(20, "language lang preferredlanguage taal taalcode voorkeurstaal", ""),
  PHONE(
      50,
      "phone phonenumber telephone mobilephone mobile telefoon telefoonnummer mobiel toestel",
      ""),
  CONTRACT_HOURS(
      20,
      "contracthours hoursperweek weeklyhours hours contracturen urenperweek werkuren uren arbeidsduur",
      ""),
  LAST_DAY(
      40,
      """
      lastday lastworkingday enddate contractend contractenddate terminationdate leavingdate
      laatstedag laatstewerkdag einddatum einddatumcontract einddatumdienstverband contracteinde
      datumuitdienst uitdienstdatum uitdienstper
      """,
      ""),
  ACTIVE(20, "active actief indienst employed enabled accountenabled status", "");

  /** The longest text, in characters, that is a value and not a mistake. */
  final int longest;

  final List<String> words;
  final List<String> parts;

  Column(int longest, String words, String parts) {
    this.longest = longest;
    this.words = List.of(words.strip().split("\\s+"));
    this.parts = parts.isBlank() ? List.of() : List.of(parts.strip().split("\\s+"));
  }

  /** As the documented file and the API call it: {@code employee_number}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isRequired() {
    return this == EMAIL || this == NAME || this == DEPARTMENT;
  }

  /** What stands between the texts of several headers that make one value; none: only one may. */
  String joint() {
    return switch (this) {
      case NAME -> " ";
      case DEPARTMENT, LOCATION -> "/";
      default -> "";
    };
  }
}
