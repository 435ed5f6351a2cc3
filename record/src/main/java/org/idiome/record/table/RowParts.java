package org.idiome.record.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.idiome.core.canonical.Numbers;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Qualifier;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Absence;
import org.idiome.core.presence.Presence;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Reach;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.idiome.genomics.row.RowSplitter;
import org.idiome.record.code.CodedUnits;
import org.idiome.record.code.GeneDates;
import org.idiome.record.code.PlausibleAmounts;
import org.jspecify.annotations.Nullable;

/// The parts that rows of both shapes share: feature, unit, limits, interval, and what a cell adds.
final class RowParts {
  /// Layers in which a cell is a number or nothing.
  private static final Set<Layer> DENSE =
      Set.of(
          Layer.TRANSCRIPTOME, Layer.EPIGENOME, Layer.PROTEOME, Layer.METABOLOME, Layer.MICROBIOME);

  /// Layers whose features are named after genes.
  private static final Set<Layer> OF_GENES =
      Set.of(Layer.TRANSCRIPTOME, Layer.EPIGENOME, Layer.PROTEOME);

  private static final int MOST_STATEMENTS = 100_000;
  private static final int MOST_REMEMBERED = 10_000;
  private static final int MOST_FEATURES = 100_000;
  private static final int LONGEST_REMEMBERED = 200;

  private final OpenTable table;
  private final RowTarget target;
  private final Layer layer;
  private final Columns columns;
  private final CellReader cells;
  private final Map<String, Unit> units = new HashMap<>();
  private final Set<String> unknownSpecimens = new HashSet<>();
  private final Set<String> features = new HashSet<>();
  private int statements;

  RowParts(OpenTable table, Conventions conventions, RowTarget target) {
    this.table = table;
    this.target = target;
    this.layer = table.description().layer();
    this.columns = table.columns();
    this.cells = new CellReader(conventions, table.description().notDetected());
  }

  /// What stays the same for all cells of a row.
  record Shared(
      Coded feature,
      Unit unit,
      @Nullable Double limit,
      @Nullable ReferenceInterval reference,
      @Nullable String method,
      @Nullable String group) {}

  Shared shared(RowSplitter row) {
    var unit = unit(row);
    var feature = feature(row);
    if (features.size() < MOST_FEATURES) {
      features.add(feature.id());
    }
    return new Shared(
        feature,
        unit,
        number(row, columns.detectionLimit, ProblemCode.TABLE_VALUE_NOT_A_NUMBER),
        reference(row, unit),
        textOrNull(columns.method.text(row)),
        textOrNull(columns.group.text(row)));
  }

  private static @Nullable String textOrNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private Coded feature(RowSplitter row) {
    var parts = columns.features;
    var id = parts.getFirst().text(row);
    for (int i = 1; i < parts.size(); i++) {
      id = id + "@" + parts.get(i).text(row);
    }
    if (id.isBlank()) {
      throw refuse(row, ProblemCode.TABLE_FEATURE_MISSING);
    }
    if (OF_GENES.contains(layer)) {
      var candidates = GeneDates.candidates(id);
      if (candidates != null) {
        throw refuse(row, ProblemCode.TABLE_FEATURE_IS_DATE, "found", id, "candidates", candidates);
      }
    }
    var name = isWhole(row, columns.featureName) ? columns.featureName.text(row) : "";
    return new Coded(id, textOrNull(name));
  }

  private Unit unit(RowSplitter row) {
    var text = columns.unit.text(row);
    var known = units.get(text);
    if (known == null) {
      known = CodedUnits.ofText(text);
      if (units.size() < MOST_REMEMBERED && text.length() < LONGEST_REMEMBERED) {
        units.put(text, known);
      }
    }
    if (known instanceof Unit.NotUnderstood) {
      note(row, ProblemCode.AMOUNT_UNIT_NOT_UNDERSTOOD, "unit", Quoted.of(text));
    }
    return known;
  }

  private @Nullable Double number(RowSplitter row, Columns.Part part, ProblemCode code) {
    var text = part.text(row);
    if (text.isEmpty() || text.equals(".") || text.equals("NA") || text.equals("-")) {
      return null;
    }
    var number = cells.number(text);
    if (number == null) {
      throw refuse(row, code, "found", Quoted.of(text));
    }
    return number;
  }

  /// An end of an interval; `<3.5` as the lower and `>5.1` as the upper one say from where on a
  /// value is low or high. The other way round they leave open whether the end itself belongs.
  private @Nullable Double limit(RowSplitter row, Columns.Part part, char outside) {
    var text = part.text(row);
    var code = ProblemCode.AMOUNT_REFERENCE_NOT_UNDERSTOOD;
    if (text.length() < 2 || text.charAt(0) != outside || text.charAt(1) == '=') {
      return number(row, part, code);
    }
    var number = cells.number(text.substring(1).strip());
    if (number == null) {
      throw refuse(row, code, "found", Quoted.of(text));
    }
    return number;
  }

  private @Nullable ReferenceInterval reference(RowSplitter row, Unit unit) {
    if (columns.referenceLow.isAbsent() && columns.referenceHigh.isAbsent()) {
      return null;
    }
    try {
      var code = ProblemCode.AMOUNT_REFERENCE_NOT_UNDERSTOOD;
      var low = limit(row, columns.referenceLow, '<');
      var high = limit(row, columns.referenceHigh, '>');
      if (low == null && high == null) {
        return null;
      }
      if (low != null && high != null && low > high) {
        throw refuse(row, code, "found", Numbers.text(low) + " to " + Numbers.text(high));
      }
      return new ReferenceInterval(low, high, unit);
    } catch (RowRefused refused) {
      var problem = refused.problem();
      target
          .problems()
          .add(new Problem(problem.code(), Reach.FIELD, problem.place(), problem.values()));
      return ReferenceInterval.notUsable(unit);
    }
  }

  /// The specimen of a row; one that the packet does not have is said once and kept.
  @Nullable String specimen(RowSplitter row, String named) {
    if (named.isEmpty()) {
      return table.specimen();
    }
    if (!table.specimens().containsKey(named)
        && unknownSpecimens.size() < MOST_REMEMBERED
        && named.length() < LONGEST_REMEMBERED
        && unknownSpecimens.add(named)) {
      note(row, ProblemCode.FOLDER_SPECIMEN_NOT_DECLARED, "specimen", Quoted.of(named));
    }
    return named;
  }

  /// Adds what one cell says.
  void add(RowSplitter row, int field, Shared shared, When when, @Nullable String specimen) {
    var cell = cells.read(row.bytes(), row.start(field), row.end(field), shared.limit());
    var at = target.sources().line(table.file(), row.line());
    switch (cell) {
      case Cell.Amount amount -> {
        if (amount.isBelowLimit()) {
          note(row, ProblemCode.TABLE_VALUE_BELOW_LIMIT, "found", Quoted.of(row.text(field)));
        }
        if (!isPlausible(row, shared, amount.magnitude())) {
          // The value is refused, but that somebody measured is not forgotten.
          var nothing = new Magnitude.Missing(Absence.NOT_STATED);
          add(shared.feature(), nothing, shared.unit(), shared, when, specimen, at);
          return;
        }
        add(shared.feature(), amount.magnitude(), shared.unit(), shared, when, specimen, at);
      }
      case Cell.Said said -> {
        requireWords(row, shared, said.text());
        say("result", shared, said.presence(), said.text(), List.of(), when, specimen, at);
      }
      case Cell.Ordinal ordinal -> {
        requireWords(row, shared, ordinal.text());
        var rank = new Qualifier("ordinal", new Value.Count(ordinal.rank()));
        var present = Presence.Looked.PRESENT;
        say("result", shared, present, ordinal.text(), List.of(rank), when, specimen, at);
      }
      case Cell.Words words -> {
        requireWords(row, shared, words.text());
        words(shared, words.text(), when, specimen, at);
      }
    }
  }

  /// Whether the fields that say what a row is of can be read.
  boolean tellsWhatOf(RowSplitter row) {
    return isWhole(row, columns.specimen)
        && columns.features.stream().allMatch(part -> isWhole(row, part));
  }

  /// Whether a field is there and is text; the last field of a short row may be cut off.
  boolean isWhole(RowSplitter row, Columns.Part part) {
    if (!part.isColumn()) {
      return true;
    }
    int field = part.column();
    int whole = row.count() < columns.width() ? row.count() - 1 : row.count();
    return field < whole && row.isUtf8(field) && row.controlCharacter(field) < 0;
  }

  /// Whether the feature of a row is that of a row before it.
  boolean isKnown(RowSplitter row) {
    try {
      return features.contains(feature(row).id());
    } catch (RowRefused _) {
      return false;
    }
  }

  /// Adds that a feature was measured and gave nothing; false where the feature cannot be read.
  boolean addNothing(RowSplitter row, When when, @Nullable String specimen) {
    Coded feature;
    try {
      feature = feature(row);
    } catch (RowRefused _) {
      return false;
    }
    var at = target.sources().line(table.file(), row.line());
    var nothing = new Magnitude.Missing(Absence.NOT_STATED);
    target
        .quantities()
        .add(feature, nothing, Unit.notStated(), null, when, specimen, null, null, at);
    return true;
  }

  private void add(
      Coded feature,
      Magnitude magnitude,
      Unit unit,
      Shared shared,
      When when,
      @Nullable String specimen,
      SourceRow at) {
    var group = shared.group() == null ? null : shared.group() + " " + when.text();
    target
        .quantities()
        .add(
            feature,
            magnitude,
            unit,
            shared.reference(),
            when,
            specimen,
            group,
            shared.method(),
            at);
  }

  /// A culture's `>10^5 CFU/mL E. coli` is a count and an organism; all else is a text.
  private void words(
      Shared shared, String text, When when, @Nullable String specimen, SourceRow at) {
    var counted = CountedText.parse(text);
    if (counted == null) {
      // What no table knows is a text; that it stands there says neither yes nor no.
      say("result_text", shared, Absence.NOT_STATED, text, List.of(), when, specimen, at);
      return;
    }
    add(shared.feature(), counted.magnitude(), counted.unit(), shared, when, specimen, at);
    var organism = new Qualifier("organism", new Value.Text(counted.of()));
    var presence = counted.isSome() ? Presence.Looked.PRESENT : Absence.NOT_STATED;
    say("result_text", shared, presence, text, List.of(organism), when, specimen, at);
  }

  /// Where a number was to be expected, a word is none: dense layers, and rows with a unit.
  private void requireWords(RowSplitter row, Shared shared, String text) {
    if (DENSE.contains(layer) || !(shared.unit() instanceof Unit.NotStated)) {
      throw refuse(row, ProblemCode.TABLE_VALUE_NOT_A_NUMBER, "found", Quoted.of(text));
    }
  }

  private boolean isPlausible(RowSplitter row, Shared shared, Magnitude magnitude) {
    if (layer != Layer.LABORATORY || !(magnitude instanceof Magnitude.Exact exact)) {
      return true;
    }
    var broken = PlausibleAmounts.broken(shared.feature(), shared.unit(), exact.value());
    if (broken != null) {
      note(
          row,
          ProblemCode.AMOUNT_NOT_PLAUSIBLE,
          broken.with(
              "feature",
              Quoted.of(shared.feature().label()),
              "value",
              Numbers.text(exact.value()),
              "unit",
              shared.unit().text()));
    }
    return broken == null;
  }

  private void say(
      String kind,
      Shared shared,
      Presence presence,
      String text,
      List<Qualifier> more,
      When when,
      @Nullable String specimen,
      SourceRow at) {
    if (++statements > MOST_STATEMENTS) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.TABLE_TOO_MANY_TEXTS,
              Place.line(table.name(), at.locator()),
              "limit",
              Integer.toString(MOST_STATEMENTS)));
    }
    var qualifiers = new ArrayList<Qualifier>();
    qualifiers.add(new Qualifier("result", new Value.Text(text)));
    qualifiers.addAll(more);
    if (shared.method() != null) {
      qualifiers.add(new Qualifier("method", new Value.Text(shared.method())));
    }
    target
        .statements()
        .add(
            new Statement(
                layer,
                kind,
                shared.feature(),
                presence,
                when,
                qualifiers,
                specimen,
                null,
                List.of(at)));
  }

  void note(RowSplitter row, ProblemCode code, String... values) {
    target.problems().add(Problem.of(code, Place.line(table.name(), row.line()), values));
  }

  RowRefused refuse(RowSplitter row, ProblemCode code, String... values) {
    return new RowRefused(
        Problem.of(code, Reach.RECORD, Place.line(table.name(), row.line()), values));
  }
}
