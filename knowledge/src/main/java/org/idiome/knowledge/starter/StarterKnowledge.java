package org.idiome.knowledge.starter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.SnapshotId;
import org.idiome.core.concept.SourceRelease;
import org.idiome.knowledge.Knowledge;
import org.idiome.knowledge.laboratory.LaboratoryKnowledge;
import org.idiome.knowledge.pharmacogene.Pharmacogenes;
import org.idiome.knowledge.release.SnapshotManifest;
import org.idiome.knowledge.table.Table;
import org.idiome.knowledge.table.TableException;
import org.idiome.knowledge.table.Tables;

/// The starter knowledge as a snapshot.
///
/// Reads its manifest when it is made (about a millisecond) and each table once, when its kind is
/// first asked for. Safe for several threads.
public final class StarterKnowledge implements Knowledge, Tables {
  private static final String MANIFEST = "manifest.tsv";
  private static final String MANIFEST_HASH = "manifest.sha256";

  private static final Once<StarterKnowledge> SHIPPED =
      new Once<>(() -> new StarterKnowledge(StarterKnowledge::resource));

  private final Function<String, byte[]> reader;
  private final SortedMap<String, StarterFile> files = new TreeMap<>();
  private final SnapshotId snapshot;
  private final Once<Pharmacogenes> pharmacogenes = new Once<>(() -> Pharmacogenes.read(this));
  private final Once<LaboratoryKnowledge> laboratory =
      new Once<>(() -> LaboratoryKnowledge.read(this));

  /// @param reader gives the bytes of a file by its path below the folder of the tables
  StarterKnowledge(Function<String, byte[]> reader) {
    this.reader = reader;
    var manifest = Table.read("starter/" + MANIFEST, reader.apply(MANIFEST));
    manifest.requireColumns(StarterFile.COLUMNS).requireUnique(List.of("path"));
    var text = new SnapshotManifest();
    for (var row : manifest.rows()) {
      var file = StarterFile.of(row);
      files.put(file.path(), file);
      text.release(file.name(), file.hash());
      text.setting("importer." + file.name(), file.importer());
    }
    this.snapshot = text.id();
  }

  /// The tables that ship with this release of Idiome.
  public static StarterKnowledge shipped() {
    return SHIPPED.get();
  }

  /// The files of the shipped knowledge that do not hold what was shipped, as places; none where
  /// all is well. Every byte of every table and of the manifest is looked at.
  public static List<String> damaged() {
    return damaged(StarterKnowledge::resource);
  }

  static List<String> damaged(Function<String, byte[]> reader) {
    if (!isSame(reader, MANIFEST, () -> text(reader.apply(MANIFEST_HASH)).strip())) {
      return List.of("starter/" + MANIFEST); // Whatever it says of the tables may be wrong.
    }
    var damaged = new ArrayList<String>();
    for (var file : new StarterKnowledge(reader).files()) {
      if (!isSame(reader, file.path(), () -> file.hash().hex())) {
        damaged.add("starter/" + file.path());
      }
    }
    return damaged;
  }

  /// What cannot be read at all, for the archive that it is in is damaged, is not the same.
  private static boolean isSame(
      Function<String, byte[]> reader, String path, Supplier<String> hash) {
    try {
      return Sha256.of(reader.apply(path)).hex().equals(hash.get());
    } catch (UncheckedIOException | TableException _) {
      return false;
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] resource(String path) {
    try (var stream = StarterKnowledge.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new TableException(
            "starter/" + path, "not among the resources", "build Idiome again");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("starter/" + path, e);
    }
  }

  @Override
  public SnapshotId snapshot() {
    return snapshot;
  }

  @Override
  public List<SourceRelease> releases() {
    return files.values().stream().map(StarterFile::toRelease).toList();
  }

  @Override
  public Pharmacogenes pharmacogenes() {
    return pharmacogenes.get();
  }

  @Override
  public LaboratoryKnowledge laboratory() {
    return laboratory.get();
  }

  /// Reads the tables of a kind and holds them to the manifest.
  ///
  /// @throws TableException where a table is not the one that the manifest lists
  @Override
  public List<Table> of(String kind) {
    var tables = new ArrayList<Table>();
    for (var file : files.values()) {
      if (file.kind().equals(kind)) {
        tables.add(table(file));
      }
    }
    return List.copyOf(tables);
  }

  private Table table(StarterFile file) {
    var table = Table.read(file.name() + ".tsv", reader.apply(file.path()));
    if (!table.file().hash().equals(file.hash()) || table.rows().size() != file.rows()) {
      throw new TableException(
          table.file().name(),
          "differs from the manifest",
          "restore the table, or renew the manifest: ./mvnw test -pl knowledge -am"
              + " -Dgolden.update");
    }
    return table;
  }

  List<StarterFile> files() {
    return List.copyOf(files.values());
  }
}
