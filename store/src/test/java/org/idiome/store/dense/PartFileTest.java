package org.idiome.store.dense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.idiome.store.folder.StoreFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A part is its owner's alone while it is written, too: a kill leaves it as it is then.
class PartFileTest {
  private static final String ROWS = "SELECT 1 AS person, 1 AS segment, 1 AS row";

  @TempDir Path folder;

  @Test
  void isOpenToNobodyElseFromItsFirstMoment() throws IOException {
    var store = StoreFolder.create(folder.resolve("store"));
    var seen = new ArrayList<String>();
    try (var engine = new Engine(store)) {
      PartFile.write(
          store,
          "genome",
          "00000001-0001.parquet",
          DenseShape.CALL,
          List.of(new Part.Stretch(1, 0, 1)),
          aside -> {
            RowBuffer.write(engine, ROWS, aside);
            seen.add(mode(aside));
            seen.add(open(store));
          });
    }
    assertThat(seen).containsExactly("rw-------", "[]");
    assertThat(store.layers().resolve("genome/00000001-0001.parquet")).isNotEmptyFile();
  }

  private static String open(StoreFolder store) {
    try {
      return store.openToOthers().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String mode(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
