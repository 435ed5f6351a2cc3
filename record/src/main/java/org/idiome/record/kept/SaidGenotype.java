package org.idiome.record.kept;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.idiome.genomics.callability.CallRules;
import org.idiome.store.dense.DenseDifference;
import org.jspecify.annotations.Nullable;

/// The alleles that the records of one file give a person at one place.
///
/// Weighed as by `CallJudge`: a failed filter, too little quality or depth, and a genotype of which
/// a part is missing, are no statement.
///
/// @param ploidy copies
/// @param dosages of the alleles that are not the reference, by their bases
record SaidGenotype(int ploidy, Map<String, Integer> dosages) {
  private static final String PASS = "PASS";
  private static final List<String> QUALITIES = List.of("GQ", "RGQ", "GQX");
  private static final List<String> DEPTHS = List.of("MIN_DP", "DP");

  /// What the records of one place and of the same bases say together; null where one of them says
  /// nothing that can be used, or something else than bases.
  static @Nullable SaidGenotype of(List<DenseDifference.Row> records) {
    int ploidy = 0;
    var dosages = new TreeMap<String, Integer>();
    for (var record : records) {
      var alleles = isUsable(record) ? alleles(record) : null;
      if (alleles == null) {
        return null;
      }
      ploidy = Math.max(ploidy, alleles.size());
      for (var allele : alleles) {
        if (!allele.equals(record.reference())) {
          dosages.merge(allele, 1, Integer::sum);
        }
      }
    }
    return new SaidGenotype(ploidy, dosages);
  }

  /// Whether a variant is among them.
  boolean isVariant() {
    return !dosages.isEmpty();
  }

  /// Whether both can be so: one copy that is written as one is not other than two that are alike.
  boolean fits(SaidGenotype other) {
    if (!dosages.keySet().equals(other.dosages.keySet())) {
      return false;
    }
    for (var dosage : dosages.entrySet()) {
      int theirs = other.dosages.getOrDefault(dosage.getKey(), 0);
      if (dosage.getValue() * other.ploidy != theirs * ploidy) {
        return false;
      }
    }
    return true;
  }

  /// The alleles of a record as its genotype names them; null where one is missing or is no
  /// sequence of bases.
  static @Nullable List<String> alleles(DenseDifference.Row record) {
    var alternates = record.alternates().split(",", -1);
    var alleles = new ArrayList<String>();
    for (var number : record.genotype().split("/", -1)) {
      if (number.isEmpty() || number.length() > 3 || !number.chars().allMatch(Character::isDigit)) {
        return null;
      }
      int allele = Integer.parseInt(number);
      if (allele > alternates.length) {
        return null;
      }
      var bases = allele == 0 ? record.reference() : alternates[allele - 1];
      if (bases.isEmpty() || !bases.chars().allMatch(Character::isLetter)) {
        return null;
      }
      alleles.add(bases);
    }
    return alleles;
  }

  static boolean isUsable(DenseDifference.Row record) {
    var filter = record.filter();
    if (filter != null && !filter.equals(PASS)) {
      return false;
    }
    var format = Arrays.asList(record.format().split(":", -1));
    var values = record.values().split(":", -1);
    var own = value(format, values, "FT");
    if (own != null && !own.equals(PASS)) {
      return false;
    }
    boolean isReference = record.genotype().chars().allMatch(one -> one == '0' || one == '/');
    return enough(format, values, QUALITIES, CallRules.DEFAULT.genotypeQuality(), true, isReference)
        && enough(format, values, DEPTHS, CallRules.DEFAULT.depthReads(), false, isReference);
  }

  /// @param isEach whether all of the keys must be enough, or the first that has a value
  /// @param isNeeded whether one that is named must have a value
  private static boolean enough(
      List<String> format,
      String[] values,
      List<String> keys,
      double least,
      boolean isEach,
      boolean isNeeded) {
    boolean isNamed = false;
    for (var key : keys) {
      isNamed |= format.contains(key);
      var text = value(format, values, key);
      if (text == null) {
        continue;
      }
      double number = number(text);
      if (!(number >= least)) {
        return false;
      }
      if (!isEach) {
        return true;
      }
      isNamed = false;
    }
    return !(isNamed && isNeeded);
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }

  private static @Nullable String value(List<String> format, String[] values, String key) {
    int place = format.indexOf(key);
    return place < 0 || place >= values.length || values[place].equals(".") ? null : values[place];
  }
}
