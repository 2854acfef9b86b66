package nl.steunpunt.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/** Event streams that are open all at once, read by one thread. */
public final class Streams implements AutoCloseable {
  private static final Pattern ASKED = Pattern.compile("\"subject\":(\\d+),\"detail\":\"asked\"");

  private static final long PATIENCE_NANOS = 30_000_000_000L;
  private static final int MOST_UNREAD = 64 * 1024;

  private final Selector selector;
  private final List<SocketChannel> channels = new ArrayList<>();
  private final AtomicInteger open = new AtomicInteger();
  private final LongConsumer asked;
  private volatile boolean closing;

  /** What of one stream was not yet understood. */
  private static final class Unread {
    private final StringBuilder text = new StringBuilder();
    private boolean greeted;
  }

  /**
   * @param asked hears the number of each question whose asking comes over a stream
   */
  public Streams(LongConsumer asked) throws IOException {
    this.asked = asked;
    selector = Selector.open();
    Thread.ofPlatform().daemon().name("streams").start(this::read);
  }

  public void open(URI address, byte[] request) throws IOException {
    var channel = SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort()));
    channel.write(ByteBuffer.wrap(request));
    channel.configureBlocking(false);
    channels.add(channel);
    channel.register(selector, SelectionKey.OP_READ, new Unread());
    selector.wakeup();
  }

  /**
   * Waits until the server has greeted all but so many.
   *
   * @throws IOException after half a minute
   */
  public void awaitAllBut(int some) throws IOException, InterruptedException {
    var deadline = System.nanoTime() + PATIENCE_NANOS;
    while (channels.size() - open.get() > some) {
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "%d of %d streams are open, and no more come".formatted(open.get(), channels.size()));
      }
      Thread.sleep(1);
    }
  }

  /** How many the server has greeted and not ended. */
  public int open() {
    return open.get();
  }

  private void read() {
    var buffer = ByteBuffer.allocate(MOST_UNREAD);
    while (!closing) {
      try {
        selector.select(key -> read(key, buffer), 100);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void read(SelectionKey key, ByteBuffer buffer) {
    var unread = (Unread) key.attachment();
    try {
      buffer.clear();
      if (((SocketChannel) key.channel()).read(buffer) < 0) {
        end(key, unread);
        return;
      }
      unread.text.append(StandardCharsets.ISO_8859_1.decode(buffer.flip()));
      understand(unread);
    } catch (IOException e) {
      end(key, unread);
    }
  }

  private void end(SelectionKey key, Unread unread) {
    key.cancel();
    if (unread.greeted) {
      open.decrementAndGet();
    }
  }

  private void understand(Unread unread) {
    var end = unread.text.lastIndexOf("\n");
    if (end < 0) {
      return;
    }
    var whole = unread.text.substring(0, end);
    unread.text.delete(0, end + 1);
    if (!unread.greeted && (whole.contains("event:hello"))) {
      unread.greeted = true;
      open.incrementAndGet();
    }
    var news = ASKED.matcher(whole);
    while (news.find()) {
      asked.accept(Long.parseLong(news.group(1)));
    }
  }

  @Override
  public void close() throws IOException {
    closing = true;
    selector.close();
    for (var channel : channels) {
      channel.close();
    }
  }
}
