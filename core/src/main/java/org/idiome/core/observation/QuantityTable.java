package org.idiome.core.observation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Digester;
import org.idiome.core.concept.Coded;
import org.idiome.core.presence.Absence;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.ReferenceInterval;
import org.idiome.core.quantity.Unit;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// The growing arrays behind [QuantityColumns], with a dictionary for what repeats.
final class QuantityTable {
  static final byte EXACT = 0;
  static final byte BELOW = 1;
  static final byte BELOW_OR_EQUAL = 2;
  static final byte ABOVE = 3;
  static final byte ABOVE_OR_EQUAL = 4;

  /// Kinds from here on are absences, by their place in [#ABSENCES].
  static final byte FIRST_ABSENCE = 5;

  private static final List<Absence> ABSENCES = List.of(Absence.values());
  static final int NONE = -1;

  final List<Coded> features = new ArrayList<>();
  final List<When> whens = new ArrayList<>();
  final List<Unit> units = new ArrayList<>();
  final List<String> texts = new ArrayList<>();
  final List<Unit> referenceUnits = new ArrayList<>();
  private final Map<String, Integer> featureOrdinals = new HashMap<>();
  private final Map<When, Integer> whenOrdinals = new HashMap<>();
  private final Map<Unit, Integer> unitOrdinals = new HashMap<>();
  private final Map<Unit, Integer> referenceUnitOrdinals = new HashMap<>();
  private final Map<String, Integer> textOrdinals = new HashMap<>();

  int size;
  int[] feature = new int[16];
  int[] when = new int[16];
  int[] unit = new int[16];
  int[] specimen = new int[16];
  int[] group = new int[16];
  int[] method = new int[16];
  int[] referenceUnit = new int[16];
  byte[] kind = new byte[16];
  double[] value = new double[16];
  double[] low = new double[16];
  double[] high = new double[16];
  int[] file = new int[16];
  long[] locator = new long[16];

  /// All source rows of the rows that have several, by row; almost always none.
  final TreeMap<Integer, List<SourceRow>> several = new TreeMap<>();

  /// Of several displays of one code the first in natural order is kept, whoever came first.
  int featureOrdinal(Coded coded) {
    int ordinal = ordinal(featureOrdinals, features, coded.id(), coded);
    var kept = features.get(ordinal).display();
    var given = coded.display();
    if (given != null && (kept == null || given.compareTo(kept) < 0)) {
      features.set(ordinal, coded);
    }
    return ordinal;
  }

  int whenOrdinal(When given) {
    return ordinal(whenOrdinals, whens, given, given);
  }

  int unitOrdinal(Unit given) {
    return ordinal(unitOrdinals, units, given, given);
  }

  int textOrdinal(@Nullable String given) {
    return given == null ? NONE : ordinal(textOrdinals, texts, given, given);
  }

  private static <K, V> int ordinal(Map<K, Integer> ordinals, List<V> values, K key, V value) {
    var known = ordinals.putIfAbsent(key, values.size());
    if (known == null) {
      values.add(value);
      return values.size() - 1;
    }
    return known;
  }

  void addRow() {
    if (size == feature.length) {
      grow(Math.addExact(size, size >> 1));
    }
    size++;
  }

  private void grow(int capacity) {
    feature = Arrays.copyOf(feature, capacity);
    when = Arrays.copyOf(when, capacity);
    unit = Arrays.copyOf(unit, capacity);
    specimen = Arrays.copyOf(specimen, capacity);
    group = Arrays.copyOf(group, capacity);
    method = Arrays.copyOf(method, capacity);
    referenceUnit = Arrays.copyOf(referenceUnit, capacity);
    kind = Arrays.copyOf(kind, capacity);
    value = Arrays.copyOf(value, capacity);
    low = Arrays.copyOf(low, capacity);
    high = Arrays.copyOf(high, capacity);
    file = Arrays.copyOf(file, capacity);
    locator = Arrays.copyOf(locator, capacity);
  }

  void magnitude(int row, Magnitude given) {
    switch (given) {
      case Magnitude.Exact exact -> set(row, EXACT, exact.value());
      case Magnitude.Below below ->
          set(row, below.inclusive() ? BELOW_OR_EQUAL : BELOW, below.limit());
      case Magnitude.Above above ->
          set(row, above.inclusive() ? ABOVE_OR_EQUAL : ABOVE, above.limit());
      case Magnitude.Missing missing ->
          set(row, (byte) (FIRST_ABSENCE + ABSENCES.indexOf(missing.why())), 0);
    }
  }

  private void set(int row, byte rowKind, double rowValue) {
    kind[row] = rowKind;
    value[row] = rowValue;
  }

  Magnitude magnitude(int row) {
    return switch (kind[row]) {
      case EXACT -> new Magnitude.Exact(value[row]);
      case BELOW -> new Magnitude.Below(value[row], false);
      case BELOW_OR_EQUAL -> new Magnitude.Below(value[row], true);
      case ABOVE -> new Magnitude.Above(value[row], false);
      case ABOVE_OR_EQUAL -> new Magnitude.Above(value[row], true);
      default -> new Magnitude.Missing(ABSENCES.get(kind[row] - FIRST_ABSENCE));
    };
  }

  void reference(int row, @Nullable ReferenceInterval given) {
    if (given == null) {
      referenceUnit[row] = NONE;
      return;
    }
    referenceUnit[row] = ordinal(referenceUnitOrdinals, referenceUnits, given.unit(), given.unit());
    low[row] = given.low() == null ? Double.NaN : given.low();
    high[row] = given.high() == null ? Double.NaN : given.high();
  }

  @Nullable ReferenceInterval reference(int row) {
    if (referenceUnit[row] == NONE) {
      return null;
    }
    return new ReferenceInterval(
        Double.isNaN(low[row]) ? null : low[row],
        Double.isNaN(high[row]) ? null : high[row],
        referenceUnits.get(referenceUnit[row]));
  }

  List<SourceRow> sourceRows(int row) {
    var all = several.get(row);
    return all == null ? List.of(new SourceRow(file[row], locator[row])) : all;
  }

  void shrinkTo(int rows) {
    size = rows;
    several.tailMap(rows, true).clear();
  }

  @Nullable String text(int ordinal) {
    return ordinal == NONE ? null : texts.get(ordinal);
  }

  /// Copies rows of another table into this empty one, in the order given.
  void takeRows(QuantityTable from, int[] order) {
    features.addAll(from.features);
    whens.addAll(from.whens);
    units.addAll(from.units);
    texts.addAll(from.texts);
    referenceUnits.addAll(from.referenceUnits);
    grow(Math.max(order.length, 1));
    size = order.length;
    for (int i = 0; i < order.length; i++) {
      int row = order[i];
      feature[i] = from.feature[row];
      when[i] = from.when[row];
      unit[i] = from.unit[row];
      specimen[i] = from.specimen[row];
      group[i] = from.group[row];
      method[i] = from.method[row];
      referenceUnit[i] = from.referenceUnit[row];
      kind[i] = from.kind[row];
      value[i] = from.value[row];
      low[i] = from.low[row];
      high[i] = from.high[row];
      file[i] = from.file[row];
      locator[i] = from.locator[row];
      var all = from.several.get(row);
      if (all != null) {
        several.put(i, all);
      }
    }
  }

  /// Adds what every row says, in order, to a running hash.
  void digestInto(Digester digester) {
    var featureNames = new Names(digester, texts(features));
    var whenNames = new Names(digester, texts(whens));
    var unitNames = new Names(digester, texts(units));
    var textNames = new Names(digester, texts.toArray(String[]::new));
    var referenceUnitNames = new Names(digester, texts(referenceUnits));
    for (int row = 0; row < size; row++) {
      featureNames.add(feature[row]);
      whenNames.add(when[row]);
      unitNames.add(unit[row]);
      digester.integer(kind[row]).number(value[row]);
      textNames.add(specimen[row]);
      textNames.add(group[row]);
      textNames.add(method[row]);
      referenceUnitNames.add(referenceUnit[row]);
      if (referenceUnit[row] != NONE) {
        digester.number(low[row]).number(high[row]);
      }
    }
  }

  private static String[] texts(List<? extends Canonical> values) {
    return values.stream()
        .map(value -> new String(value.canonicalBytes(), StandardCharsets.UTF_8))
        .toArray(String[]::new);
  }

  /// Texts that repeat: hashed as a number that counts up, with the text itself where it first
  /// comes; so the hash does not depend on the order in which a dictionary was filled.
  private static final class Names {
    private final Digester digester;
    private final String[] texts;
    private final int[] numbers;
    private int last;

    Names(Digester digester, String[] texts) {
      this.digester = digester;
      this.texts = texts;
      this.numbers = new int[texts.length];
    }

    void add(int ordinal) {
      if (ordinal == NONE) {
        digester.integer(0);
      } else if (numbers[ordinal] > 0) {
        digester.integer(numbers[ordinal]);
      } else {
        last++;
        numbers[ordinal] = last;
        digester.integer(last).text(texts[ordinal]);
      }
    }
  }
}
