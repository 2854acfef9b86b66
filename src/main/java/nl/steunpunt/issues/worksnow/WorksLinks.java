package nl.steunpunt.issues.worksnow;

import java.util.Optional;
import nl.steunpunt.issues.telling.NewsId;
import nl.steunpunt.people.PersonId;
import nl.steunpunt.platform.settings.SignedLink;
import org.springframework.stereotype.Component;

/** Who has the link answers for the person to whom it was mailed, to this one question. */
@Component
public class WorksLinks {
  static final String PATH = "/works-now";
  private static final String PURPOSE = "works-now";

  private final SignedLink links;

  WorksLinks(SignedLink links) {
    this.links = links;
  }

  record Link(NewsId news, PersonId person) {}

  public String path(NewsId news, PersonId person) {
    return PATH + "/" + links.make(PURPOSE, news.value(), person.value());
  }

  /** Empty when we did not make it. */
  Optional<Link> read(String link) {
    return links
        .read(PURPOSE, 2, link)
        .map(numbers -> new Link(new NewsId(numbers[0]), new PersonId(numbers[1])));
  }
}
