package nl.steunpunt.support.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyserTest {

  private final Analyser analyser = new Analyser();

  private Set<String> terms(String text) {
    var terms = new HashSet<>(DocumentTerms.of(analyser.words(text), analyser.words("")).keySet());
    terms.remove(Vocabulary.EVERY);
    return terms;
  }

  @ParameterizedTest
  @CsvSource({
    "facturen, factuur",
    "faktuur, factuur",
    "invoices, invoicing",
    "geboekt, boeking",
    "geweigerd, weigeren",
    "ingediend, indienen",
    "aangemeld, aanmelden",
    "geblokeerd, geblokkeerd",
    "aangevraagt, aangevraagd",
    "werkt, gewerkt",
    "levering, geleverd",
    "prijzen, prijs",
    "uitbetaalde, uitbetalen",
    "approved, approve",
    "deliveries, delivery",
    "collega's, collega",
    "Müller, muller",
  })
  void aWordKeepsItsStem(String one, String other) {
    assertThat(Stem.of(Stem.plain(one).replace("'", ""))).isEqualTo(Stem.of(Stem.plain(other)));
  }

  @ParameterizedTest
  @CsvSource({
    "order, orde",
    "klant, kaart",
    "factuur, factor",
    "printer, periode",
    "uren, uit",
    "F31, F10",
  })
  void otherWordsStayApart(String one, String other) {
    assertThat(Stem.of(Stem.plain(one))).isNotEqualTo(Stem.of(Stem.plain(other)));
  }

  @ParameterizedTest
  @CsvSource({
    "maandafsluiting, afsluiting van de maand",
    "maandafsluiting, month close",
    "leverdatum, datum van levering",
    "wachtwoord, password",
    "inloggen, aanmelden",
    "ingelogd, logged in",
    "log in, sign in",
    "urenbriefje, uren",
    "stuurt alles terug, terugsturen",
    "keurt dat goed, goedkeuren",
    "zwangerschapsverlof, verlof",
    "kilometervergoeding, kilometers",
    "bankrekeningnummer, IBAN",
    "e-mail, mail",
  })
  void whatMeansTheSameHasATermInCommon(String one, String other) {
    assertThat(terms(one)).containsAnyElementsOf(terms(other));
  }

  @ParameterizedTest
  @CsvSource({"hoe kan ik dat ook weer doen", "how do I get this", "👍🏽 !!", "''"})
  void whatSaysNothingHasNone(String text) {
    assertThat(terms(text)).isEmpty();
  }

  @Test
  void splitsACompoundInAllItsParts() {
    assertThat(analyser.words("factuurgoedkeuring").getFirst().parts())
        .extracting(Word::stem)
        .containsExactly(Stem.of("factuur"), Stem.of("goedkeuring"));
    assertThat(analyser.words("wachtwoord").getFirst().parts()).isEmpty();
  }

  /** What is stored must be made again when this changes: raise {@link DocumentTerms#RULES}. */
  @Test
  void theRulesHaveTheirNumber() {
    var terms =
        DocumentTerms.of(
            analyser.words("Mijn wachtwoord is verlopen"),
            analyser.words("Kies een nieuw wachtwoord: kilometervergoeding en leverdatum tellen."));
    assertThat(DocumentTerms.RULES).isEqualTo(2);
    assertThat(new TreeMap<>(terms).toString().hashCode()).isEqualTo(-149661548);
  }
}
