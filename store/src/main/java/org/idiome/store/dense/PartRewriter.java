package org.idiome.store.dense;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.problem.ProblemCode;
import org.idiome.store.folder.StoreFault;
import org.idiome.store.folder.StoreFolder;
import org.jspecify.annotations.Nullable;

/// Writes what still counts of some parts as one new part; the old ones stay as they are. For one
/// thread.
public final class PartRewriter implements AutoCloseable {
  private static final int SEGMENTS_AT_ONCE = 1_000;

  private final StoreFolder folder;
  private @Nullable Engine engine;

  /// Rewrites in a store.
  public PartRewriter(StoreFolder folder) {
    this.folder = folder;
  }

  /// One part out of several of a layer and shape, with the rows of some segments.
  ///
  /// @param batch whose number its name begins with
  /// @param stretches what of the old parts counts; rows of other segments are left out
  /// @throws StoreFault where the old parts do not hold what they should
  public Part rewrite(
      List<KnownPart> parts, DenseShape shape, long batch, List<Part.Stretch> stretches) {
    // Damage would be written anew with a hash that fits it.
    parts.forEach(part -> part.requireWhole(folder));
    var first = parts.getFirst().name();
    var layer = first.substring(0, first.indexOf('/'));
    var name = PartFile.freeName(folder, layer, batch);
    var loaded = engine();
    loaded.run("CREATE OR REPLACE TABLE counting (segment BIGINT)");
    for (int from = 0; from < stretches.size(); from += SEGMENTS_AT_ONCE) {
      var values = new ArrayList<String>();
      var some = stretches.subList(from, Math.min(stretches.size(), from + SEGMENTS_AT_ONCE));
      some.forEach(stretch -> values.add("(" + stretch.segment() + ")"));
      loaded.run("INSERT INTO counting VALUES " + String.join(", ", values));
    }
    var files = DenseReader.files(folder, parts.stream().map(KnownPart::name).toList());
    var part =
        PartFile.write(
            folder,
            layer,
            name,
            shape,
            stretches,
            aside ->
                RowBuffer.write(
                    loaded,
                    "SELECT * FROM " + files + " WHERE segment IN (SELECT segment FROM counting)",
                    aside));
    long written =
        loaded.number("SELECT count(*) FROM " + DenseReader.files(folder, List.of(part.name())));
    if (written != part.observations()) {
      throw new StoreFault(
          ProblemCode.STORE_DAMAGED, folder.root().toString(), "said", "layers/" + first);
    }
    return part;
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
