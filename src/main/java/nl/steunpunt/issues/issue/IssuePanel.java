package nl.steunpunt.issues.issue;

import nl.steunpunt.platform.web.Viewer;
import nl.steunpunt.support.QuestionId;
import nl.steunpunt.support.QuestionPanel;
import org.springframework.stereotype.Component;

@Component
class IssuePanel implements QuestionPanel {
  @Override
  public Place place() {
    return Place.SIDE;
  }

  @Override
  public String key() {
    return "issue.register";
  }

  @Override
  public String path(QuestionId question, Viewer viewer) {
    return "/issues/of-question/" + question;
  }
}
