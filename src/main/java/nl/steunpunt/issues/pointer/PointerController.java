package nl.steunpunt.issues.pointer;

import nl.steunpunt.issues.IssueId;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.web.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class PointerController {
  private final Pointers pointers;

  PointerController(Pointers pointers) {
    this.pointers = pointers;
  }

  @PostMapping("/issues/{id}/pointers")
  ModelAndView add(
      Me me,
      @PathVariable IssueId id,
      @RequestParam(defaultValue = "ticket") String kind,
      @RequestParam(defaultValue = "") String pointerTitle,
      @RequestParam(defaultValue = "") String address) {
    var issue = pointers.add(me, id, PointerKind.of(kind), pointerTitle, address);
    return Reply.to("/issues/" + issue + "#issue-pointers", "pointer.done.added");
  }

  @PostMapping("/issues/{id}/pointers/{pointer}/removal")
  ModelAndView remove(@PathVariable IssueId id, @PathVariable PointerId pointer) {
    pointers.remove(id, pointer);
    return Reply.to("/issues/" + id + "#issue-pointers");
  }

  @PostMapping("/issues/{id}/pointers/{pointer}/undoing")
  ModelAndView putBack(@PathVariable IssueId id, @PathVariable PointerId pointer) {
    pointers.putBack(id, pointer);
    return Reply.to("/issues/" + id + "#issue-pointers", "pointer.done.put_back");
  }
}
