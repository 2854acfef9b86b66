package nl.steunpunt.demo;

import java.util.List;
import java.util.Set;

/** The people everyone knows: they are in the demo, in the tests and in the documentation. */
public final class Cast {

  private static final String NORTH = "Groningen/Hoofdgebouw/2/";
  private static final String NOVA = "Bedrijfsvoering/Programma Nova";

  /** Asks. Her power user is Fatima, on her floor; Joost is the deputy. */
  public static final CastMember SANNE =
      member(
          1001,
          "Sanne de Vries",
          "Medewerker crediteuren",
          "Finance/Crediteuren",
          "Utrecht/Gebouw B/3/B3.14",
          32);

  /** Power user of Finance/Crediteuren. */
  public static final CastMember FATIMA =
      member(
          1002,
          "Fatima El Idrissi",
          "Senior medewerker crediteuren",
          "Finance/Crediteuren",
          "Utrecht/Gebouw B/3/B3.12",
          36);

  /** Power user of Finance/Debiteuren, and deputy for the whole of Finance. */
  public static final CastMember JOOST =
      member(
          1003,
          "Joost Bakker",
          "Senior medewerker debiteuren",
          "Finance/Debiteuren",
          "Utrecht/Gebouw B/3/B3.16",
          40);

  public static final CastMember MARIEKE =
      member(
          1004,
          "Marieke Jansen",
          "Coördinator power users",
          NOVA,
          "Utrecht/Gebouw A/3/A3.09",
          36,
          "network_lead");

  public static final CastMember PIETER =
      member(
          1005,
          "Pieter Hoekstra",
          "Senior medewerker servicedesk",
          "Bedrijfsvoering/Servicedesk",
          "Utrecht/Gebouw A/3/A3.01",
          40,
          "helpdesk");

  /** Line manager of Sanne and Fatima. */
  public static final CastMember NOOR =
      member(
          1006,
          "Noor Visser",
          "Teamleider crediteuren",
          "Finance/Crediteuren",
          "Utrecht/Gebouw B/3/B3.11",
          36);

  public static final CastMember ERIK =
      member(
          1007,
          "Erik Smit",
          "HR-adviseur",
          "Mens en Organisatie/HR-advies",
          "Utrecht/Gebouw A/4/A4.01",
          36,
          "hr");

  public static final CastMember WILLEMIJN =
      member(
          1008,
          "Willemijn Dekker",
          "Functioneel beheerder",
          "Bedrijfsvoering/Applicatiebeheer",
          "Utrecht/Gebouw A/3/A3.05",
          36,
          "administrator");

  public static final CastMember DAAN =
      member(
          1009,
          "Daan Mulder",
          "Product owner Nova",
          NOVA,
          "Utrecht/Gebouw A/3/A3.09",
          40,
          "product_owner");

  /** Asks, in English. Her power user is Liam, on her floor. */
  public static final CastMember EMMA =
      member(
          1010, "Emma Clarke", "Inkoopassistent", "Inkoop/Inkoop Noord", NORTH + "H2.05", "en", 36);

  /** Power user of Inkoop/Inkoop Noord. */
  public static final CastMember LIAM =
      member(
          1011,
          "Liam O'Connor",
          "Operationeel inkoper",
          "Inkoop/Inkoop Noord",
          NORTH + "H2.07",
          "en",
          40);

  /** Asks from a hole: her team has no power user. */
  public static final CastMember LOTTE =
      member(
          1012,
          "Lotte Kuipers",
          "Transportplanner",
          "Logistiek/Transport",
          "Utrecht/Magazijn/1/M1.01",
          36);

  public static final CastMember CHANTAL =
      member(
          1013,
          "Chantal Rozendaal",
          "Medewerker servicedesk",
          "Bedrijfsvoering/Servicedesk",
          "Utrecht/Gebouw A/3/A3.03",
          32,
          "helpdesk");

  /** Asks from the road: he has a phone and no desk. */
  public static final CastMember AHMET =
      member(
          1014,
          "Ahmet Yıldız",
          "Servicemonteur",
          "Service/Monteurs Noord",
          "Groningen/Werkplaats/0/W0.01",
          40);

  public static final List<CastMember> ALL =
      List.of(
          SANNE, FATIMA, JOOST, MARIEKE, PIETER, NOOR, ERIK, WILLEMIJN, DAAN, EMMA, LIAM, LOTTE,
          CHANTAL, AHMET);

  private Cast() {}

  private static CastMember member(
      int number,
      String name,
      String function,
      String team,
      String location,
      int hours,
      String... roles) {
    return member(number, name, function, team, location, "nl", hours, roles);
  }

  private static CastMember member(
      int number,
      String name,
      String function,
      String team,
      String location,
      String language,
      int hours,
      String... roles) {
    return new CastMember(
        Integer.toString(number), name, function, team, location, language, hours, Set.of(roles));
  }
}
