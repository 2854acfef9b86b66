package nl.steunpunt.mutation;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * See bin/mutations. The trials are in a process of their own, as a mutant may turn a loop into one
 * that never ends.
 */
public final class Mutations implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private @Nullable Process trial;
  private @Nullable BufferedReader said;

  private final String only;

  private Mutations(String only) {
    this.only = only;
  }

  public static void main(String... arguments) throws IOException {
    var count = new EnumMap<Outcome, Integer>(Outcome.class);
    System.out.println("| where | was | became |\n| --- | --- | --- |");
    var only = arguments.length == 0 ? "" : arguments[0];
    try (var mutations = new Mutations(only)) {
      var mutants = Subject.mutants(only);
      for (int number = 0; number < mutants.size(); number++) {
        var outcome = mutations.outcome(number);
        count.merge(outcome, 1, Integer::sum);
        if (outcome == Outcome.SURVIVED) {
          System.out.println(mutants.get(number).text());
        }
      }
    }
    System.out.println(summary(count));
    System.exit(count.containsKey(Outcome.SURVIVED) ? 1 : 0);
  }

  private static String summary(Map<Outcome, Integer> count) {
    return "%nNoticed %d, never ended %d, does not compile %d, survived %d."
        .formatted(
            count.getOrDefault(Outcome.NOTICED, 0),
            count.getOrDefault(Outcome.HUNG, 0),
            count.getOrDefault(Outcome.DOES_NOT_COMPILE, 0),
            count.getOrDefault(Outcome.SURVIVED, 0));
  }

  private Outcome outcome(int number) throws IOException {
    var lines = said == null ? start(number) : said;
    var line =
        CompletableFuture.supplyAsync(() -> {
          try {
            return String.valueOf(lines.readLine());
          } catch (IOException e) {
            return "";
          }
        });
    try {
      var word = line.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (word.equals("null")) {
        throw new IllegalStateException("The trial of mutant " + number + " broke off");
      }
      return Outcome.valueOf(word);
    } catch (TimeoutException e) {
      close();
      return Outcome.HUNG;
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private BufferedReader start(int number) throws IOException {
    var java = ProcessHandle.current().info().command().orElseThrow();
    var started =
        new ProcessBuilder(
                List.of(
                    java,
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Trial.class.getName(),
                    Integer.toString(number),
                    only))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    trial = started;
    said = started.inputReader();
    return said;
  }

  @Override
  public void close() {
    if (trial != null) {
      trial.destroyForcibly();
      trial = null;
      said = null;
    }
  }
}
