package nl.steunpunt.people.search;

import nl.steunpunt.people.PeopleSearch;
import nl.steunpunt.platform.api.Invalid;
import nl.steunpunt.platform.api.Slice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PeopleApi {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 100;

  private final PeopleSearch search;

  PeopleApi(PeopleSearch search) {
    this.search = search;
  }

  /** The twenty nearest; who needs another types more of the name. */
  @GetMapping("/api/v1/people")
  Slice<PeopleSearch.Colleague> find(@RequestParam String q) {
    var typed = q.strip();
    if (typed.length() < SHORTEST || typed.length() > LONGEST) {
      throw Invalid.parameter("q", "people.search.length", SHORTEST, LONGEST);
    }
    return Slice.whole(search.find(typed));
  }
}
