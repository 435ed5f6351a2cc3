package org.idiome.record.bad;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/// Changes bytes as disks, networks, editors and strangers do.
final class Mutations {
  private static final String[] WORDS = {
    "\u0000",
    "\u0001",
    "\u001b[2J",
    "\u007f",
    "\ufeff",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\n---\n",
    "\"",
    "'",
    "\\",
    "\\ud800",
    "\\u0000",
    "{",
    "}",
    "[",
    "]",
    "[[[[[[[[",
    "{\"a\":",
    ",",
    ":",
    ": ",
    "- ",
    "null",
    "true",
    "false",
    "NaN",
    "Infinity",
    "-Infinity",
    "1e999",
    "-1e999",
    "1e-999",
    "-0",
    "0x10",
    "017",
    "9223372036854775808",
    "2147483648",
    "-1",
    "99999999999999999999999999",
    "2.0",
    "1.0",
    "2023-02-30",
    "0000-00-00",
    "P-3Y",
    "8 years",
    "&a [*a]",
    "*a",
    "<<: *a",
    "!!x ",
    "? ",
    "|\n",
    ">",
    "%YAML 1.1\n",
    "../x",
    "file:///etc/passwd",
    "<script>",
    "excluded",
    "negated",
    "id",
    "members",
    "relatives",
    "proband",
    "subject",
    "1-Mar",
    "5,4",
    "1.234,5",
    ";",
    "|",
    "./.",
    "0/9",
    "<NON_REF>",
    "END=5",
    "##",
    "#CHROM",
    "é",
    "\ud83d\ude00",
    "\u2028",
    "\u0085",
  };

  private Mutations() {}

  /// A few changes in a row.
  static byte[] mutated(byte[] seed, List<byte[]> others, SplittableRandom random) {
    var bytes = seed;
    for (int left = 1 + random.nextInt(5); left > 0 && bytes.length > 0; left--) {
      bytes = once(bytes, others, random);
    }
    return bytes;
  }

  private static byte[] once(byte[] bytes, List<byte[]> others, SplittableRandom random) {
    int at = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, at + 1 + random.nextInt(40));
    var head = Arrays.copyOf(bytes, at);
    var part = Arrays.copyOfRange(bytes, at, to);
    var tail = Arrays.copyOfRange(bytes, at, bytes.length);
    return switch (random.nextInt(13)) {
      case 0 -> flipped(bytes, at, random.nextInt(8));
      case 1 -> set(bytes, at, (byte) random.nextInt(256));
      case 2 -> head;
      case 3 -> join(head, Arrays.copyOfRange(bytes, to, bytes.length));
      case 4 -> join(head, part, tail);
      case 5 -> join(head, repeated(part, 2 + random.nextInt(200)), tail);
      case 6, 7 -> join(head, word(random), tail);
      case 8 -> join(head, word(random), Arrays.copyOfRange(bytes, to, bytes.length));
      case 9 -> swappedLines(bytes, random);
      case 10 -> number(bytes, at, random);
      case 11 -> {
        var other = others.get(random.nextInt(others.size()));
        int from = other.length == 0 ? 0 : random.nextInt(other.length);
        yield join(head, Arrays.copyOfRange(other, from, other.length));
      }
      default -> {
        var noise = new byte[1 + random.nextInt(12)];
        random.nextBytes(noise);
        yield join(head, noise, tail);
      }
    };
  }

  private static byte[] word(SplittableRandom random) {
    return WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] flipped(byte[] bytes, int at, int bit) {
    return set(bytes, at, (byte) (bytes[at] ^ (1 << bit)));
  }

  private static byte[] set(byte[] bytes, int at, byte value) {
    var copy = bytes.clone();
    copy[at] = value;
    return copy;
  }

  private static byte[] repeated(byte[] part, int times) {
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] swappedLines(byte[] bytes, SplittableRandom random) {
    var lines = new String(bytes, StandardCharsets.ISO_8859_1).split("(?<=\n)", -1);
    int one = random.nextInt(lines.length);
    int other = random.nextInt(lines.length);
    var line = lines[one];
    lines[one] = lines[other];
    lines[other] = line;
    return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  /// The digits at or behind a place become a number that is too large, negative or none.
  private static byte[] number(byte[] bytes, int at, SplittableRandom random) {
    int from = at;
    while (from < bytes.length && !(bytes[from] >= '0' && bytes[from] <= '9')) {
      from++;
    }
    int to = from;
    while (to < bytes.length && bytes[to] >= '0' && bytes[to] <= '9') {
      to++;
    }
    var texts = new String[] {"9".repeat(random.nextInt(1, 400)), "-1", "1e999", "0", "1.5", ""};
    var text = texts[random.nextInt(texts.length)].getBytes(StandardCharsets.UTF_8);
    return join(Arrays.copyOf(bytes, from), text, Arrays.copyOfRange(bytes, to, bytes.length));
  }

  static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /// One member of gzip for each piece; a reader must take them as one.
  static byte[] packed(byte[] content, SplittableRandom random) {
    int cut = content.length == 0 ? 0 : random.nextInt(content.length);
    return random.nextBoolean()
        ? gzip(content)
        : join(
            gzip(Arrays.copyOf(content, cut)),
            gzip(Arrays.copyOfRange(content, cut, content.length)));
  }

  private static byte[] gzip(byte[] content) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
