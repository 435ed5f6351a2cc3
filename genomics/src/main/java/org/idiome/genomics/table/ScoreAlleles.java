package org.idiome.genomics.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.idiome.genomics.calls.FileContigs;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.normal.NormalForm.VcfForm;
import org.idiome.genomics.normalize.ReferenceTally;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.reference.ReferenceSequence;
import org.idiome.genomics.vcf.Bases;
import org.jspecify.annotations.Nullable;

/// Alleles of a table of scores against the reference. For one thread.
final class ScoreAlleles {
  static final int NONE = -1;

  private static final Pattern NAME =
      Pattern.compile("[!-~&&[^*=\\\\,\"'`()\\[\\]{}<>]][!-~&&[^\\\\,\"'`()\\[\\]{}<>]]*");

  private final ReferenceFasta reference;
  private final ReferenceTally tally;
  private final ContigNumbers numbers = new ContigNumbers();
  private final Map<String, Integer> known = new HashMap<>();
  private final List<@Nullable ReferenceSequence> sequences = new ArrayList<>();
  private String last = "";
  private int ofLast = NONE;

  ScoreAlleles(ReferenceFasta reference, ReferenceTally tally) {
    this.reference = reference;
    this.tally = tally;
  }

  /// Whether a text has bases, and nothing else.
  static boolean areBases(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("ACGTN".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /// The number of a contig, by any of its names; [#NONE] where it is no name.
  int contig(String name) {
    if (!name.equals(last)) {
      last = name;
      ofLast = known.computeIfAbsent(name, this::learned);
    }
    return ofLast;
  }

  private int learned(String name) {
    if (!isName(name)) {
      return NONE;
    }
    var sequence = reference.sequence(name);
    var contig = FileContigs.ofLength(name, sequence == null ? null : sequence.lengthBases());
    int number = numbers.of(contig.name());
    if (number == sequences.size()) {
      sequences.add(sequence);
    }
    return number;
  }

  /// The rule of SAM, section 1.2.1, as for variant files.
  private static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /// The name of the assembly.
  String contigName(int number) {
    return numbers.name(number);
  }

  /// Whether the reference has these bases there; what it has not is counted.
  boolean isFit(int contig, int position1, String bases) {
    tally.seen();
    var sequence = sequences.get(contig);
    if (sequence == null) {
      tally.lacks(contigName(contig));
      return false;
    }
    tally.compared();
    int start0 = position1 - 1;
    if (start0 > sequence.lengthBases() - bases.length()) {
      tally.differs(contigName(contig), position1);
      return false;
    }
    for (int i = 0; i < bases.length(); i++) {
      byte there = sequence.base(start0 + i);
      if (there != 'N' && Bases.base(there) != bases.charAt(i)) {
        tally.differs(contigName(contig), position1);
        return false;
      }
    }
    return true;
  }

  /// The normal form of an allele that fits and changes something.
  VcfForm normal(int contig, int position1, String from, String to) {
    var sequence = sequences.get(contig);
    if (sequence == null) {
      throw new IllegalStateException("no reference");
    }
    return NormalForm.of(sequence, position1 - 1, from, to).leftAligned(sequence);
  }
}
