package org.idiome.record.kept;

import java.util.HashMap;
import java.util.Map;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.source.CitedRow;
import org.idiome.core.source.SourceRow;
import org.idiome.core.source.Sources;
import org.idiome.store.LineStretch;
import org.idiome.store.StoreReader;
import org.jspecify.annotations.Nullable;

/// Finds the text of a row that a store keeps. Safe for several threads while the store is open.
///
/// Elements of packets are held; lines of tables are fetched when they are cited, a stretch at
/// once.
public final class KeptTexts {
  private final StoreReader store;
  private final long person;
  private final Sources sources;
  private final Map<SourceRow, String> elements = new HashMap<>();
  private final Map<Integer, Table> tables = new HashMap<>();

  /// A table whose lines are kept.
  private static final class Table {
    final Sha256 hash;
    final long headerLine;
    @Nullable String header;
    @Nullable LineStretch last;

    Table(Sha256 hash, long headerLine) {
      this.hash = hash;
      this.headerLine = headerLine;
    }
  }

  KeptTexts(StoreReader store, long person, Sources sources) {
    this.store = store;
    this.person = person;
    this.sources = sources;
  }

  void element(SourceRow row, String text) {
    elements.put(row, text);
  }

  void file(int file, Sha256 hash, long headerLine) {
    tables.put(file, new Table(hash, headerLine));
  }

  /// A row with its header and text.
  ///
  /// @throws IllegalArgumentException where it is of no file that was read
  /// @throws org.idiome.store.folder.StoreFault where its line is gone, or not as it was written
  public synchronized CitedRow cite(SourceRow row) {
    var at = sources.locator(row);
    var source = sources.file(row.file());
    var element = elements.get(row);
    if (element != null) {
      return new CitedRow(source, at, null, element, null);
    }
    var table = tables.get(row.file());
    if (table == null) {
      throw new IllegalArgumentException("the store keeps no row " + row);
    }
    var header = table.header;
    if (header == null && table.headerLine > 0) {
      header = line(table, table.headerLine);
      table.header = header;
    }
    return new CitedRow(source, at, header, line(table, row.locator()), null);
  }

  private String line(Table table, long line) {
    var lines = table.last;
    if (lines == null || !lines.has(line)) {
      lines = store.lines(person, table.hash, line);
      table.last = lines;
    }
    return lines.text(line);
  }
}
