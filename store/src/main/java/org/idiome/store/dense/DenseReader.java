package org.idiome.store.dense;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.idiome.store.folder.StoreFolder;
import org.idiome.store.form.CallFields;
import org.idiome.store.form.QuantityFields;
import org.jspecify.annotations.Nullable;

/// Answers with the dense rows of segments. For one thread.
public final class DenseReader implements AutoCloseable {
  /// Stretches asked for in one question.
  private static final int PLACES_AT_ONCE = 100;

  private final StoreFolder folder;
  private final Set<KnownPart> same = new HashSet<>();
  private @Nullable Engine engine;

  /// A stretch of a contig, 0-based and half-open.
  public record Stretch(String contig, int start0, int end0) {}

  /// Reads the layers of a store.
  public DenseReader(StoreFolder folder) {
    this.folder = folder;
  }

  private Engine engine() {
    var loaded = engine;
    if (loaded == null) {
      loaded = new Engine(folder);
      engine = loaded;
    }
    return loaded;
  }

  /// Whether a dense layer was touched.
  public boolean isLoaded() {
    return engine != null;
  }

  /// Takes a row of an answer.
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  void ask(String query, RowReader reader) {
    var asked = engine();
    try (var statement = asked.connection().createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        reader.read(rows);
      }
    } catch (SQLException e) {
      throw asked.fault(e);
    }
  }

  /// Each is held to what was written before the first row of it is believed.
  String files(Collection<KnownPart> parts) {
    parts.forEach(this::requireSame);
    return files(folder, parts.stream().map(KnownPart::name).toList());
  }

  /// Looks whether a part is there and as long as it was; see [KnownPart#requireThere].
  public void requireThere(KnownPart part) {
    part.requireThere(folder);
  }

  /// Holds a part to its checksum, once.
  ///
  /// @throws org.idiome.store.folder.StoreFault where it is damaged
  public void requireSame(KnownPart part) {
    if (!same.contains(part)) {
      part.requireSame(folder);
      same.add(part);
    }
  }

  static String files(StoreFolder folder, Collection<String> parts) {
    var names = new ArrayList<String>();
    for (var part : parts) {
      Path file = folder.layers().resolve(part);
      names.add(Engine.quoted(file.toString()));
    }
    return "read_parquet([" + String.join(", ", names) + "])";
  }

  /// How many rows a part holds.
  public long rows(String part) {
    return engine().number("SELECT count(*) FROM " + files(folder, List.of(part)));
  }

  /// How many rows of a segment some parts hold.
  public long rows(Collection<KnownPart> parts, long segment) {
    return engine().number("SELECT count(*) FROM " + files(parts) + " WHERE segment = " + segment);
  }

  /// The last row of a table that the quantities of a segment cite; 0 where there are none.
  public long lastLocator(Collection<KnownPart> parts, long segment) {
    return engine()
        .number(
            "SELECT coalesce(max(locator), 0) FROM "
                + files(parts)
                + " WHERE segment = "
                + segment);
  }

  /// Adds the quantities of a segment.
  ///
  /// @param parts those that hold it, in order
  /// @throws org.idiome.store.folder.StoreFault where one of them is damaged
  public void quantities(Collection<KnownPart> parts, long segment, QuantityFields.Reader reader) {
    new DenseQuantities(engine(), this, files(parts) + " WHERE segment = " + segment).read(reader);
  }

  /// Every record of a segment, in the order of its file.
  public void calls(Collection<KnownPart> parts, long segment, Consumer<CallFields> to) {
    ask(select(parts, segment, "") + " ORDER BY line", row -> to.accept(call(row)));
  }

  /// The records of a segment that touch some stretches, each once, in the order of the file.
  public List<CallFields> calls(Collection<KnownPart> parts, long segment, List<Stretch> places) {
    var found = new ArrayList<CallFields>();
    for (int from = 0; from < places.size(); from += PLACES_AT_ONCE) {
      var some = places.subList(from, Math.min(places.size(), from + PLACES_AT_ONCE));
      var asked = new ArrayList<String>();
      for (var place : some) {
        var condition =
            " AND contig = "
                + Engine.quoted(place.contig())
                + " AND start0 < "
                + place.end0()
                + " AND end0 > "
                + place.start0();
        asked.add(select(parts, segment, condition));
      }
      ask(String.join(" UNION ALL ", asked), row -> found.add(call(row)));
    }
    found.sort(Comparator.comparingLong(CallFields::line));
    var once = new ArrayList<CallFields>();
    for (var call : found) {
      if (once.isEmpty() || once.getLast().line() != call.line()) {
        once.add(call);
      }
    }
    return once;
  }

  /// The contigs of a segment, with how many records each has.
  public SortedMap<String, Long> contigs(Collection<KnownPart> parts, long segment) {
    return differences().contigs(new CallDifferences.Side(parts, segment));
  }

  /// What two segments do not say alike on some contigs.
  public DenseDifference differences(
      Collection<KnownPart> parts,
      long one,
      Collection<KnownPart> otherParts,
      long two,
      Collection<String> contigs) {
    return differences()
        .of(
            new CallDifferences.Side(parts, one),
            new CallDifferences.Side(otherParts, two),
            contigs);
  }

  private CallDifferences differences() {
    return new CallDifferences(engine(), this);
  }

  private String select(Collection<KnownPart> parts, long segment, String condition) {
    return "SELECT "
        + String.join(", ", CallFields.COLUMNS)
        + " FROM "
        + files(parts)
        + " WHERE segment = "
        + segment
        + condition;
  }

  private static CallFields call(ResultSet row) throws SQLException {
    return new CallFields(
        row.getLong(1),
        row.getString(2),
        row.getInt(3),
        row.getInt(4),
        row.getBoolean(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10));
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
      engine = null;
    }
  }
}
