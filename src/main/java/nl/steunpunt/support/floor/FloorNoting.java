package nl.steunpunt.support.floor;

import java.time.Instant;
import java.util.UUID;
import nl.steunpunt.network.About;
import nl.steunpunt.people.Me;
import nl.steunpunt.support.FloorNotes;
import nl.steunpunt.support.SignalId;
import nl.steunpunt.support.helpmoment.Help;
import nl.steunpunt.support.helpmoment.HelpMomentId;
import nl.steunpunt.support.helpmoment.HelpMomentLogging;
import nl.steunpunt.support.signal.SignalSaying;
import org.springframework.stereotype.Service;

@Service
class FloorNoting implements FloorNotes {
  private final HelpMomentLogging moments;
  private final SignalSaying signals;

  FloorNoting(HelpMomentLogging moments, SignalSaying signals) {
    this.moments = moments;
    this.signals = signals;
  }

  @Override
  public long helped(Me me, About about, int minutes, long location, Instant at, UUID as) {
    var help = new Help(about.system(), about.topic(), minutes, "", null);
    return moments.logOnTheFloor(me, help, location, at, as).value();
  }

  @Override
  public void notHelped(Me me, long helpMoment) {
    moments.removeIfThere(me, new HelpMomentId(helpMoment));
  }

  @Override
  public SignalId heard(Me me, About about, String text, long location, Instant at, UUID as) {
    return signals.heardAt(me, about, text, location, at, as);
  }

  @Override
  public void notHeard(Me me, SignalId signal) {
    signals.notHeard(me, signal);
  }
}
