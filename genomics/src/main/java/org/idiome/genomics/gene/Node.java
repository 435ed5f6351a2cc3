package org.idiome.genomics.gene;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A gene or a transcript while its file is read, with the parts that name it as their parent.
final class Node {
  private static final Set<String> SLIPS =
      Set.of("ribosomal slippage", "ribosomal_slippage", "translational frameshift");

  /// What `transl_except` may say without a protein that differs from what is read: a stop that is
  /// completed behind the transcript, the first residue, and a stop that is read through, which
  /// stands in the reference and is seen there.
  private static final Set<String> AS_READ = Set.of("TERM", "Met", "OTHER");

  /// A piece of a transcript.
  record Part(int start0, int end0, int phase) {}

  final String key;
  @Nullable Feature own;
  @Nullable String parent;
  final List<Part> exons = new ArrayList<>();
  final List<Part> codings = new ArrayList<>();
  final List<Part> stops = new ArrayList<>();
  final List<Part> selenocysteines = new ArrayList<>();
  final Set<TranscriptTag> tags = EnumSet.noneOf(TranscriptTag.class);
  @Nullable String protein;
  @Nullable Feature firstPart;
  boolean isScattered;
  boolean hasSlip;
  Difference difference = Difference.NONE;

  /// Whether the coding sequence goes on before its lowest or behind its highest base.
  boolean isCutLow;

  boolean isCutHigh;
  private String lastPosition = "";

  Node(String key) {
    this.key = key;
  }

  boolean hasParts() {
    return firstPart != null;
  }

  /// The line that says where it is: its own, else that of its first part.
  Feature feature() {
    var described = own == null ? firstPart : own;
    if (described == null) {
      throw new IllegalStateException(key);
    }
    return described;
  }

  void describe(Feature feature) {
    own = feature;
    take(feature);
  }

  private void take(Feature feature) {
    for (var tag : feature.all("tag")) {
      var known = TranscriptTag.of(tag);
      if (known != null) {
        tags.add(known);
      }
    }
    for (var exception : feature.all("exception")) {
      hasSlip |= SLIPS.contains(exception.strip());
    }
    difference = Difference.worst(difference, Difference.of(feature));
  }

  void add(Feature feature, PartKind kind) {
    var first = firstPart;
    if (first == null) {
      firstPart = feature;
    } else {
      isScattered |= first.strand() != feature.strand() || !first.contig().equals(feature.contig());
    }
    take(feature);
    var part = new Part(feature.start0(), feature.end0(), feature.phase());
    switch (kind) {
      case EXON -> exons.add(part);
      case CODING -> {
        codings.add(part);
        protein = protein == null ? ProteinId.of(feature) : protein;
        isCutLow |= feature.get("start_range") != null;
        isCutHigh |= feature.get("end_range") != null;
        feature.all("transl_except").forEach(this::exception);
      }
      case STOP -> stops.add(part);
      case SELENOCYSTEINE -> selenocysteines.add(part);
    }
  }

  /// What a part is to a transcript.
  enum PartKind {
    EXON,
    CODING,
    STOP,
    SELENOCYSTEINE
  }

  /// `(pos:1234..1236,aa:Sec)`, taken apart at its comma; on the other strand `complement(…)`.
  private void exception(String half) {
    int colon = half.indexOf("pos:");
    if (colon >= 0) {
      lastPosition = half.substring(colon + 4).replace("complement(", "").replace(")", "");
      return;
    }
    int residue = half.indexOf("aa:");
    if (half.contains("aa:Sec")) {
      var ends = lastPosition.split("\\.\\.", -1);
      if (ends.length == 2 && isNumber(ends[0]) && isNumber(ends[1])) {
        selenocysteines.add(new Part(Integer.parseInt(ends[0]) - 1, Integer.parseInt(ends[1]), -1));
      }
    } else if (residue >= 0 && !AS_READ.contains(half.substring(residue + 3).replace(")", ""))) {
      difference = Difference.worst(difference, Difference.TRANSLATION);
    }
  }

  private static boolean isNumber(String text) {
    return text.length() < 10 && !text.isEmpty() && text.chars().allMatch(Character::isDigit);
  }
}
