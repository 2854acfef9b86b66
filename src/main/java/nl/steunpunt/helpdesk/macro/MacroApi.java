package nl.steunpunt.helpdesk.macro;

import java.util.UUID;
import nl.steunpunt.helpdesk.desk.CloseReason;
import nl.steunpunt.helpdesk.desk.TicketActs;
import nl.steunpunt.helpdesk.desk.TicketReading;
import nl.steunpunt.helpdesk.target.Severity;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.api.Members;
import nl.steunpunt.platform.api.Ref;
import nl.steunpunt.platform.api.Slice;
import nl.steunpunt.platform.web.Sending;
import nl.steunpunt.support.QuestionId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The desk's macros by a program. */
@RestController
@RequestMapping("/api/v1/tickets")
class MacroApi {
  private static final MacroId NONE = new MacroId(0);

  private final Macros macros;
  private final MacroApplying applying;
  private final TicketActs acts;

  MacroApi(Macros macros, MacroApplying applying, TicketActs acts) {
    this.macros = macros;
    this.applying = applying;
    this.acts = acts;
  }

  /**
   * What it does; what is null stays as it is.
   *
   * @param answer number of the ready answer that the asker reads
   * @param closes with this reason
   * @param queue number of the queue that it goes to
   */
  record ReadyMacro(
      long id,
      String nameNl,
      String nameEn,
      @Nullable Long answer,
      @Nullable CloseReason closes,
      @Nullable Severity severity,
      @Nullable Long queue,
      boolean takes) {
    static ReadyMacro of(Macros.Macro macro) {
      return new ReadyMacro(
          macro.id().value(),
          macro.nameNl(),
          macro.nameEn(),
          macro.cannedId() == null ? null : macro.cannedId().value(),
          macro.closeReason(),
          macro.severity(),
          macro.queueId() == null ? null : macro.queueId().value(),
          macro.takes());
    }
  }

  /**
   * @param macro its number
   */
  record MacroUse(@Nullable Ref macro, @Nullable UUID clientId) {}

  @GetMapping("/macros")
  Slice<ReadyMacro> list() {
    return Slice.whole(macros.active().stream().map(ReadyMacro::of).toList());
  }

  @PostMapping("/{id}/macro")
  TicketReading.Ticket apply(Me me, @PathVariable QuestionId id, @RequestBody MacroUse use) {
    return acts.on(
        me,
        id,
        () -> {
          var members = new Members();
          var macro = members.known("/macro", use.macro, this::named, NONE);
          members.check();
          applying.apply(me, id, macro, Sending.orNew(use.clientId));
        });
  }

  private @Nullable MacroId named(Ref named) {
    return macros.active().stream()
        .map(Macros.Macro::id)
        .filter(one -> named.is(one.value()))
        .findFirst()
        .orElse(null);
  }
}
