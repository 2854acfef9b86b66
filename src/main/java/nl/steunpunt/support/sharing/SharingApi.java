package nl.steunpunt.support.sharing;

import nl.steunpunt.people.Me;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.web.NotFound;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Of one's own question: whether the power user of one's constituency may read it. */
@RestController
@RequestMapping("/api/v1/questions/{id}/sharing")
class SharingApi {
  private final QuestionSharing sharing;

  SharingApi(QuestionSharing sharing) {
    this.sharing = sharing;
  }

  record SharingShown(boolean shared) {}

  record SharingWish(@Nullable Boolean shared) {}

  @GetMapping
  SharingShown show(Me me, @PathVariable QuestionId id) {
    var shared = sharing.isShared(me, id);
    if (shared == null) {
      throw new NotFound();
    }
    return new SharingShown(shared);
  }

  @PutMapping
  SharingShown share(Me me, @PathVariable QuestionId id, @RequestBody SharingWish wish) {
    var members = new Members();
    if (wish.shared == null) {
      members.wrong("/shared", "api.member.missing");
    }
    members.check();
    var shared = Boolean.TRUE.equals(wish.shared);
    sharing.share(me, id, shared);
    return new SharingShown(shared);
  }
}
