package org.idiome.genomics.annotate;

import java.util.List;
import org.idiome.genomics.reference.ReferenceSequence;
import org.idiome.genomics.vcf.AlleleSplitter;
import org.jspecify.annotations.Nullable;

/// A record, read: all that its annotation takes, so that the next one can be read meanwhile.
///
/// Immutable.
public final class PlacedRecord {
  private final AlleleSplitter.Line line;
  private final String fields;
  private final String origin;
  private final int contig;
  private final @Nullable ReferenceSequence sequence;
  private final int first0;
  private final List<PlacedAllele> alleles;
  private final @Nullable List<GivenTelling> given;

  /// @param line the record as it is
  /// @param fields what else is written, as fields of INFO; empty where nothing is
  /// @param origin the record of several alternates from which it was split, as it was; empty where
  ///   none is known
  /// @param contig by its number in the file
  /// @param sequence of the contig; null where the reference has none
  /// @param first0 first base of any of its alternates in normal form, 0-based
  /// @param given what others told before; null where nothing was
  PlacedRecord(
      AlleleSplitter.Line line,
      String fields,
      String origin,
      int contig,
      @Nullable ReferenceSequence sequence,
      int first0,
      List<PlacedAllele> alleles,
      @Nullable List<GivenTelling> given) {
    this.line = line;
    this.fields = fields;
    this.origin = origin;
    this.contig = contig;
    this.sequence = sequence;
    this.first0 = first0;
    this.alleles = alleles;
    this.given = given;
  }

  /// One of which nothing is told but what is written of it.
  static PlacedRecord of(AlleleSplitter.Line line, String fields, List<PlacedAllele> alleles) {
    return new PlacedRecord(line, fields, "", -1, null, 0, alleles, null);
  }

  AlleleSplitter.Line line() {
    return line;
  }

  String fields() {
    return fields;
  }

  String origin() {
    return origin;
  }

  int contig() {
    return contig;
  }

  @Nullable ReferenceSequence sequence() {
    return sequence;
  }

  int first0() {
    return first0;
  }

  List<PlacedAllele> alleles() {
    return alleles;
  }

  @Nullable List<GivenTelling> given() {
    return given;
  }
}
