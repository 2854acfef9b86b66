package nl.steunpunt.bench.large;

/**
 * An organisation of some size: who works where, as arithmetic, so that each table can be written
 * on its own. Persons, teams, places and mandates are numbered from 1. The first of a team leads
 * it; its power users come next: two in most teams of the large one.
 *
 * @param busy power users with a full inbox: these sign in when it is measured
 */
public record Crowd(
    int people, int teams, int powerUsers, int busy, int questions, int answers, int issues) {

  /** What Steunpunt promises to hold for. */
  public static final Crowd LARGE =
      new Crowd(100_000, 1_100, 2_000, 500, 1_000_000, 50_000, 100_000);

  /** As many as in the demo, with the same inboxes and conversations as in the large one. */
  public static final Crowd SMALL = new Crowd(520, 20, 20, 5, 5_200, 260, 52);

  static final int SITES = 5;
  static final int BUILDINGS = SITES * 5;
  static final int FLOORS = BUILDINGS * 5;
  static final int ZONES = FLOORS * 8;

  private static final int TEAMS_OF_DEPARTMENT = 10;

  /** The last ones are open still: as many as are suggested to who types. */
  int firstOpenIssue() {
    return issues - Math.max(issues / 50, Math.min(issues / 5, 2_000)) + 1;
  }

  int departments() {
    return (teams + TEAMS_OF_DEPARTMENT - 1) / TEAMS_OF_DEPARTMENT;
  }

  int directorates() {
    return (departments() + 9) / 10;
  }

  int team(long person) {
    return (int) ((person - 1) % teams) + 1;
  }

  /** Its number in the tree: directorates come first, then departments, then teams. */
  int teamDepartment(int team) {
    return directorates() + departments() + team;
  }

  static int departmentOf(int team) {
    return (team - 1) / TEAMS_OF_DEPARTMENT + 1;
  }

  /** A zone of the floor on which the team sits. */
  int zone(long person) {
    var floor = (team(person) - 1) % FLOORS;
    return SITES + BUILDINGS + FLOORS + floor * 8 + (int) ((person - 1) / teams % 8) + 1;
  }

  int floorOf(long person) {
    return SITES + BUILDINGS + (team(person) - 1) % FLOORS + 1;
  }

  int siteOf(long person) {
    return (team(person) - 1) % FLOORS / 25 + 1;
  }

  /**
   * Team leads report to the first lead of their department, those to the first of the directorate.
   */
  long managerOf(long person) {
    var team = team(person);
    if (person > teams) {
      return team;
    }
    var ofDepartment = (team - 1) / 10 * 10 + 1;
    var ofDirectorate = (team - 1) / 100 * 100 + 1;
    return team != ofDepartment ? ofDepartment : team != ofDirectorate ? ofDirectorate : 1;
  }

  public long powerUser(int mandate) {
    return teams + mandate;
  }

  boolean isPowerUser(long person) {
    return person > teams && person <= teams + powerUsers;
  }

  /** One of the team's power users. */
  long powerUserOf(int team, int choice) {
    return powerUser(choice % 2 == 1 && team + teams <= powerUsers ? team + teams : team);
  }

  /** The network lead. */
  public long lead() {
    return teams + powerUsers + 1;
  }

  public long administrator() {
    return lead() + 1;
  }

  /** From here on nobody has a role. */
  public long firstColleague() {
    return administrator() + 1;
  }

  boolean isAtDesk(long person) {
    return person > people - desks();
  }

  public long desk(int choice) {
    return people - Math.floorMod(choice, desks());
  }

  private int desks() {
    return Math.min(60, people / 100);
  }

  /** Somebody of this team who is no lead and no power user. */
  public long colleague(int team, int choice) {
    return team + (long) teams * (3 + Math.floorMod(choice, people / teams - 4));
  }
}
