package org.idiome.genomics.vcf;

import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.vcf.FieldDefinition.Constraint;

/// Holds the values of a field to its definition: how many, of which type, within which bounds.
///
/// Allocates nothing, but for fractions and intervals that are no short integers.
final class ValueCheck {
  /// What is wrong with a value.
  enum Fault {
    /// Nothing.
    NONE,
    /// Another number of values than the definition says.
    COUNT,
    /// As many values as there are alleles, or genotypes of them, where no alternate is listed and
    /// there are more.
    UNLISTED,
    /// A value that is not of the type.
    TYPE,
    /// A value that the specification rules out.
    VALUE
  }

  private static final int ANY = -1;

  /// -2^31 to -2^31 + 7 are reserved (VCF 4.3, section 1.3).
  private static final long LEAST_INTEGER = Integer.MIN_VALUE + 8L;

  private int alternates;
  private int ploidy;
  private int localAlternates;

  /// How many genotypes [#genotypes] counted last, and of what.
  private int countedAlleles;

  private int countedPloidy;
  private long counted;

  /// What counts depend on; -1 for a ploidy or local alleles that are not known.
  void context(int alternates, int ploidy, int localAlternates) {
    this.alternates = alternates;
    this.ploidy = ploidy;
    this.localAlternates = localAlternates;
  }

  private long expected(FieldNumber number) {
    return switch (number.kind()) {
      case COUNT -> number.count();
      case ALTERNATES -> alternates;
      case ALLELES -> alternates + 1;
      case GENOTYPES -> ploidy < 0 ? ANY : genotypes(alternates + 1);
      case PLOIDY -> ploidy;
      case LOCAL_ALTERNATES -> localAlternates;
      case LOCAL_ALLELES -> localAlternates < 0 ? ANY : localAlternates + 1;
      case LOCAL_GENOTYPES ->
          ploidy < 0 || localAlternates < 0 ? ANY : genotypes(localAlternates + 1);
      case BASE_MODIFICATIONS, ANY -> ANY;
    };
  }

  /// Most records have as many alleles and copies as the one before.
  private long genotypes(int alleles) {
    if (alleles != countedAlleles || ploidy != countedPloidy) {
      countedAlleles = alleles;
      countedPloidy = ploidy;
      counted = FieldNumber.genotypes(alleles, ploidy);
    }
    return counted;
  }

  /// Behind the values of a field where they are plain numbers, of its type and as many as it has,
  /// under no further rule: what most fields are. -1 where they are to be looked at by [#check].
  ///
  /// @param behind what ends a field before `end`
  int plainEnd(FieldDefinition field, byte[] bytes, int start, int end, char behind) {
    boolean isDecimal = field.type() == FieldType.FLOAT;
    if (field.constraint() != Constraint.NONE
        || (!isDecimal && field.type() != FieldType.INTEGER)) {
      return -1;
    }
    int count = 1;
    int to = Ascii.plainNumberEnd(bytes, start, end, isDecimal);
    while (to >= 0 && to < end && bytes[to] == ',') {
      to = Ascii.plainNumberEnd(bytes, to + 1, end, isDecimal);
      count++;
    }
    if (to < 0 || (to < end && bytes[to] != behind)) {
      return -1;
    }
    long expected = expected(field.number());
    return expected == ANY || expected == count ? to : -1;
  }

  /// Checks the comma-separated values of a field; a single `.` is missing whatever the number.
  Fault check(FieldDefinition field, byte[] bytes, int start, int end) {
    if (plainEnd(field, bytes, start, end, ',') == end) {
      return Fault.NONE;
    }
    if (Ascii.isMissing(bytes, start, end)) {
      return Fault.NONE;
    }
    long expected = expected(field.number());
    if (expected == 0 && start == end && field.number().kind() != FieldNumber.Kind.COUNT) {
      return Fault.NONE;
    }
    boolean isFree = field.type() == FieldType.STRING || field.type() == FieldType.FLAG;
    if (isFree && expected == ANY && field.constraint() == Constraint.NONE) {
      return Fault.NONE;
    }
    int count = 0;
    int from = start;
    while (true) {
      int to = Ascii.find(bytes, from, end, ',');
      count++;
      if (!isOfType(field.type(), bytes, from, to)) {
        return Fault.TYPE;
      }
      if (to == end) {
        break;
      }
      from = to + 1;
    }
    if (field.type() == FieldType.STRING && isQuoted(bytes, start, end)) {
      // Not a list by any version, but writers quote texts, and commas in them split nothing.
      count = 1;
    }
    if (expected != ANY && count != expected) {
      return alternates == 0 && count > expected && field.number().isByAllele()
          ? Fault.UNLISTED
          : Fault.COUNT;
    }
    return field.constraint() == Constraint.NONE
        ? Fault.NONE
        : constrained(field.constraint(), bytes, start, end, count);
  }

  private static boolean isQuoted(byte[] bytes, int start, int end) {
    return end - start > 1 && bytes[start] == '"' && bytes[end - 1] == '"';
  }

  private static boolean isOfType(FieldType type, byte[] bytes, int start, int end) {
    if (Ascii.isMissing(bytes, start, end)) {
      return true;
    }
    return switch (type) {
      case INTEGER -> Ascii.integer(bytes, start, end) >= LEAST_INTEGER;
      case FLOAT -> Ascii.isFloat(bytes, start, end);
      case CHARACTER -> isCharacter(bytes, start, end);
      case FLAG, STRING -> true;
    };
  }

  private static boolean isCharacter(byte[] bytes, int start, int end) {
    int length = end - start;
    return length == 1
        || (length == 3 && bytes[start] == '%')
        || (length > 1 && length <= 4 && bytes[start] < 0);
  }

  private static Fault constrained(
      Constraint constraint, byte[] bytes, int start, int end, int count) {
    if (constraint == Constraint.QUADRUPLES) {
      return count % 4 == 0 ? Fault.NONE : Fault.COUNT;
    }
    if (constraint == Constraint.INTERVAL && count % 2 != 0) {
      return Fault.COUNT;
    }
    int from = start;
    for (int i = 0; i < count; i++) {
      int to = Ascii.find(bytes, from, end, ',');
      if (!Ascii.isMissing(bytes, from, to) && !keeps(constraint, bytes, from, to, i)) {
        return Fault.VALUE;
      }
      from = to + 1;
    }
    return Fault.NONE;
  }

  private static boolean keeps(Constraint constraint, byte[] bytes, int start, int end, int i) {
    return switch (constraint) {
      case NON_NEGATIVE -> bytes[start] != '-';
      case FRACTION -> isFraction(bytes, start, end);
      case CIGAR -> isCigar(bytes, start, end);
      case INTERVAL -> {
        double bound = Ascii.decimal(bytes, start, end);
        yield Double.isNaN(bound) || (i % 2 == 0 ? bound <= 0 : bound >= 0);
      }
      case NONE, QUADRUPLES -> true;
    };
  }

  private static boolean isFraction(byte[] bytes, int start, int end) {
    // `0.417` and `0` need no parsing; with an exponent it may be above 1.
    if (bytes[start] == '0' && Ascii.plainNumberEnd(bytes, start, end, true) == end) {
      return end - start == 1 || bytes[start + 1] == '.';
    }
    double value = Ascii.decimal(bytes, start, end);
    return Double.isNaN(value) || (value >= 0 && value <= 1);
  }

  private static boolean isCigar(byte[] bytes, int start, int end) {
    int i = start;
    while (i < end) {
      while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
        i++;
      }
      if (i == end || "MIDNSHPX=".indexOf(bytes[i]) < 0) {
        return false;
      }
      i++;
    }
    return start < end;
  }
}
