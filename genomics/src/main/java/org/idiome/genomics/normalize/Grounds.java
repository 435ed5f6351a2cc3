package org.idiome.genomics.normalize;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.calls.FileContigs;
import org.idiome.genomics.contig.Contigs;
import org.idiome.genomics.contig.KnownContig;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.reference.ReferenceSequence;
import org.idiome.genomics.vcf.VcfReader;
import org.jspecify.annotations.Nullable;

/// The contigs of a variant file, each with its sequence and accession as far as they are known.
///
/// A contig of the reference whose name and length are those of a build is the sequence of that
/// build; any other is what its bases say, and its accession is computed of them. Without a
/// reference the build of the file decides.
final class Grounds {
  private final VcfReader reader;
  private final @Nullable ReferenceFasta fasta;
  private final FileContigs contigs;
  private final List<Ground> known = new ArrayList<>();

  Grounds(VcfReader reader, @Nullable ReferenceFasta fasta, FileContigs contigs, String fastaName) {
    this.reader = reader;
    this.fasta = fasta;
    this.contigs = contigs;
    if (fasta != null) {
      requireOneBuild(fasta, fastaName);
    }
  }

  /// A header and a reference that are surely of two builds are not read together.
  private void requireOneBuild(ReferenceFasta fasta, String fastaName) {
    for (var line : reader.header().contigs()) {
      var sequence = fasta.sequence(line.id());
      var stated = line.lengthBases();
      if (sequence == null || stated == null || stated == sequence.lengthBases()) {
        continue;
      }
      var one = ofLength(line.id(), stated);
      var other = ofLength(line.id(), sequence.lengthBases());
      if (one != null && other != null && one.build() != other.build()) {
        throw new BadInputException(
            Problem.of(
                ProblemCode.REFERENCE_OTHER_BUILD,
                Place.file(fastaName),
                "contig",
                line.id(),
                "found",
                other.build().code(),
                "wanted",
                one.build().code()));
      }
    }
  }

  private static @Nullable KnownContig ofLength(String name, int length) {
    return Contigs.named(name).stream()
        .filter(contig -> contig.lengthBases() == length)
        .findFirst()
        .orElse(null);
  }

  /// Whether bases are asked for at all.
  boolean hasReference() {
    return fasta != null;
  }

  /// What is known of a contig of a record.
  Ground of(int contig, long line) {
    while (known.size() <= contig) {
      known.add(learn(known.size(), line));
    }
    return known.get(contig);
  }

  private Ground learn(int number, long line) {
    var name = reader.contigName(number);
    contigs.contig(number, line);
    var sequence = fasta == null ? null : fasta.sequence(name);
    if (sequence != null) {
      return ofBases(name, sequence);
    }
    var build = contigs.detector().answer().build();
    var known =
        build == GenomeBuild.UNKNOWN || fasta != null
            ? null
            : Contigs.of(build, contigs.settled(number, build));
    return known == null
        ? new Ground(name, null, Integer.MAX_VALUE, Integer.MAX_VALUE, null, null)
        : new Ground(
            name, null, known.lengthBases(), known.lengthBases(), known.refget(), known.refseq());
  }

  /// The length that the header gives a contig, else that which is known.
  private int stated(String name, int known) {
    for (var line : reader.header().contigs()) {
      if (line.id().equals(name) && line.lengthBases() != null) {
        return line.lengthBases();
      }
    }
    return known;
  }

  private Ground ofBases(String name, ReferenceSequence sequence) {
    var known = ofLength(name, sequence.lengthBases());
    return new Ground(
        name,
        sequence,
        sequence.lengthBases(),
        stated(name, sequence.lengthBases()),
        known == null ? null : known.refget(),
        known == null ? null : known.refseq());
  }
}
