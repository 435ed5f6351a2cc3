package org.idiome.genomics.consequence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.consequence.CopyChange.Copy;
import org.idiome.genomics.gene.GeneReader;
import org.idiome.genomics.io.Limits;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.reference.ReferenceSequence;
import org.jspecify.annotations.Nullable;

/// Holds answers of bcftools csq against ours, item by item.
final class PeerComparison {
  private static final String ELONGATION = "feature_elongation";

  private static final Set<String> CODING =
      Set.of(
          "missense_variant",
          "synonymous_variant",
          "frameshift_variant",
          "stop_gained",
          "stop_lost",
          "start_lost",
          "inframe_insertion",
          "inframe_deletion",
          "stop_retained_variant",
          "start_retained_variant",
          "coding_sequence_variant",
          "protein_altering_variant");

  private final List<String> differences = new ArrayList<>();
  private int compared;

  /// A change of a record with the copy on which it stands.
  private record Line(
      String contig, int position, String reference, String alternate, Copy copy, int id) {
    NormalForm form(ReferenceSequence sequence) {
      return NormalForm.of(sequence, position - 1, reference, alternate);
    }
  }

  /// What is told of some records and one transcript.
  private record Said(
      String transcript,
      Set<String> at,
      Set<String> terms,
      int first,
      String residues,
      boolean isBehind) {}

  /// What differs: case, place, transcript, what the peer says, what is said here.
  List<String> differences() {
    return differences;
  }

  /// How many items were compared.
  int compared() {
    return compared;
  }

  /// Compares the answers to all records of a file.
  ///
  /// @param isLocal whether the peer joined nothing
  void compare(String name, Path vcf, Path fasta, Path gff, boolean isLocal, List<String> expected)
      throws IOException {
    var models = GeneReader.read(gff, "gff", Limits.DEFAULT, new Problems());
    var consequences = new Consequences(models, "gff", new Problems());
    var said = new ArrayList<Said>();
    try (var reference = ReferenceFasta.open(fasta, "fa")) {
      var lines = lines(vcf);
      for (var line : lines) {
        var sequence = reference.sequence(line.contig());
        if (sequence != null) {
          for (var one : consequences.of(line.contig(), sequence, line.form(sequence))) {
            said.add(
                new Said(
                    id(one.transcript().id()),
                    Set.of("" + line.position()),
                    new TreeSet<>(one.codes()),
                    one.firstResidue(),
                    one.residues(),
                    false));
          }
        }
      }
      said.addAll(structural(consequences, reference, vcf));
      if (!isLocal) {
        said.addAll(joined(consequences, reference, lines));
      }
    }
    for (var line : expected) {
      compare(name, line, said);
    }
  }

  /// Symbolic alleles: `<INS…>` at its place, `<DEL>` with its END.
  private static List<Said> structural(
      Consequences consequences, ReferenceFasta reference, Path vcf) throws IOException {
    var said = new ArrayList<Said>();
    var engine = new StructuralConsequences(consequences);
    for (var text : Files.readAllLines(vcf)) {
      var cells = text.split("\t", -1);
      var sequence = text.startsWith("#") ? null : reference.sequence(cells[0]);
      if (sequence == null || !cells[4].startsWith("<")) {
        continue;
      }
      int at0 = Integer.parseInt(cells[1]);
      boolean isDeletion = cells[4].equals("<DEL>");
      int end0 = isDeletion ? Integer.parseInt(cells[7].split("[=;]", -1)[1]) : at0;
      var kind = isDeletion ? StructuralChange.Kind.DELETION : StructuralChange.Kind.INSERTION;
      var change =
          new StructuralChange(
              kind,
              cells[0],
              at0,
              end0,
              true,
              true,
              StructuralChange.bases(kind, at0, end0, sequence),
              List.of());
      for (var one : engine.of(change, sequence)) {
        said.add(
            new Said(
                id(one.transcript().id()),
                Set.of(cells[1]),
                new TreeSet<>(one.codes()),
                one.firstResidue(),
                one.residues(),
                false));
      }
    }
    return said;
  }

  private static String id(String versioned) {
    return versioned.replaceAll("\\.[0-9]+$", "");
  }

  private static List<Said> joined(
      Consequences consequences, ReferenceFasta reference, List<Line> lines) {
    var said = new ArrayList<Said>();
    var haplotypes = new Haplotypes(consequences);
    var contigs = lines.stream().map(Line::contig).collect(Collectors.toCollection(TreeSet::new));
    for (var contig : contigs) {
      var own = lines.stream().filter(line -> line.contig().equals(contig)).toList();
      var sequence = reference.sequence(contig);
      if (sequence == null) {
        continue;
      }
      var changes =
          own.stream()
              .map(line -> new CopyChange(line.id(), line.form(sequence), line.copy()))
              .toList();
      for (var transcript : consequences.models().over(contig, 0, sequence.lengthBases())) {
        for (var one : haplotypes.of(transcript, sequence, changes).known()) {
          said.add(
              new Said(
                  id(transcript.id()),
                  one.members().stream()
                      .map(member -> "" + lines.get(member).position())
                      .collect(Collectors.toSet()),
                  one.terms().stream().map(Term::code).collect(Collectors.toSet()),
                  one.firstResidue(),
                  one.residues(),
                  one.notes().contains(Note.BEHIND_STOP)));
        }
      }
    }
    return said;
  }

  private static List<Line> lines(Path vcf) throws IOException {
    var lines = new ArrayList<Line>();
    for (var text : Files.readAllLines(vcf)) {
      if (text.startsWith("#")) {
        continue;
      }
      var cells = text.split("\t", -1);
      var alternates = cells[4].split(",", -1);
      for (int i = 0; i < alternates.length; i++) {
        if (!alternates[i].matches("[ACGTN]+")) {
          continue;
        }
        for (var copy : copies(cells, "" + (i + 1))) {
          lines.add(
              new Line(
                  cells[0],
                  Integer.parseInt(cells[1]),
                  cells[3],
                  alternates[i],
                  copy,
                  lines.size()));
        }
      }
    }
    return lines;
  }

  /// Without samples all stand on one copy; the copies of each sample are sides of their own.
  private static List<Copy> copies(String[] cells, String alternate) {
    var copies = new ArrayList<Copy>();
    if (cells.length < 10) {
      return List.of(new Copy.Side("all", 0));
    }
    for (int sample = 9; sample < cells.length; sample++) {
      var alleles = cells[sample].split(":", -1)[0].split("[|/]", -1);
      for (int side = 0; side < alleles.length; side++) {
        if (alleles[side].equals(alternate)) {
          copies.add(new Copy.Side("sample " + sample, side));
        }
      }
    }
    return copies;
  }

  private void compare(String name, String line, List<Said> said) {
    var cells = line.split("\t", -1);
    if (cells[3].equals(".")) {
      return;
    }
    for (var item : new TreeSet<>(List.of(cells[3].split(",", -1)))) {
      var parts = item.split("\\|", -1);
      if (!item.startsWith("@") && !item.equals(".") && !parts[2].isEmpty()) {
        compared++;
        var other = difference(cells[0], parts, said);
        if (other != null) {
          var theirs = parts[0] + (parts.length > 5 ? " " + cut(parts[5]) : "");
          differences.add(String.join("\t", name, cells[0], parts[2], theirs, other));
        }
      }
    }
  }

  private static String cut(String residues) {
    return residues.length() > 24 ? residues.substring(0, 24) + "…" : residues;
  }

  /// What is said here where it is something else; null where it agrees.
  private static @Nullable String difference(String at, String[] parts, List<Said> said) {
    var words = parts[0].replace("*", "").split("&", -1);
    var wanted = List.of(words).stream().map(PeerComparison::term).collect(Collectors.toSet());
    boolean isLonger = wanted.remove(ELONGATION);
    var members =
        parts.length > 6 ? Set.of(parts[6].replaceAll("[A-Z>]+", "").split("\\+", -1)) : Set.of(at);
    var own =
        said.stream()
            .filter(one -> one.transcript().equals(id(parts[2])) && one.at().equals(members))
            .toList();
    for (var one : own) {
      var coding = new TreeSet<>(one.terms());
      coding.retainAll(CODING);
      var asked = new TreeSet<>(wanted);
      asked.retainAll(CODING);
      boolean areEqual = asked.isEmpty() ? one.terms().containsAll(wanted) : coding.equals(asked);
      // Of what is put in as bases the peer says so too; here its residues are told.
      areEqual &= !isLonger || !one.residues().isEmpty() || one.terms().contains(ELONGATION);
      boolean isBehind = parts[0].startsWith("*");
      if (areEqual
          && isBehind == one.isBehind()
          && (parts.length < 6 || wanted.contains("start_lost") || areAlike(parts[5], one))) {
        return null;
      }
    }
    return own.isEmpty()
        ? "no such answer"
        : own.stream()
            .map(one ->
                String.join("&", one.terms())
                    + (one.residues().isEmpty()
                        ? ""
                        : " " + (one.first() + 1) + cut(one.residues())))
            .distinct()
            .collect(Collectors.joining(" / "));
  }

  private static String term(String word) {
    return switch (word) {
      case "5_prime_utr" -> "5_prime_UTR_variant";
      case "3_prime_utr" -> "3_prime_UTR_variant";
      case "non_coding" -> "non_coding_transcript_exon_variant";
      case "inframe_altering" -> "protein_altering_variant";
      case "NMD_transcript" -> "NMD_transcript_variant";
      case "stop_gained",
          "stop_lost",
          "start_lost",
          "inframe_insertion",
          "inframe_deletion",
          "feature_elongation",
          "feature_truncation" ->
          word;
      default -> word + "_variant";
    };
  }

  /// `157SSHL>157SSHM`, with residues that stay the same at both ends, may end early.
  private static boolean areAlike(String theirs, Said own) {
    var sides = theirs.replaceAll("\\.\\.[0-9]*", "").split(">", -1);
    if (sides.length == 1) {
      return own.residues().isEmpty();
    }
    int first = Integer.parseInt(sides[0].replaceAll("[^0-9].*", ""));
    var from = sides[0].replaceAll("^[0-9]+", "");
    var to = sides[1].replaceAll("^[0-9]+", "");
    int same = Protein.commonStart(from, to);
    if (own.residues().isEmpty()) {
      return from.equals(to);
    }
    var ours = own.residues().split(">", -1);
    var changed = to.substring(same);
    return first + same == own.first() + 1
        && (ours[1].startsWith(changed) || changed.startsWith(ours[1]));
  }
}
