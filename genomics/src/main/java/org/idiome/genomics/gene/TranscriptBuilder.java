package org.idiome.genomics.gene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.core.problem.Reach;
import org.idiome.genomics.gene.Node.Part;
import org.jspecify.annotations.Nullable;

/// Makes transcripts of what a file said, or names what keeps them from being made.
final class TranscriptBuilder {
  private static final int CODON = 3;

  /// The longest gap between exons by which a difference of length is shown (RefSeq's README of
  /// historical annotation: "short 1-2 bp microintrons to represent indels").
  private static final int STEP_BASES = 2;

  /// So deep may genes, transcripts and what they are made into be nested.
  private static final int DEEPEST = 8;

  /// Transcripts of RefSeq, also where a file (UCSC) says nothing of how they differ.
  private static final Pattern REFSEQ = Pattern.compile("[NX][MR]_[0-9]+(\\.[0-9]+)?");

  private static final Pattern VERSIONED = Pattern.compile(".*\\.[0-9]+");
  private static final List<String> PREFIXES =
      List.of("transcript:", "gene:", "rna-", "gene-", "id-", "cds-");

  private final String file;
  private final Map<String, Node> nodes;
  private final Alignments alignments;
  private final Map<String, Integer> lengths;
  private final Problems problems;
  private final Set<String> parents = new HashSet<>();

  TranscriptBuilder(
      String file,
      Map<String, Node> nodes,
      Alignments alignments,
      Map<String, Integer> lengths,
      Problems problems) {
    this.file = file;
    this.nodes = nodes;
    this.alignments = alignments;
    this.lengths = lengths;
    this.problems = problems;
  }

  List<Transcript> transcripts() {
    for (var node : nodes.values()) {
      if (node.parent != null) {
        parents.add(node.parent);
      }
    }
    var made = new ArrayList<Transcript>();
    for (var node : nodes.values()) {
      if (isTranscript(node)) {
        var transcript = transcript(node);
        if (transcript != null) {
          made.add(transcript);
        }
      }
    }
    return made;
  }

  private boolean isTranscript(Node node) {
    if (node.hasParts()) {
      return true;
    }
    var parent = node.parent == null ? null : nodes.get(node.parent);
    return node.own != null
        && parent != null
        && parent.own != null
        && parent.own.type().endsWith("gene")
        && !parents.contains(node.key);
  }

  private @Nullable Transcript transcript(Node node) {
    var feature = node.feature();
    if (node.own == null && node.parent == null) {
      problem(ProblemCode.GENES_PARENT_MISSING, Reach.RECORD, feature, "id", node.key);
      return null;
    }
    char strand = feature.strand();
    if (node.isScattered || (strand != '+' && strand != '-')) {
      return broken(node, "strand");
    }
    var exons = exons(node);
    for (int i = 0; i < exons[0].length; i++) {
      if (exons[0][i] < (i == 0 ? 0 : exons[1][i - 1])) {
        return broken(node, "exons");
      }
    }
    settleDifference(node, exons);
    if (node.difference != Difference.NONE || REFSEQ.matcher(id(node)).matches()) {
      exons = withoutSteps(node, exons);
    }
    var length = lengths.get(feature.contig());
    if (length != null && exons[1][exons[1].length - 1] > length) {
      problem(
          ProblemCode.GENES_OFF_CONTIG,
          Reach.RECORD,
          feature,
          "id",
          id(node),
          "contig",
          feature.contig());
      return null;
    }
    return transcript(node, exons, strand == '+');
  }

  private void settleDifference(Node node, int[][] exons) {
    var aligned =
        alignments.of(
            id(node), node.feature().contig(), exons[0][0], exons[1][exons[1].length - 1]);
    node.difference = Difference.worst(node.difference, aligned);
  }

  /// The exons without gaps of one or two bases, by which RefSeq shows that a transcript has more
  /// or fewer bases than the reference: they are no introns.
  private static int[][] withoutSteps(Node node, int[][] exons) {
    int[] starts = new int[exons[0].length];
    int[] ends = new int[exons[0].length];
    int count = 0;
    for (int i = 0; i < exons[0].length; i++) {
      if (count > 0 && exons[0][i] - ends[count - 1] <= STEP_BASES) {
        ends[count - 1] = exons[1][i];
        node.difference = Difference.LENGTH;
      } else {
        starts[count] = exons[0][i];
        ends[count++] = exons[1][i];
      }
    }
    return new int[][] {Arrays.copyOf(starts, count), Arrays.copyOf(ends, count)};
  }

  private @Nullable Transcript transcript(Node node, int[][] exons, boolean isForward) {
    var feature = node.feature();
    var names = new Transcript.Names(id(node), gene(node), biotype(node), feature.contig());
    var bare = new Transcript(names, isForward, exons, null, node.tags, node.difference);
    if (node.codings.isEmpty()) {
      return bare;
    }
    var pieces = pieces(node, bare);
    if (pieces == null) {
      return broken(node, "cds");
    }
    if (!areInOrder(node, pieces)) {
      return null;
    }
    if (pieces[0].length == 1 && !arePhasesRight(node, isForward)) {
      return broken(node, "phase");
    }
    return new Transcript(
        names, isForward, exons, coding(node, bare, pieces), node.tags, node.difference);
  }

  private @Nullable Transcript broken(Node node, String what) {
    problem(
        ProblemCode.GENES_TRANSCRIPT_NOT_WHOLE,
        Reach.RECORD,
        node.feature(),
        "id",
        id(node),
        "what",
        what);
    return null;
  }

  private void problem(ProblemCode code, Reach reach, Feature feature, String... values) {
    problems.add(Problem.of(code, reach, Place.line(file, feature.line()), values));
  }

  /// Its exons; without any, what is coded, as in files of bacteria and viruses, or all of it.
  private int[][] exons(Node node) {
    if (!node.exons.isEmpty()) {
      return sorted(node.exons, false);
    }
    var all = new ArrayList<Part>(node.codings);
    all.addAll(node.stops);
    if (!all.isEmpty()) {
      return sorted(all, true);
    }
    var own = node.feature();
    problem(ProblemCode.GENES_EXONS_ASSUMED, Reach.WARNING, own, "id", id(node));
    return new int[][] {{own.start0()}, {own.end0()}};
  }

  /// Starts and ends by place; those that touch or overlap are joined where that is asked for.
  private static int[][] sorted(List<Part> parts, boolean isJoined) {
    var sorted = new ArrayList<>(parts);
    sorted.sort((one, other) -> Integer.compare(one.start0(), other.start0()));
    int[] starts = new int[sorted.size()];
    int[] ends = new int[sorted.size()];
    int count = 0;
    for (var part : sorted) {
      if (isJoined && count > 0 && part.start0() <= ends[count - 1]) {
        ends[count - 1] = Math.max(ends[count - 1], part.end0());
      } else {
        starts[count] = part.start0();
        ends[count++] = part.end0();
      }
    }
    return new int[][] {Arrays.copyOf(starts, count), Arrays.copyOf(ends, count)};
  }

  /// What is translated, in the transcript and in its direction; pieces that follow each other are
  /// one. Null where a piece is not in an exon.
  private static int @Nullable [][] pieces(Node node, Transcript bare) {
    var all = new ArrayList<Part>();
    for (var part : node.codings) {
      add(all, part, bare);
    }
    for (var part : node.stops) {
      add(all, part, bare);
    }
    if (all.size() < node.codings.size() + node.stops.size()) {
      return null;
    }
    all.sort((one, other) -> Integer.compare(one.start0(), other.start0()));
    int[] starts = new int[all.size()];
    int[] ends = new int[all.size()];
    int most = node.difference == Difference.LENGTH ? STEP_BASES : 0;
    int count = 0;
    for (var part : all) {
      int step = count == 0 ? -1 : part.start0() - ends[count - 1];
      if (step == 0 || (step > 0 && step <= most)) {
        ends[count - 1] = part.end0();
      } else if (count == 0 || part.end0() > ends[count - 1]) {
        starts[count] = part.start0();
        ends[count++] = part.end0();
      }
    }
    return new int[][] {Arrays.copyOf(starts, count), Arrays.copyOf(ends, count)};
  }

  private static void add(List<Part> all, Part part, Transcript bare) {
    int first = bare.inTranscript(part.start0());
    int last = bare.inTranscript(part.end0() - 1);
    if (first >= 0 && last >= 0 && Math.abs(last - first) == part.end0() - part.start0() - 1) {
      all.add(new Part(Math.min(first, last), Math.max(first, last) + 1, part.phase()));
    }
  }

  /// Whether one piece follows the other but for a step of the ribosome.
  private boolean areInOrder(Node node, int[][] pieces) {
    for (int i = 1; i < pieces[0].length; i++) {
      int step = pieces[0][i] - pieces[1][i - 1];
      if (node.hasSlip) {
        continue;
      }
      boolean isSmall = Math.abs(step) <= 2;
      problem(
          ProblemCode.GENES_CDS_OVERLAPS,
          isSmall ? Reach.WARNING : Reach.RECORD,
          node.feature(),
          "id",
          id(node),
          "bases",
          Integer.toString(-step));
      if (!isSmall) {
        return false;
      }
    }
    return true;
  }

  /// Whether each piece begins in the codon that the pieces before it leave open. Where the
  /// ribosome slips, or the sequence differs from the reference, lengths do not say it.
  private static boolean arePhasesRight(Node node, boolean isForward) {
    if (node.difference != Difference.NONE) {
      return true;
    }
    var parts = new ArrayList<>(node.codings);
    parts.sort((one, other) ->
        isForward
            ? Integer.compare(one.start0(), other.start0())
            : Integer.compare(other.end0(), one.end0()));
    int skip = Math.max(0, parts.getFirst().phase());
    int bases = 0;
    for (var part : parts) {
      if (part.phase() >= 0 && part.phase() != Math.floorMod(skip - bases, CODON)) {
        return false;
      }
      bases += part.end0() - part.start0();
    }
    return true;
  }

  private static CodingRegion coding(Node node, Transcript bare, int[][] pieces) {
    var first = node.codings.getFirst();
    for (var part : node.codings) {
      boolean isBefore =
          bare.isForward() ? part.start0() < first.start0() : part.end0() > first.end0();
      first = isBefore ? part : first;
    }
    int skip = Math.max(0, first.phase());
    boolean isStartCut = bare.isForward() ? node.isCutLow : node.isCutHigh;
    boolean isEndCut = bare.isForward() ? node.isCutHigh : node.isCutLow;
    int[] selenocysteines =
        node.selenocysteines.stream()
            .mapToInt(part -> bare.inTranscript(bare.isForward() ? part.start0() : part.end0() - 1))
            .sorted()
            .toArray();
    return new CodingRegion(
        pieces,
        skip,
        skip == 0 && !isStartCut && !node.tags.contains(TranscriptTag.START_NOT_FOUND),
        !isEndCut && !node.tags.contains(TranscriptTag.END_NOT_FOUND),
        selenocysteines,
        node.protein);
  }

  private static String bare(String id) {
    for (var prefix : PREFIXES) {
      if (id.startsWith(prefix)) {
        return id.substring(prefix.length());
      }
    }
    return id;
  }

  private static String id(Node node) {
    var feature = node.feature();
    var stated = feature.get("transcript_id");
    var id = stated == null ? bare(node.key) : stated;
    var version = feature.first("transcript_version", "version");
    return version == null || VERSIONED.matcher(id).matches() ? id : id + "." + version;
  }

  private Gene gene(Node node) {
    var top = node;
    for (int depth = 0; top.parent != null && depth < DEEPEST; depth++) {
      var above = nodes.get(top.parent);
      if (above == null) {
        problem(ProblemCode.GENES_PARENT_MISSING, Reach.WARNING, node.feature(), "id", top.parent);
        return new Gene(bare(top.parent), bare(top.parent));
      }
      top = above;
    }
    var id = bare(top.key);
    var own = top.own;
    var name = own == null ? null : own.first("gene_name", "Name", "gene");
    name = name == null ? node.feature().first("gene_name", "gene") : name;
    return new Gene(id, name == null ? id : bare(name));
  }

  private String biotype(Node node) {
    var feature = node.feature();
    var stated =
        feature.first(
            "transcript_biotype", "transcript_type", "biotype", "gene_biotype", "gene_type");
    if (stated != null) {
      return stated;
    }
    var own = node.own;
    if (own != null && own.type().equals("mRNA")) {
      return "protein_coding";
    }
    return own == null ? "" : own.type();
  }
}
