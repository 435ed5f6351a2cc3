package org.idiome.cli;

import java.io.PrintStream;
import java.util.function.LongSupplier;
import org.idiome.genomics.io.Meter;
import org.idiome.report.words.Quoted;

/// A bar on the terminal for what takes more than a second: how much of a file was read, how fast,
/// and how long it will take. Small files, which are read in no time, are shown only where many of
/// them take long.
///
/// For the thread that reads. Whoever writes to the terminal clears the bar first.
final class Progress implements Meter {
  private static final long SECOND = 1_000_000_000L;
  private static final long BETWEEN = SECOND / 5;
  private static final long PATIENCE = 5 * SECOND;
  private static final long SMALL_BYTES = 1_000_000;
  private static final int CELLS = 20;
  private static final int LONGEST_NAME = 30;
  private static final String CLEAR = "\r\u001b[K";
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

  private final PrintStream terminal;
  private final LongSupplier nanos;
  private final long begun;
  private boolean isWanted;
  private boolean isShown;
  private long shownAt;
  private String name = "";
  private long size;
  private long opened;
  private long read;

  /// @param isWanted whether a person is watching
  Progress(PrintStream terminal, LongSupplier nanos, boolean isWanted) {
    this.terminal = terminal;
    this.nanos = nanos;
    this.isWanted = isWanted;
    this.begun = nanos.getAsLong();
  }

  /// Says nothing from now on.
  void hush() {
    isWanted = false;
  }

  @Override
  public void opened(String file, long sizeBytes) {
    name = Quoted.text(file, LONGEST_NAME);
    size = sizeBytes;
    opened = nanos.getAsLong();
    read = 0;
  }

  @Override
  public void passed(long bytes) {
    read += bytes;
    long now = nanos.getAsLong();
    boolean isLong = now - begun >= (size < SMALL_BYTES && read < SMALL_BYTES ? PATIENCE : SECOND);
    if (isWanted && isLong && (!isShown || now - shownAt >= BETWEEN)) {
      terminal.print(CLEAR + line(now - opened));
      terminal.flush();
      isShown = true;
      shownAt = now;
    }
  }

  /// Takes the bar away.
  void clear() {
    if (isShown) {
      terminal.print(CLEAR);
      terminal.flush();
      isShown = false;
    }
  }

  private String line(long elapsed) {
    long perSecond = elapsed <= 0 ? 0 : (long) (read / (elapsed / (double) SECOND));
    var rate = amount(perSecond) + "/s";
    if (size <= 0 || read > size) {
      return amount(read) + "  " + rate + "  " + name;
    }
    int full = (int) (CELLS * read / size);
    var left = perSecond == 0 ? "" : "  " + time((size - read) / perSecond) + " left";
    return "["
        + "#".repeat(full)
        + "-".repeat(CELLS - full)
        + "] "
        + 100 * read / size
        + "%  "
        + rate
        + left
        + "  "
        + name;
  }

  private static String amount(long bytes) {
    long whole = bytes;
    int unit = 0;
    while (whole >= 10_000 && unit < UNITS.length - 1) {
      whole /= 1_000;
      unit++;
    }
    return whole + " " + UNITS[unit];
  }

  private static String time(long seconds) {
    return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
  }
}
