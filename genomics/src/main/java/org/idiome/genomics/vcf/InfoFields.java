package org.idiome.genomics.vcf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.io.ByteDictionary;

/// The INFO column of a record: values by key, each held to its definition.
///
/// Keys are numbered as they come; a value is a slice of the line. A field with a fault is not
/// understood: it counts as not there. Reused for every record; nothing is allocated for a key that
/// was seen before.
final class InfoFields {
  /// Keys beyond this are not kept apart; no writer uses as many.
  private static final int MOST_KEYS = 100_000;

  private static final int NO_VALUE = -1;

  /// So many places of INFO are guessed.
  private static final int MOST_USUAL = 256;

  private final VcfHeader header;
  private final Diagnostics diagnostics;
  private final ByteDictionary keys = new ByteDictionary();
  private final ValueCheck check = new ValueCheck();
  private final UsualFields usualFields = new UsualFields();
  private FieldDefinition[] definitions = new FieldDefinition[64];
  private long[] seenAt = new long[64];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private byte[] bytes = {};
  private long record;
  private boolean hasBlank;

  /// The key of each place of INFO, as it was seen last.
  private int[] usual = {ByteDictionary.ABSENT};

  InfoFields(VcfHeader header, Diagnostics diagnostics) {
    this.header = header;
    this.diagnostics = diagnostics;
  }

  /// The number under which a key is asked for.
  int number(String key) {
    int id = keys.add(key);
    know(id);
    return id;
  }

  private void know(int id) {
    if (id < definitions.length && definitions[id] != null) {
      return;
    }
    if (id >= definitions.length) {
      definitions = Arrays.copyOf(definitions, definitions.length * 2);
      seenAt = Arrays.copyOf(seenAt, seenAt.length * 2);
      starts = Arrays.copyOf(starts, starts.length * 2);
      ends = Arrays.copyOf(ends, ends.length * 2);
    }
    var key = keys.text(id);
    var definition = header.definition("INFO", key);
    var known = definition == null ? FieldDefinition.unknown(key) : definition;
    definitions[id] = known;
    usualFields.know(id, known);
  }

  /// Reads the column of a record.
  ///
  /// @param mayHaveBlank false where it is known that there is none in it
  void read(byte[] bytes, int start, int end, int alternates, boolean mayHaveBlank) {
    this.bytes = bytes;
    record++;
    if (start == end || Ascii.isMissing(bytes, start, end)) {
      return;
    }
    check.context(alternates, -1, -1);
    hasBlank = mayHaveBlank && Ascii.find(bytes, start, end, ' ') < end;
    int from = start;
    int place = 0;
    for (int to; true; from = to + 1, place++) {
      int guess = place < usual.length ? usual[place] : ByteDictionary.ABSENT;
      to = guess < 0 ? NO_VALUE : usualFields.end(guess, bytes, from, end, alternates);
      if (to >= 0 && isNext(guess)) {
        seenAt[guess] = record;
        starts[guess] = usualFields.value(guess, from);
        ends[guess] = to;
      } else {
        to = look(place, guess, from, end);
      }
      if (to == end) {
        return;
      }
    }
  }

  /// Whether a key was seen before, but not in this record.
  private boolean isNext(int id) {
    return seenAt[id] > 0 && seenAt[id] < record;
  }

  /// Reads a field that may be anything.
  ///
  /// @param place how many stand before it
  /// @param guess the key that stood there before
  /// @return behind it
  private int look(int place, int guess, int from, int end) {
    int keyEnd = guess < 0 ? from : keys.endOf(guess, bytes, from, end);
    boolean isUsual =
        keyEnd > from && (keyEnd == end || bytes[keyEnd] == '=' || bytes[keyEnd] == ';');
    int to = isUsual ? plain(guess, keyEnd, end) : NO_VALUE;
    if (to != NO_VALUE) {
      seenAt[guess] = record;
      starts[guess] = keyEnd + 1;
      ends[guess] = to;
      return to;
    }
    to = Ascii.find(bytes, isUsual ? keyEnd : from, end, ';');
    if (isUsual) {
      field(guess, from, keyEnd, keyEnd < to ? keyEnd : -1, to);
    } else {
      int equals = Ascii.find(bytes, from, to, '=');
      remember(place, field(from, equals < to ? equals : -1, to));
    }
    return to;
  }

  /// Behind the values of a key that was seen before, but not in this record, where they are plain
  /// numbers in good order; [#NO_VALUE] where there is more to look at.
  private int plain(int id, int keyEnd, int end) {
    return isNext(id) && keyEnd < end && bytes[keyEnd] == '='
        ? check.plainEnd(definitions[id], bytes, keyEnd + 1, end, ';')
        : NO_VALUE;
  }

  /// Most records have the keys of the one before, in its order.
  private void remember(int place, int key) {
    if (key >= 0 && place < MOST_USUAL) {
      if (place >= usual.length) {
        int length = usual.length;
        usual = Arrays.copyOf(usual, Math.max(length * 2, place + 1));
        Arrays.fill(usual, length, usual.length, ByteDictionary.ABSENT);
      }
      usual[place] = key;
    }
  }

  /// @return the number of its key; [ByteDictionary#ABSENT] where it has none
  private int field(int from, int equals, int to) {
    int keyEnd = equals < 0 ? to : equals;
    if (keyEnd == from || (hasBlank && Ascii.find(bytes, from, keyEnd, ' ') < keyEnd)) {
      diagnostics.add(ProblemCode.VCF_INFO_KEY, from, to, "fault", "no key");
      return ByteDictionary.ABSENT;
    }
    int id = keys.find(bytes, from, keyEnd);
    if (id == ByteDictionary.ABSENT) {
      if (keys.size() == MOST_KEYS) {
        diagnostics.add(ProblemCode.VCF_INFO_KEY, from, keyEnd, "fault", "too many keys");
        return ByteDictionary.ABSENT;
      }
      id = keys.add(bytes, from, keyEnd);
      know(id);
    }
    field(id, from, keyEnd, equals, to);
    return id;
  }

  private void field(int id, int from, int keyEnd, int equals, int to) {
    reportUndefined(id, from, keyEnd);
    if (seenAt[id] == record) {
      diagnostics.add(ProblemCode.VCF_INFO_KEY, from, to, "fault", "key twice");
      return;
    }
    seenAt[id] = record;
    starts[id] = equals < 0 ? NO_VALUE : equals + 1;
    ends[id] = to;
    if (!isUnderstood(id, from, to)) {
      // Keeps the key taken, so that a second one does not win.
      starts[id] = NO_VALUE;
    }
  }

  private void reportUndefined(int id, int from, int to) {
    if (seenAt[id] == 0 && !header.defines("INFO", keys.text(id))) {
      seenAt[id] = -1;
      diagnostics.add(ProblemCode.VCF_NOT_DEFINED, from, to, "key", "INFO " + keys.text(id));
    }
  }

  private boolean isUnderstood(int id, int from, int to) {
    var definition = definitions[id];
    boolean hasValue = starts[id] != NO_VALUE;
    if (definition.type() == FieldType.FLAG) {
      return !hasValue || flagValue(definition, starts[id], to);
    }
    if (!hasValue) {
      boolean isKnown =
          !definition.number().equals(FieldNumber.ANY) || header.defines("INFO", definition.key());
      if (isKnown) {
        diagnostics.add(ProblemCode.VCF_INFO_KEY, from, to, "fault", "no value");
      }
      return false;
    }
    if (starts[id] == to) {
      diagnostics.add(ProblemCode.VCF_INFO_KEY, from, to, "fault", "no value");
      return false;
    }
    if (hasBlank && !header.version().isSince(3) && Ascii.find(bytes, starts[id], to, ' ') < to) {
      diagnostics.add(ProblemCode.VCF_FIELD_VALUE, from, to, "key", definition.key());
    }
    return FieldFaults.report(
        diagnostics, definition, check.check(definition, bytes, starts[id], to), from, to);
  }

  /// Some writers put 0 or 1 behind a flag; what they mean is anybody's guess.
  private boolean flagValue(FieldDefinition flag, int start, int to) {
    boolean isDigit = to - start == 1 && (bytes[start] == '0' || bytes[start] == '1');
    diagnostics.add(
        isDigit ? ProblemCode.VCF_FLAG_DIGIT : ProblemCode.VCF_FIELD_TYPE,
        start,
        to,
        "key",
        flag.key());
    return false;
  }

  /// The key of a number.
  String key(int id) {
    return keys.text(id);
  }

  /// Whether the record has a value of a key that was understood.
  boolean has(int id) {
    return seenAt[id] == record && starts[id] != NO_VALUE;
  }

  /// Whether the record has a key at all.
  boolean isNamed(int id) {
    return seenAt[id] == record;
  }

  int start(int id) {
    return starts[id];
  }

  int end(int id) {
    return ends[id];
  }

  /// The `i`-th integer of a key, or [Ascii#NOT_AN_INTEGER] where there is none.
  long integer(int id, int i) {
    if (!has(id)) {
      return Ascii.NOT_AN_INTEGER;
    }
    int from = starts[id];
    for (int k = 0; k < i; k++) {
      from = Ascii.find(bytes, from, ends[id], ',') + 1;
      if (from > ends[id]) {
        return Ascii.NOT_AN_INTEGER;
      }
    }
    return Ascii.integer(bytes, from, Ascii.find(bytes, from, ends[id], ','));
  }

  /// The values of a key, percent codes decoded; empty where it is absent or not understood.
  List<String> texts(int id) {
    if (!has(id)) {
      return List.of();
    }
    var texts = new ArrayList<String>();
    for (var value : Ascii.text(bytes, starts[id], ends[id]).split(",", -1)) {
      texts.add(PercentCodes.decode(value, header.version()));
    }
    return texts;
  }

  /// What a key says of an alternate, as written; empty where it says nothing.
  String text(int id, int alternate) {
    var definition = definitions[id];
    if (definition.type() == FieldType.FLAG) {
      return isNamed(id) ? "1" : "";
    }
    if (!has(id)) {
      return "";
    }
    int skipped =
        switch (definition.number().kind()) {
          case ALTERNATES -> alternate;
          case ALLELES -> alternate + 1;
          default -> -1;
        };
    int from = starts[id];
    int to = ends[id];
    for (int i = 0; i < skipped && from <= to; i++) {
      from = Ascii.find(bytes, from, to, ',') + 1;
    }
    if (from > to) {
      return "";
    }
    int end = skipped < 0 ? to : Ascii.find(bytes, from, to, ',');
    return Ascii.isMissing(bytes, from, end) ? "" : Ascii.text(bytes, from, end);
  }

  /// How many values a key has; 0 where it is absent or `.`.
  int count(int id) {
    if (!has(id) || Ascii.isMissing(bytes, starts[id], ends[id])) {
      return 0;
    }
    int count = 1;
    for (int i = starts[id]; i < ends[id]; i++) {
      count += bytes[i] == ',' ? 1 : 0;
    }
    return count;
  }
}
