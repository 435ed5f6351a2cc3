package org.idiome.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.idiome.genomics.table.AlleleTable;

/// The tables that a command was given, open.
final class OpenTables implements AutoCloseable {
  private final List<AlleleTable> tables = new ArrayList<>();

  OpenTables(List<Path> files) throws IOException {
    try {
      for (var file : files) {
        tables.add(AlleleTable.open(file, file.toString()));
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  List<AlleleTable> tables() {
    return tables;
  }

  @Override
  public void close() {
    tables.forEach(AlleleTable::close);
  }
}
