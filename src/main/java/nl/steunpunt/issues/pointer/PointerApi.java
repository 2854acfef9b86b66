package nl.steunpunt.issues.pointer;

import java.util.Map;
import nl.steunpunt.issues.IssueId;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tickets in other systems and ideas that an issue points at. */
@RestController
@RequestMapping("/api/v1/issues/{id}/pointers")
class PointerApi {
  private static final Map<String, String> MEMBERS =
      Map.of(".kind", "/kind", "title", "/title", "address", "/address");

  private final Pointers pointers;

  PointerApi(Pointers pointers) {
    this.pointers = pointers;
  }

  /**
   * @param kind {@code ticket} or {@code idea}
   * @param address of the web; null: the title is enough
   */
  record NewPointer(@Nullable String kind, @Nullable String title, @Nullable String address) {}

  /** The same again adds nothing. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Slice<Pointer> add(Me me, @PathVariable IssueId id, @RequestBody NewPointer wish) {
    var members = new Members();
    var kind = members.text("/kind", wish.kind);
    var title = members.text("/title", wish.title, Pointers.MAX_TITLE);
    members.check();
    var address = wish.address == null ? "" : wish.address;
    var issue =
        Members.pointing(MEMBERS, () -> pointers.add(me, id, PointerKind.of(kind), title, address));
    return Slice.whole(pointers.of(issue));
  }

  @PostMapping("/{pointer}/removal")
  Slice<Pointer> remove(@PathVariable IssueId id, @PathVariable PointerId pointer) {
    return Slice.whole(pointers.of(pointers.remove(id, pointer)));
  }
}
