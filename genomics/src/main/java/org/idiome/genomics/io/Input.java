package org.idiome.genomics.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/// A file or stream opened once: its inflated bytes, and the hash of its own.
///
/// For one thread. Damage, and sizes beyond the limits, throw [BadInputException] of reach *file*;
/// a disk or a stream that fails throws [IOException].
public final class Input implements Closeable {
  private static final int PEEK_BYTES = 1 << 10;
  private static final long UNKNOWN = -1;

  /// Smaller files are read before a second thread has begun.
  private static final long LARGE_BYTES = 1 << 20;

  /// Of smaller ones more time goes into finding another inflater than it saves.
  private static final long FAST_BYTES = 1 << 23;

  private final String name;
  private final RawBytes raw;
  private final Meter meter;
  private final Limits limits;
  private final long fileBytes;
  private final Packing packing;
  private final @Nullable Inflation inflation;
  private final @Nullable ReadAhead ahead;
  private final byte[] head = new byte[PEEK_BYTES];
  private int headStart;
  private int headEnd;
  private long inflatedBytes;
  private long metered;

  /// @param meter who is told how far it is
  /// @param isHashed whether [#finish] will be asked
  /// @param threads how many inflate the blocks of a large file
  Input(
      String name,
      InputStream stream,
      Limits limits,
      long fileBytes,
      Meter meter,
      boolean isHashed,
      int threads)
      throws IOException {
    this.name = name;
    meter.opened(name, fileBytes);
    this.meter = meter;
    this.raw = new RawBytes(stream, isHashed);
    this.limits = limits;
    this.fileBytes = fileBytes;
    if (!raw.require(2) || !Member.isMagic(raw.buffer(), raw.start())) {
      packing = Packing.PLAIN;
    } else {
      packing = Member.isBlock(raw) ? Packing.BGZF : Packing.GZIP;
    }
    boolean isLarge = packing == Packing.BGZF && fileBytes >= FAST_BYTES;
    int inflating = isLarge ? threads : 1;
    inflation = packing == Packing.PLAIN ? null : inflation(isLarge, inflating);
    ahead = fileBytes < LARGE_BYTES ? null : new ReadAhead(source(), inflating);
  }

  private Inflation inflation(boolean isLarge, int threads) {
    if (packing == Packing.GZIP) {
      return new Inflation(raw, null, null);
    }
    var crew = threads > 1 ? new BlockCrew(threads, BlockInflater::open) : null;
    return new Inflation(raw, isLarge ? BlockInflater.open() : new BlockInflater.Platform(), crew);
  }

  private ReadAhead.Source source() {
    return inflation == null ? raw::read : inflation::read;
  }

  /// Opens a regular file.
  ///
  /// @param name how problems and source rows call it
  /// @throws BadInputException where there is no such file, or it may not be read
  public static Input open(Path file, String name, Limits limits) throws IOException {
    return open(file, name, limits, true);
  }

  /// Opens a regular file of which nobody will ask the hash: a tenth of the time that reading
  /// takes.
  ///
  /// @param name how problems call it
  /// @throws BadInputException where there is no such file, or it may not be read
  public static Input openUnhashed(Path file, String name, Limits limits) throws IOException {
    return open(file, name, limits, false);
  }

  private static Input open(Path file, String name, Limits limits, boolean isHashed)
      throws IOException {
    if (Files.isDirectory(file)) {
      throw bad(ProblemCode.FILE_NOT_REGULAR, name, "kind", "a folder");
    }
    if (!Files.isRegularFile(file)) {
      throw bad(ProblemCode.FILE_NOT_FOUND, name);
    }
    InputStream stream;
    try {
      stream = Files.newInputStream(file);
    } catch (AccessDeniedException e) {
      throw bad(ProblemCode.FILE_NOT_READABLE, name);
    }
    try {
      var meter = Meter.CURRENT.orElse(Meter.NONE);
      return new Input(
          name, stream, limits, Files.size(file), meter, isHashed, BlockCrew.threads());
    } catch (IOException | RuntimeException e) {
      stream.close();
      throw e;
    }
  }

  /// Reads a stream; closing the input closes it. Nobody is told how far it is: what lies in memory
  /// is a part of something that is.
  public static Input of(InputStream stream, String name, Limits limits) throws IOException {
    return new Input(name, stream, limits, UNKNOWN, Meter.NONE, true, 1);
  }

  /// How problems call the file.
  public String name() {
    return name;
  }

  /// How the file is packed, by its first bytes.
  public Packing packing() {
    return packing;
  }

  /// What the inflated content is, by its first bytes; nothing is used up.
  public Content content() throws IOException {
    while (headEnd < PEEK_BYTES && headStart == 0) {
      int read = inflate(head, headEnd, PEEK_BYTES - headEnd);
      if (read < 0) {
        break;
      }
      headEnd += read;
    }
    return Content.of(head, headEnd);
  }

  /// Inflated bytes into `target`: how many, or -1 at the end.
  public int read(byte[] target, int offset, int length) throws IOException {
    if (headStart < headEnd) {
      int part = Math.min(length, headEnd - headStart);
      System.arraycopy(head, headStart, target, offset, part);
      headStart += part;
      return part;
    }
    return inflate(target, offset, length);
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    int read;
    try {
      read =
          ahead != null
              ? ahead.read(target, offset, length)
              : inflation != null
                  ? inflation.read(target, offset, length)
                  : raw.read(target, offset, length);
    } catch (DamagedException e) {
      throw bad(
          e.isCut() ? ProblemCode.FILE_COMPRESSION_CUT : ProblemCode.FILE_COMPRESSION_DAMAGED,
          name,
          "part",
          e.part());
    }
    if (read > 0) {
      inflatedBytes += read;
      checkSize();
    }
    tell();
    return read;
  }

  private void tell() {
    long passed = raw.count();
    if (passed > metered) {
      meter.passed(passed - metered);
      metered = passed;
    }
  }

  private void checkSize() {
    if (inflatedBytes > limits.inflatedBytes()) {
      throw tooLarge("limit", limits.inflatedBytes(), Limits.SIZE_OPTION);
    }
    long packed = fileBytes == UNKNOWN ? raw.count() : fileBytes;
    if (inflation != null && inflatedBytes / limits.inflationRatio() > packed) {
      throw tooLarge("ratio", limits.inflationRatio(), Limits.RATIO_OPTION);
    }
  }

  private BadInputException tooLarge(String what, long limit, String option) {
    return bad(ProblemCode.FILE_TOO_LARGE, name, what, Long.toString(limit), "option", option);
  }

  private static BadInputException bad(ProblemCode code, String name, String... values) {
    return new BadInputException(Problem.of(code, Place.file(name), values));
  }

  /// Bytes of the file that have passed; its size once [#finish] was called.
  public long sizeBytes() {
    return raw.count();
  }

  /// Inflated bytes handed out or looked at so far.
  public long inflatedBytes() {
    return inflatedBytes;
  }

  /// The hash of the whole file as it lies on the disk; reads what is left of it, unchecked.
  ///
  /// @throws IllegalStateException where it was opened by [#openUnhashed]
  public Sha256 finish() throws IOException {
    if (ahead != null) {
      ahead.close();
    }
    var hash = raw.finish();
    tell();
    return hash;
  }

  @Override
  public void close() throws IOException {
    if (ahead != null) {
      ahead.close();
    }
    if (inflation != null) {
      inflation.close();
    }
    raw.close();
  }
}
