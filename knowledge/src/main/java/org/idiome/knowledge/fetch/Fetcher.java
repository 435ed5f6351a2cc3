package org.idiome.knowledge.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/// Brings files over HTTP.
public final class Fetcher implements AutoCloseable {
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int MOST_REDIRECTS = 8;
  private static final int TRIES = 3;
  private static final int BUFFER = 1 << 16;
  private static final String USER_AGENT = "Idiome (knowledge fetch)";

  private final HttpClient client;
  private final Duration patience;
  private final long mostBytes;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  /// @param patience a try is given up where nothing came for so long, or at most twice as long
  /// @param mostBytes of one file
  public Fetcher(Duration patience, long mostBytes) {
    this.patience = patience;
    this.mostBytes = mostBytes;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
  }

  /// Looks at an address without bringing what is there.
  ///
  /// @throws BadInputException where the server refuses, or leads where nothing is followed
  public Offer ask(URI address) throws IOException {
    var hosts = new ArrayList<String>();
    var at = address;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      requireHttp(at, address);
      var response = send(request(at).GET(), HttpResponse.BodyHandlers.ofInputStream());
      response.body().close();
      var next = redirect(response, at);
      if (next == null) {
        requireOk(response, at);
        return offer(address, at, hosts, response);
      }
      if (at.getScheme().equals("https") && !"https".equals(next.getScheme())) {
        throw bad(ProblemCode.KNOWLEDGE_FETCH_REDIRECT, address, "to", next.toString());
      }
      if (!String.valueOf(next.getHost()).equals(at.getHost())) {
        hosts.add(String.valueOf(next.getHost()));
      }
      at = next;
    }
    throw bad(ProblemCode.KNOWLEDGE_FETCH_REDIRECT, address, "to", at.toString());
  }

  private Offer offer(URI asked, URI from, List<String> hosts, HttpResponse<InputStream> response) {
    long bytes = response.headers().firstValueAsLong("Content-Length").orElse(-1);
    if (bytes > mostBytes) {
      throw bad(
          ProblemCode.KNOWLEDGE_FETCH_TOO_LARGE,
          asked,
          "bytes",
          Long.toString(bytes),
          "limit",
          Long.toString(mostBytes));
    }
    var tag = response.headers().firstValue("ETag").orElse("");
    var validator =
        !tag.isEmpty() && !tag.startsWith("W/")
            ? tag
            : response.headers().firstValue("Last-Modified").orElse(null);
    boolean canResume = response.headers().firstValue("Accept-Ranges").orElse("").equals("bytes");
    return new Offer(asked, from, hosts, bytes, validator, canResume);
  }

  private static void requireHttp(URI address, URI asked) {
    var scheme = String.valueOf(address.getScheme());
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw bad(ProblemCode.KNOWLEDGE_FETCH_REDIRECT, asked, "to", address.toString());
    }
  }

  private static @Nullable URI redirect(HttpResponse<?> response, URI at) {
    return switch (response.statusCode()) {
      case 301, 302, 303, 307, 308 ->
          at.resolve(response.headers().firstValue("Location").orElse(""));
      default -> null;
    };
  }

  private static void requireOk(HttpResponse<?> response, URI at) {
    int status = response.statusCode();
    if (status != OK && status != PARTIAL) {
      throw bad(ProblemCode.KNOWLEDGE_FETCH_REFUSED, at, "status", Integer.toString(status));
    }
  }

  /// Brings what was offered into a folder, going on with what is there of it.
  ///
  /// @param progress is told how many bytes are there
  /// @return the whole file
  /// @throws BadInputException where it does not come whole; what came is kept for the next time
  public Path fetch(Offer offer, Path folder, LongConsumer progress) throws IOException {
    Files.createDirectories(folder);
    var part = folder.resolve(offer.fileName() + ".part");
    var mark = folder.resolve(offer.fileName() + ".of");
    var version = offer.from() + "\n" + offer.validator() + "\n" + offer.bytes() + "\n";
    boolean isSame =
        offer.validator() != null && Files.exists(mark) && Files.readString(mark).equals(version);
    if (!isSame) {
      Files.deleteIfExists(part);
      Files.writeString(mark, version);
    }
    String why = "";
    for (int i = 0; i < TRIES; i++) {
      try {
        bring(offer, part, progress);
        long bytes = Files.size(part);
        if (offer.bytes() < 0 || bytes == offer.bytes()) {
          var whole = folder.resolve(offer.fileName());
          Files.move(part, whole, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
          Files.deleteIfExists(mark);
          return whole;
        }
        why = bytes + " of " + offer.bytes() + " bytes came";
        if (bytes > offer.bytes()) {
          Files.delete(part);
        }
      } catch (IOException e) {
        why = String.valueOf(e.getMessage());
      }
    }
    throw bad(ProblemCode.KNOWLEDGE_FETCH_CUT, offer.asked(), "said", why);
  }

  private void bring(Offer offer, Path part, LongConsumer progress) throws IOException {
    long there = Files.exists(part) ? Files.size(part) : 0;
    if (there > 0 && there == offer.bytes()) {
      return;
    }
    var request = request(offer.from()).GET();
    var validator = offer.validator();
    if (there > 0 && offer.canResume() && validator != null) {
      request.header("Range", "bytes=" + there + "-").header("If-Range", validator);
    }
    var response = send(request, HttpResponse.BodyHandlers.ofInputStream());
    requireOk(response, offer.from());
    boolean isRest = response.statusCode() == PARTIAL && begins(response, there);
    long from = isRest ? there : 0;
    var options =
        isRest
            ? new StandardOpenOption[] {StandardOpenOption.WRITE, StandardOpenOption.APPEND}
            : new StandardOpenOption[] {
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE
            };
    try (var body = response.body();
        var out = Files.newOutputStream(part, options)) {
      copy(body, out, from, progress, offer);
    }
  }

  private static boolean begins(HttpResponse<?> response, long at) {
    var range = response.headers().firstValue("Content-Range").orElse("");
    return range.toLowerCase(Locale.ROOT).startsWith("bytes " + at + "-");
  }

  /// A server that falls silent is left: the stream is closed behind the reader.
  private void copy(
      InputStream body, java.io.OutputStream out, long from, LongConsumer progress, Offer offer)
      throws IOException {
    var reads = new AtomicLong();
    var seen = new AtomicLong(-1);
    var watching =
        watch.scheduleAtFixedRate(
            () -> {
              if (seen.getAndSet(reads.get()) == reads.get()) {
                close(body);
              }
            },
            patience.toMillis(),
            patience.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      var buffer = new byte[BUFFER];
      long there = from;
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        reads.incrementAndGet();
        there += read;
        if (there > mostBytes) {
          throw bad(
              ProblemCode.KNOWLEDGE_FETCH_TOO_LARGE,
              offer.asked(),
              "bytes",
              Long.toString(there),
              "limit",
              Long.toString(mostBytes));
        }
        out.write(buffer, 0, read);
        progress.accept(there);
      }
    } finally {
      watching.cancel(false);
    }
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException _) {
      return; // Whoever reads it is told by the next read.
    }
  }

  private HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address)
        .timeout(patience)
        .header("User-Agent", USER_AGENT)
        .header("Accept-Encoding", "identity");
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
      throws IOException {
    try {
      return client.send(request.build(), handler);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while fetching", e);
    }
  }

  private static BadInputException bad(ProblemCode code, URI address, String... values) {
    return new BadInputException(Problem.of(code, Place.file(address.toString()), values));
  }

  @Override
  public void close() {
    watch.shutdownNow();
    client.close();
  }
}
