package nl.steunpunt.network.poster;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.steunpunt.network.whohelps.WhoHelps;
import nl.steunpunt.people.Me;
import nl.steunpunt.platform.brand.Colour;
import nl.steunpunt.platform.db.ScreenSql;
import nl.steunpunt.platform.i18n.Messages;
import nl.steunpunt.platform.mail.Mails;
import nl.steunpunt.platform.print.Face;
import nl.steunpunt.platform.print.PaperPrinting;
import nl.steunpunt.platform.print.QrCode;
import nl.steunpunt.platform.print.Sheet;
import nl.steunpunt.platform.print.Sheet.Role;
import nl.steunpunt.platform.print.Sheet.Room;
import nl.steunpunt.platform.print.Sheet.Words;
import nl.steunpunt.platform.print.SheetPrinting;
import nl.steunpunt.platform.print.SheetPrinting.About;
import nl.steunpunt.platform.print.SheetSize;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a power user puts below their mail: who they are, and where others find help. */
@Component
class Signatures {
  /** Millimetres, for a picture that is shown about 450 pixels wide. */
  private static final SheetSize SIZE = new SheetSize(150, 42);

  private static final int PIXELS = 1200;

  private final JdbcClient sql;
  private final ScreenSql screens;
  private final Messages messages;
  private final Mails mails;
  private final PaperPrinting papers;
  private final SheetPrinting printing;

  Signatures(
      JdbcClient sql,
      ScreenSql screens,
      Messages messages,
      Mails mails,
      PaperPrinting papers,
      SheetPrinting printing) {
    this.sql = sql;
    this.screens = screens;
    this.messages = messages;
    this.mails = mails;
    this.papers = papers;
    this.printing = printing;
  }

  /**
   * @param path of where they sit; null: not known, and then there is no code either
   */
  record Own(String name, List<String> systems, @Nullable String path, @Nullable String code) {}

  /**
   * @param address where who is stuck finds help now
   */
  record Signature(
      String name,
      String role,
      String place,
      String ask,
      String address,
      String organisation,
      String accent) {
    /** For a mail program, which knows no style sheet. */
    String html() {
      return """
      <table cellpadding="0" cellspacing="0" style="font-family:Arial,sans-serif;font-size:14px;line-height:1.4;color:#1c2529"><tr>
      <td style="border-left:4px solid %s;padding:2px 0 2px 12px">
      <strong style="font-size:16px">%s</strong><br>%s%s<br>
      <span style="color:#56646b">%s</span> <a href="%s" style="color:%s">%s</a>
      </td></tr></table>
      """
          .formatted(
              accent,
              safe(name),
              safe(role),
              place.isEmpty() ? "" : " · " + safe(place),
              safe(ask),
              safe(address),
              accent,
              safe(address.replaceFirst("^https?://", "")));
    }

    private static String safe(String text) {
      return org.springframework.web.util.HtmlUtils.htmlEscape(text);
    }
  }

  Optional<Signature> of(Me me, Locale language) {
    var own =
        screens.one(
            sql.sql(
                    """
                    select to_json(it) from (
                      select p.name, l.path, c.code,
                             (select json_agg(s.name order by s.name) from network.mandate m join network.system s on s.id = m.system_id
                               where m.person_id = p.id and m.state <> 'ended') as systems
                        from people.pub_person p
                        left join people.pub_location l on l.id = p.location_id
                        left join network.place_code c on c.location_id = l.id and c.withdrawn_at is null
                       where p.id = :me
                         and exists (select from network.mandate m where m.person_id = p.id and m.state <> 'ended')) it
                    """)
                .param("me", me.id()),
            Own.class);
    var brand = papers.letterhead();
    return own.map(it ->
        new Signature(
            it.name(),
            messages.text(language, "poster.signature.role", String.join(", ", it.systems())),
            it.path() == null ? "" : WhoHelps.named(List.of(it.path().split("/", -1))),
            messages.text(language, "poster.signature.ask"),
            mails.link(it.code() == null ? "/who-helps" : "/h/" + it.code()),
            brand.organisation(),
            brand.accent()));
  }

  byte[] picture(Signature it, Locale language) {
    var pdf =
        printing.print(
            new About(it.name(), it.organisation(), language),
            SIZE,
            false,
            List.of(sheet -> draw(sheet, it)));
    return SheetPrinting.picture(pdf, PIXELS);
  }

  private static void draw(Sheet sheet, Signature it) {
    var accent = Colour.of(it.accent()).orElseThrow();
    var side = 28.0;
    var code = QrCode.of(it.address());
    sheet.fill(Colour.WHITE, 0, 0, sheet.width(), sheet.height());
    sheet.fill(accent, 0, 0, 2.5, sheet.height());
    var x = sheet.width() - side - 6;
    sheet.code(code, it.address(), x, 7, side);
    var width = x - 18;
    var end =
        sheet.fitted(
            Role.TITLE,
            Face.HEAVY,
            List.of(Words.of(it.name(), PosterContent.INK)),
            Room.at(9, 4, width, 10).leading(1.2),
            8,
            3);
    end =
        sheet.fitted(
            Role.TEXT,
            Face.REGULAR,
            List.of(
                Words.of(
                    it.place().isEmpty() ? it.role() : it.role() + " · " + it.place(),
                    PosterContent.QUIET)),
            Room.at(9, end + 0.5, width, 11).leading(1.3),
            4.2,
            2.4);
    end =
        sheet.fitted(
            Role.TEXT,
            Face.REGULAR,
            List.of(Words.of(it.ask(), PosterContent.INK)),
            Room.at(9, end + 1.5, width, 10).leading(1.3),
            4.2,
            2.4);
    sheet.fitted(
        Role.TEXT,
        Face.BOLD,
        List.of(Words.of(it.address().replaceFirst("^https?://", ""), accent)),
        Room.at(9, end, width, 6).leading(1.3),
        4.2,
        2);
  }
}
