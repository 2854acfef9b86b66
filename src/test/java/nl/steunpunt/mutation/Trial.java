package nl.steunpunt.mutation;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.springframework.util.FileSystemUtils;

/** Runs the tests against mutants, from one on to the last, and says of each what came of it. */
final class Trial {
  private static final Path CLASSES = Path.of("target/classes");
  private static final Path TESTS = Path.of("target/test-classes");

  private Trial() {}

  public static void main(String... arguments) throws Exception {
    var out = System.out;
    // Properties that fail say at length with what.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    var mutants = Subject.mutants(arguments[1]);
    for (int number = Integer.parseInt(arguments[0]); number < mutants.size(); number++) {
      out.println(outcome(mutants.get(number)));
    }
  }

  private static Outcome outcome(Mutant mutant) throws IOException, ReflectiveOperationException {
    var folder = Files.createTempDirectory("mutant");
    try {
      return compile(mutant, folder) ? outcome(mutant, folder) : Outcome.DOES_NOT_COMPILE;
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private static Outcome outcome(Mutant mutant, Path folder)
      throws IOException, ReflectiveOperationException {
    for (var test : Subject.of(mutant.file()).tests(mutant.file())) {
      if (fails(test, folder)) {
        return Outcome.NOTICED;
      }
    }
    return Outcome.SURVIVED;
  }

  private static boolean compile(Mutant mutant, Path folder) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var source =
        Files.createDirectory(folder.resolve("source")).resolve(mutant.file().getFileName());
    Files.writeString(source, mutant.source());
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      return compiler
          .getTask(
              new StringWriter(),
              files,
              diagnostic -> {},
              List.of(
                  "-proc:none",
                  "-d",
                  folder.toString(),
                  "-cp",
                  System.getProperty("java.class.path")),
              null,
              files.getJavaFileObjects(source))
          .call();
    }
  }

  private static boolean fails(String test, Path folder)
      throws IOException, ReflectiveOperationException {
    var urls =
        new URL[] {
          folder.toUri().toURL(), CLASSES.toUri().toURL(), TESTS.toUri().toURL(),
        };
    var thread = Thread.currentThread();
    var usual = thread.getContextClassLoader();
    try (var loader = new OursFirst(urls, usual)) {
      thread.setContextClassLoader(loader);
      var listener = new SummaryGeneratingListener();
      var request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(selectClass(loader.loadClass(test)))
              .configurationParameter("jqwik.shrinking.default", "OFF")
              .configurationParameter("jqwik.database", folder.resolve("jqwik").toString())
              .build();
      LauncherFactory.create().execute(request, listener);
      var summary = listener.getSummary();
      if (summary.getTestsFoundCount() == 0) {
        throw new IllegalStateException("No tests in " + test);
      }
      return summary.getTotalFailureCount() > 0;
    } finally {
      thread.setContextClassLoader(usual);
    }
  }

  /** Our own classes come from the mutant's folder first, everybody else's from the usual place. */
  private static final class OursFirst extends URLClassLoader {
    OursFirst(URL[] urls, ClassLoader usual) {
      super(urls, usual);
    }

    /** Or settings of the test tools would be there twice. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return getParent().getResources(name);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("nl.steunpunt.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        var loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
  }
}
