package org.idiome.genomics.calls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.contig.BuildAnswer;
import org.idiome.genomics.contig.BuildDetector;
import org.idiome.genomics.contig.Contigs;
import org.idiome.genomics.vcf.VcfHeader;
import org.idiome.genomics.vcf.VcfReader;
import org.jspecify.annotations.Nullable;

/// The contigs of a file under the names of the assembly, and the evidence of its build.
public final class FileContigs {
  /// Names that UCSC hg19 gave to another mitochondrion.
  private static final Set<String> DOUBTFUL = Set.of("chrM", "M");

  private static final Contig MITOCHONDRION = new Contig("MT");

  private final VcfReader reader;
  private final BuildDetector detector = new BuildDetector();
  private final Map<String, Integer> lengths = new HashMap<>();
  private final List<Contig> contigs = new ArrayList<>();
  private boolean hasOtherMitochondrion;

  /// Takes what the header says.
  public FileContigs(VcfReader reader, VcfHeader header) {
    this.reader = reader;
    for (var contig : header.contigs()) {
      detector.contig(contig.id(), contig.lengthBases(), contig.digest(), contig.line());
      if (contig.lengthBases() != null) {
        lengths.put(contig.id(), contig.lengthBases());
      }
      if (contig.assembly() != null) {
        detector.declared(contig.assembly(), contig.line());
      }
    }
    header.references().forEach(detector::declared);
  }

  /// What was said of the build so far.
  public BuildDetector detector() {
    return detector;
  }

  /// Refuses a file of which two pieces of evidence speak for two builds.
  ///
  /// @param file how problems call it
  /// @throws BadInputException where they do
  public void requireOneBuild(String file) {
    if (detector.answer() instanceof BuildAnswer.Contradiction(var one, var other)) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.VCF_BUILD_CONTRADICTION,
              Place.file(file),
              "one",
              one.text() + " (" + one.build().code() + ")",
              "other",
              other.text() + " (" + other.build().code() + ")"));
    }
  }

  /// The contig of a record's number.
  public Contig contig(int number, long line) {
    while (contigs.size() <= number) {
      var name = reader.contigName(contigs.size());
      detector.name(name, line);
      contigs.add(resolve(name));
    }
    return contigs.get(number);
  }

  private Contig resolve(String name) {
    var contig = ofLength(name, lengths.get(name));
    hasOtherMitochondrion |= contig.equals(Contigs.HG19_MITOCHONDRION);
    return contig;
  }

  /// The contig that a name stands for where its length is known.
  ///
  /// @param lengthBases null where it is not
  public static Contig ofLength(String name, @Nullable Integer lengthBases) {
    var contig = Contigs.resolve(name);
    boolean isOther =
        contig.equals(MITOCHONDRION)
            && Integer.valueOf(Contigs.HG19_MITOCHONDRION_BASES).equals(lengthBases);
    return isOther ? Contigs.HG19_MITOCHONDRION : contig;
  }

  /// The contig once the build is known: on GRCh37 a `chrM` of no stated length may be either.
  public Contig settled(int number, GenomeBuild build) {
    var contig = contigs.get(number);
    var name = reader.contigName(number);
    boolean isDoubtful =
        build == GenomeBuild.GRCH37
            && contig.equals(MITOCHONDRION)
            && DOUBTFUL.contains(name)
            && !lengths.containsKey(name);
    return isDoubtful ? Contigs.HG19_MITOCHONDRION : contig;
  }

  /// Whether records stand on the mitochondrion of hg19, or on what may be it.
  boolean hasOtherMitochondrion(GenomeBuild build) {
    boolean has = hasOtherMitochondrion;
    for (int i = 0; i < contigs.size(); i++) {
      has |= settled(i, build).equals(Contigs.HG19_MITOCHONDRION);
    }
    return has;
  }
}
