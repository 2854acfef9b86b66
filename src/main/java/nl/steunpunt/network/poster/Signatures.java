package nl.steunpunt.network.poster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.steunpunt.network.poster.PosterContent.Line;
import nl.steunpunt.network.poster.Signature.Look;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.brand.Colour;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.print.Letterhead;
import nl.steunpunt.platform.print.PaperPrinting;
import nl.steunpunt.platform.print.SheetPrinting;
import nl.steunpunt.platform.print.SheetPrinting.About;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands below a mail: of a power user, a place or a department, and where to find help. */
@Component
class Signatures {
  private static final int PIXELS = 1200;

  private final JdbcClient sql;
  private final ScreenSql json;
  private final PosterScreens screens;
  private final Messages messages;
  private final Mails mails;
  private final PaperPrinting papers;
  private final SheetPrinting printing;

  Signatures(
      JdbcClient sql,
      ScreenSql json,
      PosterScreens screens,
      Messages messages,
      Mails mails,
      PaperPrinting papers,
      SheetPrinting printing) {
    this.sql = sql;
    this.json = json;
    this.screens = screens;
    this.messages = messages;
    this.mails = mails;
    this.papers = papers;
    this.printing = printing;
  }

  /**
   * @param subject null: a power user who sits nowhere that we know
   * @param named whether the power user's name stands in it
   */
  record Made(Signature signature, @Nullable PosterSubject subject, boolean named) {}

  /** A power user. */
  private record Own(String name, List<String> systems) {}

  /** Empty when there is nothing of the kind, or it is not this person's. */
  Optional<Made> of(Me me, SignatureForm form) {
    var piece = form.piece(me.number());
    var choice = piece.choice();
    var subject = screens.subject(me, piece);
    var head = papers.letterhead();
    if (subject.isEmpty()) {
      return isOwn(me, piece) && piece.location() == null
          ? own(me).map(it -> new Made(ofNowhere(it, choice, head), null, true))
          : Optional.empty();
    }
    return subject.map(it -> {
      var who = it.who();
      // Whoever puts it below their own mail says their name there anyway.
      var named = who != null && (who.namePrinted() || isOwn(me, piece)) ? who : null;
      var signature =
          named != null
              ? signature(
                  named.name(),
                  role(choice, named.systems(), it.place().where()),
                  it.place(),
                  choice,
                  head)
              : signature(
                  help(choice), List.of(new Line(it.where(), null)), it.place(), choice, head);
      return new Made(signature, it, named != null);
    });
  }

  private static boolean isOwn(Me me, PosterForm piece) {
    return piece.person() != null && piece.person() == me.number();
  }

  private Optional<Own> own(Me me) {
    return json.one(
        sql.sql(
                """
                select to_json(it) from (
                  select p.name,
                         (select json_agg(s.name order by s.name) from network.mandate m join network.system s on s.id = m.system_id
                           where m.person_id = p.id and m.state <> 'ended') as systems
                    from people.pub_person p
                   where p.id = :me
                     and exists (select from network.mandate m where m.person_id = p.id and m.state <> 'ended')) it
                """)
            .param("me", me.id()),
        Own.class);
  }

  private Signature ofNowhere(Own it, PosterChoice choice, Letterhead head) {
    return signature(it.name(), role(choice, it.systems(), ""), null, choice, head);
  }

  /** On one line in one language; in both the place gets a line of its own. */
  private List<Line> role(PosterChoice choice, List<String> systems, String where) {
    var lines = new ArrayList<Line>();
    var of = String.join(", ", systems);
    if (choice.language() == PosterLanguage.BOTH) {
      lines.add(new Line(messages.text(first(choice), "poster.role") + " · " + of, null));
    } else {
      lines.add(new Line(messages.text(first(choice), "poster.signature.role", of), first(choice)));
    }
    if (!where.isEmpty()) {
      lines.add(new Line(where, null));
    }
    return lines;
  }

  private Signature signature(
      String name,
      List<Line> about,
      PosterSubject.@Nullable Place place,
      PosterChoice choice,
      Letterhead head) {
    var ask =
        choice.slogan().isEmpty()
            ? choice.language().spoken().stream()
                .map(one -> new Line(messages.text(one, "poster.signature.ask"), one))
                .toList()
            : List.of(new Line(choice.slogan(), null));
    return new Signature(
        name,
        about,
        ask,
        mails.link(place == null ? "/who-helps" : "/h/" + place.code()),
        head.organisation(),
        head.logo(),
        Look.of(choice.design(), Colour.of(head.accent()).orElseThrow()));
  }

  /** What a desk is called where help is, in each language that is spoken. */
  private String help(PosterChoice choice) {
    return choice.language().spoken().stream()
        .map(one -> messages.text(one, "poster.sign"))
        .distinct()
        .collect(Collectors.joining(" · "));
  }

  private static Locale first(PosterChoice choice) {
    return choice.language().spoken().getFirst();
  }

  byte[] picture(Signature it, Locale language) {
    var pdf =
        printing.print(
            new About(it.name(), it.organisation(), language),
            Signature.SIZE,
            false,
            List.of(it::draw));
    return SheetPrinting.picture(pdf, PIXELS);
  }
}
