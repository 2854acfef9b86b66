package nl.steunpunt.platform.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import nl.steunpunt.platform.outgoing.NotSent.Reason;
import nl.steunpunt.platform.settings.Settings;
import nl.steunpunt.platform.web.AddressRange;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Sends one request to where somebody wished, as far as that is allowed. The name is looked up
 * once; what it leads to is held against what is allowed, and those very addresses are connected
 * to: a name that leads elsewhere a moment later leads nowhere else.
 */
@Component
public class Outgoing {
  /** How the product's own machine finds a name. */
  interface Names {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  private static final long CONNECT_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final int MOST_ADDRESSES = 4;

  private final Settings settings;
  private final Names names;
  private final Supplier<SSLSocketFactory> encryption;
  private final ExecutorService lookups =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("names-", 0).factory());
  private final ScheduledThreadPoolExecutor watch =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("outgoing").factory());

  @Autowired
  Outgoing(Settings settings) {
    // Reading the machine's certificates takes a while: not before somebody sends something.
    this(
        settings,
        InetAddress::getAllByName,
        () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  Outgoing(Settings settings, Names names, Supplier<SSLSocketFactory> encryption) {
    this.settings = settings;
    this.names = names;
    this.encryption = encryption;
    watch.setRemoveOnCancelPolicy(true);
  }

  /**
   * Blocks until the answer is there or the time is over; never to be called within a transaction.
   *
   * @throws NotSent when there is no answer. What was sent may have arrived all the same
   */
  public OutgoingAnswer send(OutgoingCall call) throws NotSent {
    var deadline = System.nanoTime() + call.within().toNanos();
    @Nullable NotSent last = null;
    for (var address : allowed(call, deadline)) {
      try (var socket = new Socket()) {
        connect(socket, address, call, deadline);
        return exchange(socket, call, deadline);
      } catch (NotSent unreachable) {
        if (unreachable.reason() != Reason.UNREACHABLE) {
          throw unreachable;
        }
        last = unreachable;
      } catch (IOException e) {
        throw trouble(e, deadline);
      }
    }
    throw last == null ? new NotSent(Reason.UNREACHABLE, "") : last;
  }

  /**
   * All that can be said without sending.
   *
   * @throws NotSent when it would be refused, or its name is not known
   */
  public void check(OutgoingCall call) throws NotSent {
    allowed(call, System.nanoTime() + call.within().toNanos());
  }

  /** Without looking its name up: fit to answer a form that somebody has just sent. */
  public void checkWritten(OutgoingCall call) throws NotSent {
    checkWritten(call, current());
  }

  private static void checkWritten(OutgoingCall call, OutgoingSettings allowed) throws NotSent {
    var address = call.address();
    if (covers(allowed.rules(call.ofAdministrator()), address)) {
      return;
    }
    if (address.plain()) {
      throw new NotSent(Reason.PLAIN, address.hostAndPort());
    }
    if (call.hosts() != null && !covers(call.hosts(), address)) {
      throw new NotSent(Reason.NOT_NAMED, address.hostAndPort());
    }
    if (call.hosts() == null && !address.hasUsualPort()) {
      throw new NotSent(Reason.PORT, address.hostAndPort());
    }
  }

  private static boolean covers(List<HostRule> rules, OutgoingAddress address) {
    return rules.stream().anyMatch(rule -> rule.covers(address));
  }

  private List<InetAddress> allowed(OutgoingCall call, long deadline) throws NotSent {
    var now = current();
    checkWritten(call, now);
    // A name of somebody's own, which leads to an address of ours, is no reason to go there.
    var isNamed = covers(now.rules(call.ofAdministrator()), call.address());
    var ranges = isNamed || call.ofAdministrator() ? now.ranges() : List.<AddressRange>of();
    var found =
        Stream.of(lookUp(call.address(), deadline))
            .filter(address -> Networks.isInternet(address) || Networks.isIn(ranges, address))
            .limit(MOST_ADDRESSES)
            .toList();
    if (found.isEmpty()) {
      throw new NotSent(Reason.INSIDE, call.address().host());
    }
    return found;
  }

  /** The machine's own way of looking up knows no time limit: it is left behind. */
  private InetAddress[] lookUp(OutgoingAddress address, long deadline) throws NotSent {
    var lookup = lookups.submit(() -> names.of(address.bareHost()));
    try {
      return lookup.get(left(deadline), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new NotSent(Reason.UNKNOWN_NAME, address.host());
    } catch (TimeoutException e) {
      lookup.cancel(true);
      throw new NotSent(Reason.SLOW, address.host());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotSent(Reason.SLOW, address.host());
    }
  }

  private static void connect(Socket socket, InetAddress address, OutgoingCall call, long deadline)
      throws NotSent {
    try {
      var millis = TimeUnit.NANOSECONDS.toMillis(Math.min(left(deadline), CONNECT_NANOS));
      socket.connect(
          new InetSocketAddress(address, call.address().port()), (int) Math.max(1, millis));
    } catch (IOException e) {
      throw new NotSent(Reason.UNREACHABLE, e);
    }
  }

  /** A connection that is not done in time is closed under whoever reads or writes. */
  private OutgoingAnswer exchange(Socket socket, OutgoingCall call, long deadline)
      throws IOException, NotSent {
    var end = watch.schedule(() -> closeQuietly(socket), left(deadline), TimeUnit.NANOSECONDS);
    try {
      if (call.address().plain()) {
        return Exchange.over(socket.getInputStream(), socket.getOutputStream(), call);
      }
      try (var encrypted = encrypted(socket, call.address())) {
        return Exchange.over(encrypted.getInputStream(), encrypted.getOutputStream(), call);
      }
    } finally {
      end.cancel(false);
    }
  }

  private SSLSocket encrypted(Socket socket, OutgoingAddress address) throws IOException {
    var encrypted =
        (SSLSocket) encryption.get().createSocket(socket, address.bareHost(), address.port(), true);
    var parameters = encrypted.getSSLParameters();
    // The certificate must be for the name that was typed, not for what it led to.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (!address.isNumeric()) {
      parameters.setServerNames(List.of(new SNIHostName(address.host())));
    }
    encrypted.setSSLParameters(parameters);
    encrypted.startHandshake();
    return encrypted;
  }

  private static NotSent trouble(IOException e, long deadline) {
    if (left(deadline) <= 0 || e instanceof SocketTimeoutException) {
      return new NotSent(Reason.SLOW, e);
    }
    return new NotSent(e instanceof SSLException ? Reason.ENCRYPTION : Reason.UNREACHABLE, e);
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed.
    }
  }

  private static long left(long deadline) {
    return deadline - System.nanoTime();
  }

  private OutgoingSettings current() {
    return settings.get(OutgoingSettings.SETTING, OutgoingSettings.class, OutgoingSettings.USUAL);
  }
}
