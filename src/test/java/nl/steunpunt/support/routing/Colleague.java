package nl.steunpunt.support.routing;

import java.util.function.UnaryOperator;
import nl.steunpunt.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Builds a power user: there, with room, and sitting elsewhere, unless a test says otherwise. */
record Colleague(
    long number,
    @Nullable Integer rank,
    int share,
    int open,
    Place place,
    String language,
    boolean knowsTopic,
    boolean present,
    boolean absent,
    boolean saysFull,
    boolean spared) {

  static final Place ELSEWHERE = new Place("Logistics", "Groningen/A/1/A1.01");

  static Colleague number(long number) {
    return new Colleague(number, null, 10, 0, ELSEWHERE, "nl", false, false, false, false, false);
  }

  PersonId id() {
    return new PersonId(number);
  }

  Colleague primary() {
    return ranked(0);
  }

  Colleague deputy(int which) {
    return ranked(which);
  }

  private Colleague ranked(int rank) {
    return new Colleague(
        number, rank, share, open, place, language, knowsTopic, present, absent, saysFull, spared);
  }

  Colleague share(int percent) {
    return new Colleague(
        number,
        rank,
        percent,
        open,
        place,
        language,
        knowsTopic,
        present,
        absent,
        saysFull,
        spared);
  }

  Colleague holding(int questions) {
    return new Colleague(
        number,
        rank,
        share,
        questions,
        place,
        language,
        knowsTopic,
        present,
        absent,
        saysFull,
        spared);
  }

  Colleague at(String department, @Nullable String location) {
    return new Colleague(
        number,
        rank,
        share,
        open,
        new Place(department, location),
        language,
        knowsTopic,
        present,
        absent,
        saysFull,
        spared);
  }

  Colleague speaking(String language) {
    return new Colleague(
        number, rank, share, open, place, language, knowsTopic, present, absent, saysFull, spared);
  }

  Colleague knowingTheTopic() {
    return new Colleague(
        number, rank, share, open, place, language, true, present, absent, saysFull, spared);
  }

  Colleague here() {
    return new Colleague(
        number, rank, share, open, place, language, knowsTopic, true, absent, saysFull, spared);
  }

  Colleague away() {
    return new Colleague(
        number, rank, share, open, place, language, knowsTopic, present, true, saysFull, spared);
  }

  Colleague full() {
    return new Colleague(
        number, rank, share, open, place, language, knowsTopic, present, absent, true, spared);
  }

  Colleague withSpentHours() {
    return new Colleague(
        number, rank, share, open, place, language, knowsTopic, present, absent, saysFull, true);
  }

  Colleague with(boolean wanted, UnaryOperator<Colleague> change) {
    return wanted ? change.apply(this) : this;
  }

  Candidate candidate() {
    return new Candidate(
        id(), rank, share, open, place, language, knowsTopic, present, absent, saysFull, spared);
  }
}
