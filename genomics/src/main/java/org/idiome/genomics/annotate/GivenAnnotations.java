package org.idiome.genomics.annotate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.idiome.genomics.vcf.InfoKey;
import org.idiome.genomics.vcf.VcfReader;
import org.jspecify.annotations.Nullable;

/// What other programs told of the records of a file before. For one thread.
///
/// What stands in CSQ and was not written here is kept, in a field of another name.
final class GivenAnnotations {
  private static final String KEPT = "CSQ_GIVEN";
  private static final List<String> OTHERS = List.of("ANN", "BCSQ");

  private final VcfReader reader;
  private final List<GivenField> fields = new ArrayList<>();
  private final SequencedMap<String, String> definitions = new LinkedHashMap<>();
  private final boolean isCsqKept;
  private final String keptKey;
  private final List<String> unknown = new ArrayList<>();

  GivenAnnotations(VcfReader reader) {
    this.reader = reader;
    boolean hasForeign = false;
    for (var key : reader.header().infoKeys()) {
      boolean isOwn = key.key().equals(CsqField.KEY) && CsqField.isOwn(key.description());
      if (isGiven(key.key()) && !isOwn) {
        var field = GivenField.of(key.key(), key.description());
        if (field == null) {
          unknown.add(key.key());
        } else {
          fields.add(field);
        }
        hasForeign |= key.key().equals(CsqField.KEY);
      }
    }
    this.isCsqKept = hasForeign;
    this.keptKey = free(reader.header().infoKeys().stream().map(InfoKey::key).toList());
    if (hasForeign) {
      reader.header().metaLines().stream()
          .filter(line -> line.startsWith("##INFO=<ID=" + CsqField.KEY + ","))
          .findFirst()
          .ifPresent(line -> definitions.put(keptKey, line.replaceFirst(CsqField.KEY, keptKey)));
    }
  }

  private static boolean isGiven(String key) {
    return key.equals(CsqField.KEY) || key.startsWith(KEPT) || OTHERS.contains(key);
  }

  /// A key that the file has not: what was kept before is kept, too.
  private static String free(List<String> taken) {
    var key = KEPT;
    for (int i = 2; taken.contains(key); i++) {
      key = KEPT + "_" + i;
    }
    return key;
  }

  /// Lines of the header, by their keys.
  SequencedMap<String, String> definitions() {
    return definitions;
  }

  /// Keys whose description does not say what stands where.
  List<String> unknown() {
    return unknown;
  }

  /// What the record at hand has of others, to be written besides; empty where nothing is.
  String kept() {
    var value = isCsqKept ? reader.infoAsWritten(CsqField.KEY) : "";
    return value.isEmpty() ? "" : keptKey + "=" + value;
  }

  /// What the record at hand says already; null where it says nothing.
  @Nullable List<GivenTelling> of() {
    List<GivenTelling> all = null;
    for (var field : fields) {
      var value = reader.infoAsWritten(field.key());
      if (!value.isEmpty()) {
        var record = reader.record();
        all = all == null ? new ArrayList<>() : all;
        all.addAll(field.read(value, record.reference(), record.alternates()));
      }
    }
    return all;
  }
}
