package org.idiome.store.dense;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.jspecify.annotations.Nullable;

/// Writes what still counts of some parts as one new part; the old ones stay as they are. For one
/// thread.
public final class PartRewriter implements AutoCloseable {
  private static final int NUMBERS_AT_ONCE = 1_000;

  private final StoreFolder folder;
  private @Nullable Engine engine;

  /// Rewrites in a store.
  public PartRewriter(StoreFolder folder) {
    this.folder = folder;
  }

  /// Whose rows are kept whatever the catalogue names.
  ///
  /// @param persons by number
  /// @param erased whose rows go, whatever the catalogue names
  /// @param known who else there may be is none of these; null where there is nobody else
  public record Kept(
      Collection<Long> persons, Collection<Long> erased, @Nullable Collection<Long> known) {
    /// Copies the lists.
    public Kept {
      persons = List.copyOf(persons);
      erased = List.copyOf(erased);
      known = known == null ? null : List.copyOf(known);
    }

    /// Nobody's.
    public static Kept none() {
      return new Kept(List.of(), List.of(), null);
    }

    private String condition() {
      return "(segment IN (SELECT number FROM counting) OR person IN (SELECT number FROM kept)"
          + (known == null ? "" : " OR person NOT IN (SELECT number FROM known)")
          + ") AND person NOT IN (SELECT number FROM erased)";
    }

    /// Whether what the catalogue names is as it was written.
    private boolean isSure() {
      return persons.isEmpty() && known == null;
    }
  }

  /// One part out of several of a layer and shape, with the rows of some segments.
  ///
  /// @param batch whose number its name begins with
  /// @param stretches what of the old parts counts; rows of other segments are left out
  /// @param kept but for those of these
  /// @return null where nothing of them is kept
  /// @throws StoreFault where the old parts do not hold what they should
  public @Nullable Part rewrite(
      List<KnownPart> parts,
      DenseShape shape,
      long batch,
      List<Part.Stretch> stretches,
      Kept kept) {
    // Damage would be written anew with a hash that fits it.
    parts.forEach(part -> part.requireWhole(folder));
    begin(stretches, kept);
    var names = parts.stream().map(KnownPart::name).toList();
    var rows = " FROM " + DenseReader.files(folder, names) + " WHERE " + kept.condition();
    long all = engine().number("SELECT count(*)" + rows);
    if (all == 0 && stretches.isEmpty()) {
      return null;
    }
    var first = names.getFirst();
    var part = write(first, shape, batch, stretches, rows);
    long counted =
        engine()
            .number(
                "SELECT count(*) FROM "
                    + DenseReader.files(folder, List.of(part.name()))
                    + " WHERE segment IN (SELECT number FROM counting)");
    if (counted != part.observations() && kept.isSure()) {
      throw new StoreFault(
          ProblemCode.STORE_DAMAGED, folder.root().toString(), "said", "layers/" + first);
    }
    return new Part(
        part.name(), shape, all, part.sizeBytes(), part.hash(), part.checksum(), stretches);
  }

  /// Whether rows of a part are nobody's any more.
  public boolean hasOthers(KnownPart part, List<Part.Stretch> stretches, Kept kept) {
    part.requireWhole(folder);
    begin(stretches, kept);
    return others(part.name(), kept) > 0;
  }

  private long others(String name, Kept kept) {
    return engine()
        .number(
            "SELECT count(*) FROM "
                + DenseReader.files(folder, List.of(name))
                + " WHERE NOT ("
                + kept.condition()
                + ")");
  }

  /// Leaves of a file that no row names what may be somebody's.
  public void cut(String name, long batch, Kept kept) throws IOException {
    begin(List.of(), kept);
    if (others(name, kept) == 0) {
      return;
    }
    var rows = " FROM " + DenseReader.files(folder, List.of(name)) + " WHERE " + kept.condition();
    if (engine().number("SELECT count(*)" + rows) > 0) {
      // Of either shape: the rows are taken over as they are.
      write(name, DenseShape.CALL, batch, List.of(), rows);
    }
    Files.delete(folder.layers().resolve(name));
  }

  private Part write(
      String old, DenseShape shape, long batch, List<Part.Stretch> stretches, String rows) {
    var layer = old.substring(0, old.indexOf('/'));
    return PartFile.write(
        folder,
        layer,
        PartFile.freeName(folder, layer, batch),
        shape,
        stretches,
        aside -> RowBuffer.write(engine(), "SELECT *" + rows, aside));
  }

  private void begin(List<Part.Stretch> stretches, Kept kept) {
    numbers("counting", stretches.stream().map(Part.Stretch::segment).toList());
    numbers("kept", kept.persons());
    numbers("erased", kept.erased());
    var known = kept.known();
    numbers("known", known == null ? List.of() : known);
  }

  private void numbers(String table, Collection<Long> numbers) {
    var loaded = engine();
    loaded.run("CREATE OR REPLACE TABLE " + table + " (number BIGINT)");
    var all = List.copyOf(numbers);
    for (int from = 0; from < all.size(); from += NUMBERS_AT_ONCE) {
      var values = new ArrayList<String>();
      all.subList(from, Math.min(all.size(), from + NUMBERS_AT_ONCE))
          .forEach(number -> values.add("(" + number + ")"));
      loaded.run("INSERT INTO " + table + " VALUES " + String.join(", ", values));
    }
  }

  private Engine engine() {
    var loaded = engine;
    if (loaded == null) {
      loaded = new Engine(folder);
      engine = loaded;
    }
    return loaded;
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
    }
  }
}
