package nl.steunpunt.people.account;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import nl.steunpunt.platform.web.TryLater;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with OWASP's parameters. A hash takes 19 MB and a core, so two are made at a time and
 * few may wait; more than that is told to come back, or a flood of sign-ins would take the memory
 * that everyone else's pages need. They are made on threads of their own, which the system shares
 * out with the rest: a virtual thread that counts keeps its carrier, and there is one per core, so
 * two hashes at a time held up every page.
 */
@Component
class Passwords {
  private static final int AT_ONCE = 2;
  private static final int WAITING = 8;
  private static final Duration WAIT = Duration.ofSeconds(2);
  private static final int MEMORY_KIB = 19 * 1024;

  /** No password has this hash. It is compared with for who has none, so that it takes as long. */
  private static final String NOBODYS =
      "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, 2);
  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final AtomicInteger waiting = new AtomicInteger();
  private final ExecutorService counting =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().daemon().name("passwords-", 0).factory());

  String hash(String password) {
    return inTurn(() -> argon2.encode(password));
  }

  /** Takes the same time whether or not there is a hash to compare with. */
  boolean match(String password, @Nullable String hash) {
    return inTurn(() -> argon2.matches(password, hash == null ? NOBODYS : hash)) && hash != null;
  }

  <T> T inTurn(Supplier<T> work) {
    if (!hasPlace()) {
      throw TryLater.busy("sign_in.busy", WAIT);
    }
    try {
      return CompletableFuture.supplyAsync(work, counting).join();
    } finally {
      places.release();
    }
  }

  private boolean hasPlace() {
    if (waiting.incrementAndGet() > WAITING + AT_ONCE) {
      waiting.decrementAndGet();
      return false;
    }
    try {
      return places.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waiting.decrementAndGet();
    }
  }

  @PreDestroy
  void stop() {
    counting.shutdown();
  }
}
