package org.idiome.genomics.vcf;

import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.vcf.ValueCheck.Fault;

/// Reports a field that is not understood.
final class FieldFaults {
  private FieldFaults() {}

  /// Whether there was no fault; else it is reported.
  static boolean report(
      Diagnostics diagnostics, FieldDefinition field, Fault fault, int from, int to) {
    switch (fault) {
      case NONE -> {
        return true;
      }
      case COUNT -> diagnostics.add(ProblemCode.VCF_FIELD_COUNT, from, to, "key", field.key());
      case UNLISTED ->
          diagnostics.add(ProblemCode.VCF_ALLELE_NOT_LISTED, from, to, "key", field.key());
      case TYPE -> diagnostics.add(ProblemCode.VCF_FIELD_TYPE, from, to, "key", field.key());
      case VALUE -> diagnostics.add(ProblemCode.VCF_FIELD_VALUE, from, to, "key", field.key());
    }
    return false;
  }
}
