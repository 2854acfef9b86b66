package nl.steunpunt.network.register;

import nl.steunpunt.network.MandateId;
import nl.steunpunt.network.mandate.MandateApiScreens;
import nl.steunpunt.network.mandate.MandateApiScreens.MandateShown;
import nl.steunpunt.people.Me;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the personnel system: what it has written down. */
@RestController
class RecordingApi {
  private final MandateRecording recording;
  private final MandateApiScreens screens;

  RecordingApi(MandateRecording recording, MandateApiScreens screens) {
    this.recording = recording;
    this.screens = screens;
  }

  @PostMapping("/api/v1/mandates/{id}/recording")
  MandateShown record(Me me, @PathVariable MandateId id) {
    screens.shown(me, id);
    recording.record(me.id(), id);
    return screens.shown(me, id);
  }
}
