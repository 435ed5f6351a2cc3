package org.idiome.knowledge.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.ProblemCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a server of this machine that behaves badly.
class FetcherTest {
  private static final Duration PATIENCE = Duration.ofMillis(1500);
  private static final byte[] CONTENT = content();

  @TempDir Path folder;
  private final List<String> ranges = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server = open();
  private Fetcher fetcher = new Fetcher(PATIENCE, 1 << 20);

  private static byte[] content() {
    var bytes = new byte[300_000];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static HttpServer open() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void start() {
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    fetcher.close();
    server.stop(0);
  }

  private URI serve(String path, HttpHandler handler) {
    server.createContext(path, handler);
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static void whole(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, CONTENT.length);
    try (var body = exchange.getResponseBody()) {
      body.write(CONTENT);
    }
  }

  /// A server that knows versions and gives parts, and breaks off after some bytes.
  private void broken(HttpExchange exchange, int most) throws IOException {
    var range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(String.valueOf(range));
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    var headers = exchange.getResponseHeaders();
    headers.set("ETag", "\"one\"");
    headers.set("Accept-Ranges", "bytes");
    if (range != null) {
      headers.set(
          "Content-Range", "bytes " + from + "-" + (CONTENT.length - 1) + "/" + CONTENT.length);
    }
    exchange.sendResponseHeaders(range == null ? 200 : 206, CONTENT.length - from);
    int to = Math.min(CONTENT.length, from + most);
    exchange.getResponseBody().write(CONTENT, from, to - from);
    exchange.close();
  }

  private Path fetch(URI address) throws IOException {
    return fetcher.fetch(fetcher.ask(address), folder, bytes -> {});
  }

  private void refused(URI address, ProblemCode code) {
    assertThatThrownBy(() -> fetch(address))
        .isInstanceOfSatisfying(
            BadInputException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  @Test
  void aFileComesWholeUnderTheNameOfItsAddress() throws IOException {
    var address = serve("/data/hp.obo", FetcherTest::whole);
    var offer = fetcher.ask(address);
    assertThat(offer.bytes()).isEqualTo(CONTENT.length);
    assertThat(offer.hosts()).isEmpty();
    var file = fetch(address);
    assertThat(file.getFileName()).hasToString("hp.obo");
    assertThat(Files.readAllBytes(file)).isEqualTo(CONTENT);
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aServerThatRefusesIsNamedByItsAnswer() {
    refused(serve("/gone", exchange -> answer(exchange, 404)), ProblemCode.KNOWLEDGE_FETCH_REFUSED);
    refused(
        serve("/broken", exchange -> answer(exchange, 500)), ProblemCode.KNOWLEDGE_FETCH_REFUSED);
    assertThat(folder).isEmptyDirectory();
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Test
  void halfAFileIsGoneOnWith() throws IOException {
    var address = serve("/half", exchange -> broken(exchange, CONTENT.length / 2 + 1));
    assertThat(Files.readAllBytes(fetch(address))).isEqualTo(CONTENT);
    assertThat(ranges.getLast()).startsWith("bytes=");
  }

  @Test
  void whatNeverComesWholeIsNoFileAndIsGoneOnWithTheNextTime() throws IOException {
    var address = serve("/slow", exchange -> broken(exchange, CONTENT.length / 6));
    refused(address, ProblemCode.KNOWLEDGE_FETCH_CUT);
    assertThat(folder.resolve("slow")).doesNotExist();
    assertThat(folder.resolve("slow.part")).isNotEmptyFile();
    Path file = null;
    for (int i = 0; i < 5 && file == null; i++) {
      try {
        file = fetch(address);
      } catch (BadInputException e) {
        // Three pieces more are there.
        assertThat(e.problem().code()).isEqualTo(ProblemCode.KNOWLEDGE_FETCH_CUT);
      }
    }
    assertThat(file).isNotNull().hasBinaryContent(CONTENT);
  }

  @Test
  void aPartOfAnotherVersionIsThrownAway() throws IOException {
    var address = serve("/versions", exchange -> broken(exchange, CONTENT.length));
    Files.write(folder.resolve("versions.part"), new byte[1000]);
    Files.writeString(folder.resolve("versions.of"), address + "\n\"other\"\n300000\n");
    assertThat(Files.readAllBytes(fetch(address))).isEqualTo(CONTENT);
  }

  @Test
  void aServerThatFallsSilentIsLeft() {
    var address =
        serve(
            "/silent",
            exchange -> {
              exchange.sendResponseHeaders(200, CONTENT.length);
              exchange.getResponseBody().write(CONTENT, 0, 10);
              exchange.getResponseBody().flush();
              await();
            });
    refused(address, ProblemCode.KNOWLEDGE_FETCH_CUT);
  }

  private void await() {
    try {
      assertThat(over.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anotherHostIsTold() throws IOException {
    var address = serve("/there", FetcherTest::whole);
    var from =
        serve(
            "/here",
            exchange -> {
              exchange
                  .getResponseHeaders()
                  .set("Location", address.toString().replace("127.0.0.1", "localhost"));
              answer(exchange, 302);
            });
    var offer = fetcher.ask(from);
    assertThat(offer.hosts()).containsExactly("localhost");
    assertThat(offer.fileName()).isEqualTo("there");
  }

  @Test
  void redirectsThatNeverEndAreNotFollowed() {
    var address =
        serve(
            "/round",
            exchange -> {
              exchange.getResponseHeaders().set("Location", "/round");
              answer(exchange, 302);
            });
    refused(address, ProblemCode.KNOWLEDGE_FETCH_REDIRECT);
  }

  @Test
  void aRedirectToAFileOfThisMachineIsNotFollowed() {
    var address =
        serve(
            "/file",
            exchange -> {
              exchange.getResponseHeaders().set("Location", "file:///etc/passwd");
              answer(exchange, 302);
            });
    refused(address, ProblemCode.KNOWLEDGE_FETCH_REDIRECT);
  }

  @Test
  void moreThanTheLimitIsNotBrought() {
    var address =
        serve(
            "/large",
            exchange -> {
              exchange.sendResponseHeaders(200, 2L << 20);
              exchange.getResponseBody().write(CONTENT, 0, 10);
              exchange.getResponseBody().flush();
              exchange.close();
            });
    refused(address, ProblemCode.KNOWLEDGE_FETCH_TOO_LARGE);
    var endless =
        serve(
            "/endless",
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              try (var body = exchange.getResponseBody()) {
                for (int i = 0; i < 8; i++) {
                  body.write(Arrays.copyOf(CONTENT, CONTENT.length));
                }
              }
            });
    refused(endless, ProblemCode.KNOWLEDGE_FETCH_TOO_LARGE);
  }
}
