package nl.steunpunt.network.poster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.steunpunt.network.poster.PosterContent.Line;
import nl.steunpunt.platform.brand.Colour;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.print.Letterhead;
import nl.steunpunt.platform.print.PaperPrinting;
import nl.steunpunt.platform.print.QrCode;
import nl.steunpunt.platform.print.SheetPrinting;
import nl.steunpunt.platform.print.SheetPrinting.About;
import nl.steunpunt.platform.print.SheetPrinting.Drawing;
import nl.steunpunt.platform.web.FieldError;
import nl.steunpunt.platform.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A piece, with the words, the look and the address of now. */
@Component
class PosterPrinting {
  /** Pixels. */
  private static final int LONG_SIDE = 1000;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SheetPrinting printing;
  private final PaperPrinting papers;
  private final PosterScreens screens;
  private final Mails mails;
  private final Messages messages;
  // A picture of a page is the one thing here that takes a tenth of a second and some megabytes.
  private final Semaphore turn = new Semaphore(2, true);

  PosterPrinting(
      SheetPrinting printing,
      PaperPrinting papers,
      PosterScreens screens,
      Mails mails,
      Messages messages) {
    this.printing = printing;
    this.papers = papers;
    this.screens = screens;
    this.mails = mails;
    this.messages = messages;
  }

  /** What is wrong with it; a sign of the slogan that we have no letter for is too. */
  List<FieldError> errors(PosterForm form) {
    var missing = printing.unprintable(form.slogan());
    return missing.isEmpty()
        ? form.errors()
        : Stream.concat(
                form.errors().stream(),
                Stream.of(
                    FieldError.of(
                        "slogan",
                        "poster.refused.signs",
                        String.join(" ", missing.subList(0, Math.min(5, missing.size()))))))
            .toList();
  }

  /**
   * @throws Refusal when something is wrong with it
   */
  PosterChoice choice(PosterForm form) {
    errors(form).stream()
        .findFirst()
        .ifPresent(error -> {
          throw Refusal.of(error.key(), error.arguments().toArray()).at(error.field());
        });
    return form.choice();
  }

  byte[] pdf(PosterChoice choice, PosterSubject subject) {
    return print(choice, List.of(subject), title(choice, subject));
  }

  /** A page for each. */
  byte[] print(PosterChoice choice, List<PosterSubject> subjects, String title) {
    var head = papers.letterhead();
    var language = choice.language().spoken().getFirst();
    var pages = new ArrayList<Drawing>();
    for (var subject : subjects) {
      pages.add(
          PosterDrawing.of(
              choice.format(),
              choice.design(),
              content(choice, subject, head),
              lines(choice, "poster.fold")));
    }
    return printing.print(
        new About(title, head.organisation(), language),
        choice.format().size(),
        choice.marks(),
        pages);
  }

  String title(PosterChoice choice, PosterSubject subject) {
    return messages.text(
        choice.language().spoken().getFirst(),
        "poster.file." + choice.format().word(),
        subject.title());
  }

  /** The very piece, as a PNG. */
  byte[] picture(PosterChoice choice, PosterSubject subject) {
    var pdf = pdf(choice, subject);
    try {
      if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Refusal.conflict("poster.busy");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.conflict("poster.busy");
    }
    try {
      return SheetPrinting.picture(pdf, LONG_SIDE);
    } finally {
      turn.release();
    }
  }

  private PosterContent content(PosterChoice choice, PosterSubject subject, Letterhead head) {
    var who = subject.who();
    var named = who != null && who.namePrinted() ? who : null;
    var link = mails.link("/h/" + subject.place().code());
    return new PosterContent(
        headline(choice, named),
        support(choice, named),
        lines(choice, "poster.scan"),
        subject.spot(),
        subject.above(),
        named == null ? null : named.name(),
        lines(choice, "poster.role"),
        named != null && named.photoPrinted() ? screens.photo(named.id()).orElse(null) : null,
        asTyped(link),
        QrCode.of(link),
        messages.text(choice.language().spoken().getFirst(), "poster.code.says", asTyped(link)),
        head.organisation(),
        head.logo(),
        Colour.of(head.accent()).orElseThrow());
  }

  private List<Line> headline(PosterChoice choice, PosterSubject.@Nullable Who named) {
    if (named != null && choice.format() == PosterFormat.BADGE) {
      return List.of(new Line(named.name(), null));
    }
    return choice.slogan().isEmpty()
        ? lines(choice, choice.format().isPoster() ? "poster.headline" : "poster.sign")
        : List.of(new Line(choice.slogan(), null));
  }

  private List<Line> support(PosterChoice choice, PosterSubject.@Nullable Who named) {
    if (choice.format().isPoster()) {
      return lines(choice, "poster.support");
    }
    var role = lines(choice, "poster.role");
    if (named == null) {
      return lines(choice, "poster.sign.support");
    }
    var lines = new ArrayList<Line>();
    if (choice.format() != PosterFormat.BADGE) {
      lines.add(new Line(named.name(), null));
    }
    lines.addAll(role);
    return lines;
  }

  /** In each language that is spoken; what is the same in both once. */
  private List<Line> lines(PosterChoice choice, String key) {
    var lines = new ArrayList<Line>();
    for (Locale language : choice.language().spoken()) {
      var text = messages.text(language, key);
      if (lines.stream().noneMatch(line -> line.text().equals(text))) {
        lines.add(new Line(text, language));
      }
    }
    return lines;
  }

  /** Browsers add the rest. */
  private static String asTyped(String link) {
    return link.replaceFirst("^https://", "");
  }
}
