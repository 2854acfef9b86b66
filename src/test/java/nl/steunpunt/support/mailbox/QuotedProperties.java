package nl.steunpunt.support.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Nothing that somebody wrote is lost, and what they wrote above a quote is what is seen. */
class QuotedProperties {
  private static final List<String> PIECES =
      List.of(
          "Met F8.",
          "",
          "> Hoe boek ik dit?",
          ">> Dat vroeg ik ook",
          "Op di 3 nov. 2026 om 10:12 schreef Fatima <f@novum.example>:",
          "On Tue, Nov 3, 2026 at 10:12 AM Fatima",
          "<f@novum.example> wrote:",
          "-----Oorspronkelijk bericht-----",
          "Van: Fatima",
          "Verzonden: dinsdag 3 november 2026",
          "________________________________",
          "-- ",
          "Sanne, crediteuren",
          "Van: dat weet ik niet");

  @Provide
  Arbitrary<String> mails() {
    return Arbitraries.of(PIECES).list().ofMaxSize(14).map(lines -> String.join("\n", lines));
  }

  @Property
  void bothTogetherAreTheMail(@ForAll("mails") String mail) {
    var quoted = Quoted.in(mail);
    assertThat(words(quoted.said() + "\n" + quoted.rest())).isEqualTo(words(mail));
  }

  @Property
  void whoAnswersBelowTheQuoteIsHeardWhole(@ForAll("mails") String above) {
    var mail = "> Hoe boek ik dit?\n\nMet F8, zo.";
    var plain = above.replaceAll("(?m)^(?![A-Z]et F8\\.$|$).*$", "Zin.");
    assertThat(Quoted.in(plain + "\n" + mail).said()).endsWith("Met F8, zo.");
  }

  private static String words(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static void split(String mail, String said) {
    assertThat(Quoted.in(mail).said()).isEqualTo(said);
  }

  @Example
  void gmail() {
    split(
        "Dank!\n\nOp di 3 nov. 2026 om 10:12 schreef Fatima <f@x.example>:\n\n> Met F8.\n>\n> Fatima\n",
        "Dank!");
    split(
        "Thanks!\n\nOn Tue, Nov 3, 2026 at 10:12 AM Fatima Bakker\n<f@x.example> wrote:\n\n> F8.\n",
        "Thanks!");
  }

  @Example
  void outlook() {
    split(
        "Dank!\n\n________________________________\nVan: Fatima <f@x.example>\nVerzonden: dinsdag 3 november 2026 10:12\nAan: Sanne\nOnderwerp: Re\n\nMet F8.",
        "Dank!");
    split(
        "Thanks!\n\nFrom: Fatima <f@x.example>\nSent: Tuesday, November 3, 2026 10:12\nTo: Sanne\n\nF8.",
        "Thanks!");
    split("Dank!\n\n-----Oorspronkelijk bericht-----\nVan: Fatima\n", "Dank!");
  }

  @Example
  void appleMail() {
    split(
        "Dank!\n\n> Op 3 nov. 2026 om 10:12 heeft Fatima <f@x.example> het volgende geschreven:\n> \n> Met F8.",
        "Dank!");
  }

  @Example
  void aSignatureIsFoldedToo() {
    split("Dank!\n-- \nSanne\nCrediteuren", "Dank!");
  }

  @Example
  void whoWritesOnlyAQuoteHasWrittenIt() {
    split("> Met F8.", "> Met F8.");
    split(
        "Van: Fatima\nVerzonden: dinsdag\n\nMet F8.", "Van: Fatima\nVerzonden: dinsdag\n\nMet F8.");
  }

  @Example
  void aSentenceIsNoQuote() {
    split(
        "Op 3 november schreef hij:\ndat het niet gaat.",
        "Op 3 november schreef hij:\ndat het niet gaat.");
    split("Van: mij\nmag het weg.", "Van: mij\nmag het weg.");
  }
}
