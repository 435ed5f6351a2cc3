package org.idiome.record.phenopacket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.problem.Reach;
import org.idiome.core.source.Locator;
import org.idiome.core.source.SourceRow;
import org.idiome.core.source.Sources;
import org.idiome.record.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// One file being read: source rows, problems and the count of items.
final class Reading {
  private static final int QUOTED_CHARS = 80;

  /// Members that are not in the schema are all counted; so many can be cited.
  private static final int MOST_KEPT = 10_000;

  private static final int KEPT = 0;
  private static final int NOTED = 1;
  private static final int REFUSED = 2;
  private static final int NOT_UNDERSTOOD = 3;

  /// Turns one item of a block into what it says.
  @FunctionalInterface
  interface ItemReader {
    /// Reads an item whole, or throws [ItemRefused].
    void read(Message item, Found into);

    /// Keeps what stays of an item that was refused: nothing, unless the reader says otherwise.
    default void refused(JsonValue item, Found into) {}
  }

  private final String name;
  private final int file;
  private final Sources sources;
  private final Problems problems;
  private final Map<String, long[]> counts = new TreeMap<>();
  private final List<SourceRow> notUnderstood = new ArrayList<>();
  private SchemaVersion version = SchemaVersion.TWO;

  Reading(String name, int file, Sources sources, Problems problems) {
    this.name = name;
    this.file = file;
    this.sources = sources;
    this.problems = problems;
  }

  /// The source row of a value.
  SourceRow row(JsonValue value) {
    return sources.pointer(file, value.at().pointer(), value.at().line());
  }

  /// Reads the items of a block; each is taken whole or not at all.
  void items(String block, List<JsonValue> items, Found into, ItemReader reader) {
    for (var item : items) {
      long before = problems.count();
      try {
        var found = new Found();
        var message = Message.of(shaped(block, item), this, block);
        reader.read(message, found);
        message.end();
        into.addAll(found);
        count(block)[problems.count() == before ? KEPT : NOTED]++;
      } catch (ItemRefused refused) {
        problems.add(refused.problem());
        count(block)[REFUSED]++;
        reader.refused(item, into);
      }
    }
  }

  /// An item of a block in the shape of version 2.
  JsonValue shaped(String block, JsonValue item) {
    var last = block.substring(block.lastIndexOf('/') + 1);
    var message = last.equals("relatives") ? "packet" : last;
    return new Shapes(this, (_, refused) -> noteField(refused)).shaped(message, item);
  }

  /// The same file, with other problems and counts.
  Reading apart(Problems others) {
    var reading = new Reading(name, file, sources, others);
    reading.version = version;
    return reading;
  }

  /// The version of the schema that holds now.
  SchemaVersion version() {
    return version;
  }

  /// Reads something by a version of the schema, and goes on by the one before.
  <T> T by(SchemaVersion other, Supplier<T> read) {
    var before = version;
    version = other;
    try {
      return read.get();
    } finally {
      version = before;
    }
  }

  private long[] count(String block) {
    return counts.computeIfAbsent(block, _ -> new long[NOT_UNDERSTOOD + 1]);
  }

  /// The counts by block, sorted by name.
  List<BlockCount> counts() {
    var all = new ArrayList<BlockCount>();
    counts.forEach((block, n) ->
        all.add(new BlockCount(block, n[KEPT], n[NOTED], n[REFUSED], n[NOT_UNDERSTOOD])));
    return all;
  }

  /// Counts and reports a block, or something of its kind, that was refused as one item.
  void refused(String block, ItemRefused refused) {
    problems.add(refused.problem());
    count(block)[REFUSED]++;
  }

  /// Counts and reports a member that is not in the schema.
  void notUnderstood(String block, JsonValue value) {
    count(block)[NOT_UNDERSTOOD]++;
    if (notUnderstood.size() < MOST_KEPT) {
      notUnderstood.add(row(value));
    }
    note(ProblemCode.PHENOPACKET_FIELD_NOT_KNOWN, value);
  }

  /// The members that are not in the schema, in the order found.
  List<SourceRow> notUnderstood() {
    return notUnderstood;
  }

  /// Reports what leaves the item in place.
  void note(ProblemCode code, JsonValue at, String... values) {
    problems.add(Problem.of(code, place(at), values));
  }

  /// Reports at a source row what leaves the items in place.
  void note(ProblemCode code, SourceRow at, String... values) {
    var place =
        switch (sources.locator(at)) {
          case Locator.Pointer pointer -> Place.pointer(name, pointer.line(), pointer.pointer());
          case Locator.Line line -> Place.line(name, line.number());
        };
    problems.add(Problem.of(code, place, values));
  }

  /// Reports as a note what refused a field of an item.
  void noteField(ItemRefused refused) {
    var problem = refused.problem();
    problems.add(new Problem(problem.code(), Reach.FIELD, problem.place(), problem.values()));
  }

  /// What to throw where an item cannot be taken.
  ItemRefused refuse(ProblemCode code, JsonValue at, String... values) {
    return new ItemRefused(Problem.of(code, Reach.RECORD, place(at), values));
  }

  /// Refuses an item by whose id another could be meant: what stands for half of a character stands
  /// for any.
  void requireWhole(@Nullable String id, JsonValue at) {
    if (!isWhole(id)) {
      throw refuse(ProblemCode.PHENOPACKET_ID_NOT_UNICODE, at);
    }
  }

  /// Whether an id has no half of a character in it.
  static boolean isWhole(@Nullable String id) {
    return id == null || id.indexOf('\ufffd') < 0;
  }

  /// A text of the input, cut for quoting.
  static String quoted(String text) {
    return text.length() <= QUOTED_CHARS ? text : text.substring(0, QUOTED_CHARS - 1) + "…";
  }

  Place place(JsonValue value) {
    var pointer = value.at().pointer();
    return pointer.isEmpty()
        ? Place.line(name, value.at().line())
        : Place.pointer(name, value.at().line(), pointer);
  }
}
