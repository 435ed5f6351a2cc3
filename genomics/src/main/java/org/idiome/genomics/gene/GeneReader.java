package org.idiome.genomics.gene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.contig.BuildDetector;
import org.idiome.genomics.gene.Node.PartKind;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.io.LineReader;
import org.jspecify.annotations.Nullable;

/// Reads a file of gene models, GFF3 or GTF, plain or compressed; which it is its content tells.
///
/// In GFF3 a part names its parent by ID; in GTF every line names its gene and its transcript, and
/// the stop codon stands beside the coding sequence, not in it. For one thread.
public final class GeneReader {
  private static final String STOP_CODON = "stop_codon";

  /// Features that are a part of a transcript and are not needed: what they say follows from the
  /// others.
  private static final Set<String> NOT_NEEDED =
      Set.of(
          "five_prime_UTR",
          "three_prime_UTR",
          "five_prime_utr",
          "three_prime_utr",
          "UTR",
          "5UTR",
          "3UTR",
          "start_codon",
          "intron",
          "region",
          "match");

  private final String file;
  private final Problems problems;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Alignments alignments = new Alignments();
  private final Map<String, Integer> lengths = new LinkedHashMap<>();
  private final BuildDetector detector = new BuildDetector();
  private @Nullable Boolean isGtf;
  private long features;
  private String lastContig = "";

  /// Whether sequences follow, which GFF3 allows behind the features.
  private boolean areSequences;

  private GeneReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /// Reads a file, or opens one that was compiled ([GeneIndex]).
  ///
  /// @param name how problems call it
  /// @param problems takes what could not be used, each with its line
  /// @throws BadInputException where it is no such file, was cut, or holds no transcript
  public static GeneModels read(Path path, String name, Limits limits, Problems problems)
      throws IOException {
    if (GeneIndex.isOne(path)) {
      return GeneIndex.open(path, name, problems);
    }
    try (var input = Input.open(path, name, limits)) {
      var models = read(input, limits, problems);
      return models.from(name, input.finish().hex());
    }
  }

  /// Reads an input.
  ///
  /// @throws BadInputException where it is no such file, was cut, or holds no transcript
  public static GeneModels read(Input input, Limits limits, Problems problems) throws IOException {
    var reader = new GeneReader(input.name(), problems);
    var lines = new LineReader(input, limits);
    while (lines.next()) {
      reader.line(lines);
    }
    return reader.models();
  }

  private void line(LineReader lines) {
    if (lines.start() == lines.end()) {
      return;
    }
    var text = lines.text();
    areSequences |= text.startsWith("##FASTA");
    if (areSequences) {
      return;
    }
    if (text.charAt(0) == '#') {
      directive(text, lines.number());
      return;
    }
    if (isGtf == null) {
      isGtf = isGtf(text);
    }
    var feature = Feature.of(lines.number(), text, isGtf);
    if (feature == null) {
      fault(text, lines);
      return;
    }
    features++;
    if (!feature.contig().equals(lastContig)) {
      lastContig = feature.contig();
      detector.name(lastContig, lines.number());
    }
    if (isGtf) {
      takeGtf(feature);
    } else {
      takeGff(feature);
    }
  }

  private static boolean isGtf(String text) {
    var attributes = text.substring(text.lastIndexOf('\t') + 1);
    return attributes.startsWith("gene_id ")
        || attributes.contains("; gene_id ")
        || attributes.contains("transcript_id \"");
  }

  private void fault(String text, LineReader lines) {
    if (!lines.isEnded() && features > 0) {
      throw new BadInputException(
          Problem.of(ProblemCode.GENES_FILE_CUT, Place.line(file, lines.number())));
    }
    int columns = text.split("\t", -1).length;
    var fault =
        Problem.of(
            ProblemCode.GENES_LINE_NOT_READ,
            Place.line(file, lines.number()),
            "columns",
            Integer.toString(columns));
    if (features == 0) {
      throw new BadInputException(
          Problem.of(ProblemCode.GENES_NOT_RECOGNISED, Place.line(file, lines.number())));
    }
    problems.add(fault);
  }

  /// `#!genome-build GRCh38.p14`, `##sequence-region 1 1 248956422`.
  private void directive(String text, long line) {
    var words = text.split("\\s+", -1);
    if (words.length < 2) {
      return;
    }
    if (words[0].equals("#!genome-build") || words[0].equals("#!genome-version")) {
      detector.declared(words[1], line);
    } else if (words[0].equals("##sequence-region") && words.length == 4) {
      try {
        int length = Integer.parseInt(words[3]);
        lengths.put(words[1], length);
        detector.contig(words[1], words[2].equals("1") ? length : null, null, line);
      } catch (NumberFormatException e) {
        problems.add(
            Problem.of(ProblemCode.GENES_LINE_NOT_READ, Place.line(file, line), "columns", "4"));
      }
    }
  }

  private Node node(String key) {
    return nodes.computeIfAbsent(key, Node::new);
  }

  private static @Nullable PartKind kind(String type) {
    return switch (type) {
      case "exon" -> PartKind.EXON;
      case "CDS" -> PartKind.CODING;
      case STOP_CODON -> PartKind.STOP;
      case "Selenocysteine", "selenocysteine", "stop_codon_redefined_as_selenocysteine" ->
          PartKind.SELENOCYSTEINE;
      default -> null;
    };
  }

  private void takeGff(Feature feature) {
    if (NOT_NEEDED.contains(feature.type())) {
      return;
    }
    if (feature.type().equals("cDNA_match")) {
      alignments.add(feature);
      return;
    }
    var kind = kind(feature.type());
    if (kind != null) {
      for (var parent : feature.all("Parent")) {
        if (kind != PartKind.STOP) {
          node(parent).add(feature, kind);
        }
      }
      return;
    }
    var id = feature.get("ID");
    if (id != null && feature.start0() >= 0) {
      var node = node(id);
      node.describe(feature);
      node.parent = feature.get("Parent");
    }
  }

  private void takeGtf(Feature feature) {
    var gene = feature.get("gene_id");
    var transcript = feature.get("transcript_id");
    if (gene != null && feature.type().equals("gene")) {
      node("gene:" + gene).describe(feature);
      return;
    }
    if (gene == null || transcript == null || transcript.isEmpty()) {
      return;
    }
    var node = node("transcript:" + transcript);
    node.parent = "gene:" + gene;
    node("gene:" + gene);
    var kind = kind(feature.type());
    if (kind != null) {
      node.add(feature, kind);
    } else if (feature.type().equals("transcript") || feature.type().equals("mRNA")) {
      node.describe(feature);
    }
  }

  private GeneModels models() {
    if (features == 0) {
      throw new BadInputException(Problem.of(ProblemCode.GENES_NOT_RECOGNISED, Place.file(file)));
    }
    var build = new TranscriptBuilder(file, nodes, alignments, lengths, problems);
    var transcripts = build.transcripts();
    if (transcripts.isEmpty()) {
      throw new BadInputException(Problem.of(ProblemCode.GENES_NO_TRANSCRIPT, Place.file(file)));
    }
    return new GeneModels(transcripts, detector.answer().build());
  }
}
