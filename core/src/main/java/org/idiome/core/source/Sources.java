package org.idiome.core.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.canonical.Sha256;
import org.jspecify.annotations.Nullable;

/// The files of one input, numbered in the order in which they were opened.
///
/// Filled by readers on one thread, then read by any number of threads.
public final class Sources {
  /// Locators below are lines; from here on they are pointers, in the order first named.
  private static final long FIRST_POINTER = 1L << 48;

  private static final class Entry {
    final String name;
    final List<Locator.Pointer> pointers = new ArrayList<>();
    final Map<String, Long> ordinals = new HashMap<>();
    @Nullable SourceFile file;

    Entry(String name) {
      this.name = name;
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  /// Numbers a file that is about to be read.
  public int open(String name) {
    entries.add(new Entry(name));
    return entries.size() - 1;
  }

  /// States the hash and size of a file once its last byte was read.
  public void close(int file, Sha256 hash, long sizeBytes) {
    var entry = entries.get(file);
    entry.file = new SourceFile(entry.name, hash, sizeBytes);
  }

  /// A row that is a line of the file.
  public SourceRow line(int file, long number) {
    return new SourceRow(file, number);
  }

  /// A row that is a JSON pointer into the file, whose value begins on the line given.
  public SourceRow pointer(int file, String pointer, long line) {
    var entry = entries.get(file);
    long ordinal =
        entry.ordinals.computeIfAbsent(
            pointer,
            text -> {
              entry.pointers.add(new Locator.Pointer(text, line));
              return FIRST_POINTER + entry.pointers.size() - 1;
            });
    return new SourceRow(file, ordinal);
  }

  /// How many files were opened.
  public int size() {
    return entries.size();
  }

  /// The name of a file.
  public String name(int file) {
    return entries.get(file).name;
  }

  /// A file that was read to its end.
  ///
  /// @throws IllegalStateException while it is still being read
  public SourceFile file(int file) {
    var entry = entries.get(file);
    if (entry.file == null) {
      throw new IllegalStateException(entry.name + " was not read to its end");
    }
    return entry.file;
  }

  /// Whether a file was read to its end.
  public boolean isClosed(int file) {
    return entries.get(file).file != null;
  }

  /// The place that a row names.
  public Locator locator(SourceRow row) {
    var pointers = entries.get(row.file()).pointers;
    return row.locator() < FIRST_POINTER
        ? new Locator.Line(row.locator())
        : pointers.get(Math.toIntExact(row.locator() - FIRST_POINTER));
  }
}
