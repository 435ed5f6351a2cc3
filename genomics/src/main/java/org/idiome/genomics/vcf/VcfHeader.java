package org.idiome.genomics.vcf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What stands above the records of a VCF file.
///
/// @param columns the `#CHROM` line, for citing
/// @param samples names in the order of their columns; empty where there are no genotypes
/// @param hasGenotypes whether there is a FORMAT column
/// @param endsInTab whether the `#CHROM` line ended in a tab too many
/// @param contigs in the order of the header
/// @param references texts that may name the reference genome, with their lines
/// @param metaLines all lines above that one, as they are
public record VcfHeader(
    VcfVersion version,
    String columns,
    List<String> samples,
    boolean hasGenotypes,
    boolean endsInTab,
    List<ContigLine> contigs,
    Map<String, Long> references,
    Set<String> filters,
    Map<String, Definition> definitions,
    List<String> metaLines) {

  /// Columns before FORMAT.
  static final int FIXED_COLUMNS = 8;

  /// A `##contig` line; null for what it does not state.
  ///
  /// @param digest MD5 or refget accession
  /// @param assembly text of `assembly=`
  public record ContigLine(
      String id,
      @Nullable Integer lengthBases,
      @Nullable String digest,
      @Nullable String assembly,
      long line) {}

  /// A definition with the line it stands on, or 0 where it is the specification's own.
  record Definition(FieldDefinition field, long line) {}

  /// Copies the lists.
  public VcfHeader {
    samples = List.copyOf(samples);
    contigs = List.copyOf(contigs);
    filters = Set.copyOf(filters);
    definitions = Map.copyOf(definitions);
    metaLines = List.copyOf(metaLines);
  }

  /// The keys of INFO that it defines, in its order; of two definitions the first.
  public List<InfoKey> infoKeys() {
    var keys = new ArrayList<InfoKey>();
    for (var line : metaLines) {
      var meta = line.startsWith("##INFO=<") ? MetaLine.parse(line) : null;
      var key = meta == null || meta.fault() != null ? null : meta.field("ID");
      var number = meta == null ? null : meta.field("Number");
      var type = meta == null ? null : meta.field("Type");
      boolean isFirst = keys.stream().noneMatch(one -> one.key().equals(key));
      if (meta != null && key != null && number != null && type != null && isFirst) {
        boolean isByAllele = number.equals("A") || number.equals("R");
        var description = Objects.requireNonNullElse(meta.field("Description"), "");
        keys.add(new InfoKey(key, type, isByAllele, description));
      }
    }
    return keys;
  }

  /// All of it as text, with further definitions of INFO, which take the place of those of the same
  /// key.
  ///
  /// @param info lines by their key
  public String text(SequencedMap<String, String> info) {
    var lines = new ArrayList<>(metaLines);
    if (lines.isEmpty() || !lines.getFirst().startsWith("##fileformat=")) {
      lines.addFirst("##fileformat=VCFv4.2");
    }
    lines.removeIf(
        line -> info.keySet().stream().anyMatch(key -> line.startsWith("##INFO=<ID=" + key + ",")));
    lines.addAll(info.values());
    lines.add(columns);
    return String.join("\n", lines) + "\n";
  }

  /// How many columns a record has.
  int recordColumns() {
    return FIXED_COLUMNS + (hasGenotypes ? 1 + samples.size() : 0);
  }

  /// What a key means in this file; null where neither header nor specification define it.
  @Nullable FieldDefinition definition(String column, String key) {
    var own = definitions.get(column + " " + key);
    return own == null ? ReservedKeys.find(column, key, version) : own.field();
  }

  /// Whether the header itself defines a key.
  boolean defines(String column, String key) {
    return definitions.containsKey(column + " " + key);
  }
}
