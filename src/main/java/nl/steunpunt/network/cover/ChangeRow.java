package nl.steunpunt.network.cover;

import java.time.Instant;
import nl.steunpunt.network.ConstituencyChanges;
import org.jspecify.annotations.Nullable;

/**
 * A change of whom a power user serves, as the lead reads it.
 *
 * @param about path of the department or location, or the name of the manager or person
 * @param movedFrom who had it before; null: nobody, or it did not move
 * @param undoneBy null while it stands
 * @param ended whether the mandate that would have it back has ended
 */
public record ChangeRow(
    long id,
    ConstituencyChanges.Kind kind,
    String about,
    String powerUser,
    @Nullable String movedFrom,
    ConstituencyChanges.@Nullable State after,
    String madeBy,
    Instant madeAt,
    @Nullable String undoneBy,
    @Nullable Instant undoneAt,
    boolean ended) {

  /** The last part of the message's key. */
  public String word() {
    if (kind == ConstituencyChanges.Kind.PERSON) {
      return after == null
          ? "as_rules"
          : after == ConstituencyChanges.State.SERVED ? "always" : "never";
    }
    if (movedFrom != null) {
      return kind == ConstituencyChanges.Kind.MANAGER ? "people_moved" : "moved";
    }
    var people = kind == ConstituencyChanges.Kind.MANAGER ? "people_" : "";
    return people + (after == null ? "removed" : "added");
  }

  /** As words on a page: 'Finance · Crediteuren'. */
  public String place() {
    return about.replace("/", " · ");
  }
}
