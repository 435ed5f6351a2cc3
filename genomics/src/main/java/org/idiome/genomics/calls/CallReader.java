package org.idiome.genomics.calls;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.contig.BuildAnswer;
import org.idiome.genomics.contig.BuildEvidence;
import org.idiome.genomics.identity.FamilyTally;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.vcf.AlleleKind;
import org.idiome.genomics.vcf.VcfHeader;
import org.idiome.genomics.vcf.VcfLimits;
import org.idiome.genomics.vcf.VcfReader;
import org.idiome.genomics.vcf.VcfRecord;
import org.jspecify.annotations.Nullable;

/// Reads a VCF file once for everything that is asked of it.
public final class CallReader {
  /// Names of samples that a problem lists.
  private static final int LISTED_NAMES = 20;

  private final Input input;
  private final VcfRequest request;
  private final VcfLimits limits;
  private final Problems problems;
  private final VcfReader reader;
  private final FileContigs contigs;
  private final WantedLoci wanted;
  private final List<SamplePass> samples;
  private final Reach reach = new Reach();
  private long read;
  private long refused;
  private boolean hasBlocks;
  private boolean isAllPlaced = true;

  private CallReader(
      Input input, VcfRequest request, VcfLimits limits, Problems problems, VcfReader reader) {
    this.input = input;
    this.request = request;
    this.limits = limits;
    this.problems = problems;
    this.reader = reader;
    this.contigs = new FileContigs(reader, reader.header());
    this.wanted = new WantedLoci(request.loci());
    this.samples = chosen(reader.header());
  }

  /// Reads an input to its end and closes it.
  ///
  /// @param problems takes what is wrong but leaves the file readable
  /// @throws BadInputException where the file as a whole cannot be used: nothing of it may be
  public static VcfReading read(
      Input input, VcfRequest request, VcfLimits limits, Problems problems) throws IOException {
    try (input) {
      return readOpen(input, request, limits, problems);
    }
  }

  /// Reads an input to its end and leaves it open: its hash can be asked for whatever was wrong.
  ///
  /// @param problems takes what is wrong but leaves the file readable
  /// @throws BadInputException where the file as a whole cannot be used: nothing of it may be
  public static VcfReading readOpen(
      Input input, VcfRequest request, VcfLimits limits, Problems problems) throws IOException {
    var reader = new VcfReader(input, limits, problems);
    return new CallReader(input, request, limits, problems, reader).read();
  }

  private List<SamplePass> chosen(VcfHeader header) {
    var names = header.samples();
    if (names.isEmpty() && request.sample() == null) {
      problems.add(Problem.of(ProblemCode.VCF_NO_GENOTYPES, Place.file(input.name())));
      return List.of(pass(null, -1));
    }
    if (request.isEverySample()) {
      var all = new ArrayList<SamplePass>();
      for (int i = 0; i < names.size(); i++) {
        all.add(pass(names.get(i), i));
      }
      return all;
    }
    var asked = request.sample();
    if (asked == null && names.size() > 1) {
      throw bad(ProblemCode.VCF_SAMPLE_NOT_CHOSEN, "samples", listed(names));
    }
    int place = asked == null ? 0 : names.indexOf(asked);
    if (place < 0) {
      throw bad(
          ProblemCode.VCF_SAMPLE_ABSENT,
          "sample",
          asked == null ? "" : asked,
          "samples",
          listed(names));
    }
    var pass = pass(names.get(place), place);
    return List.of(
        request.whole() == null
            ? pass.telling(FamilyTally.of(request.family(), names, place))
            : pass);
  }

  private SamplePass pass(@Nullable String name, int place) {
    var whole = request.whole();
    boolean hasPhaseSets = whole != null && whole.hasPhaseSets();
    return new SamplePass(
        name, place, request.isEverySample(), hasPhaseSets, request.origin().file());
  }

  private static String listed(List<String> names) {
    var first = String.join(", ", names.subList(0, Math.min(LISTED_NAMES, names.size())));
    return names.size() > LISTED_NAMES ? first + ", \u2026" : first;
  }

  private BadInputException bad(ProblemCode code, String... values) {
    return new BadInputException(Problem.of(code, Place.file(input.name()), values));
  }

  private VcfReading read() throws IOException {
    while (reader.next()) {
      var record = reader.record();
      boolean isWanted = record.isPlaced() && isWanted(record);
      if (record.isReadable()) {
        read++;
        hasBlocks |= isBlock(record);
        if (record.isPlaced()) {
          reach.take(record.contig(), isWhole(record) ? record.end0() : record.start0() + 1);
        }
        for (var sample : samples) {
          sample.take(reader, isWanted, contigs.contig(record.contig(), record.line()));
        }
        if (isWanted) {
          checkKept();
        }
      } else {
        refused++;
        isAllPlaced &= record.isPlaced();
        for (var sample : samples) {
          if (record.isPlaced()) {
            sample.refuse(reader, isWanted);
          }
        }
        checkKept();
      }
      handOut(record);
    }
    return reading();
  }

  private void handOut(VcfRecord record) {
    var taker = request.taker();
    if (taker != null && record.isPlaced()) {
      var contig = contigs.contig(record.contig(), record.line());
      taker.take(samples.getFirst().taken(reader, contig));
    }
  }

  private boolean isWanted(VcfRecord record) {
    var stretches = wanted.on(contigs.contig(record.contig(), record.line()));
    return stretches != null && stretches.touches(record.start0(), record.end0());
  }

  /// Whether the record speaks of each of its bases; the end of a symbolic event may be a guess.
  private static boolean isWhole(VcfRecord record) {
    return record.isReferenceOnly();
  }

  private static boolean isBlock(VcfRecord record) {
    return record.isReferenceOnly()
        && (record.hasStatedEnd() || record.hasAlternate(AlleleKind.UNSPECIFIED));
  }

  private void checkKept() {
    long kept = 0;
    for (var sample : samples) {
      kept += sample.keptBytes();
    }
    if (kept > limits.keptBytes()) {
      throw bad(
          ProblemCode.FILE_TOO_LARGE,
          "limit",
          Long.toString(limits.keptBytes()),
          "option",
          VcfLimits.KEPT_OPTION);
    }
  }

  private VcfReading reading() {
    var detector = contigs.detector();
    if (request.statedBuild() != null) {
      detector.stated(request.statedBuild());
    }
    var answer = detector.answer();
    var whole = request.whole();
    if (whole == null) {
      contigs.requireOneBuild(input.name());
    }
    if (whole == null
        && answer instanceof BuildAnswer.Known(var known, var by)
        && !by.kind().isStrong()) {
      requireReach(known, by);
    }
    var build = whole == null ? answer.build() : whole.build();
    if (contigs.hasOtherMitochondrion(build)) {
      problems.add(Problem.of(ProblemCode.VCF_MITOCHONDRION_OF_HG19, Place.file(input.name())));
    }
    var assumed = assumed();
    var loci = build == GenomeBuild.UNKNOWN ? List.<Locus>of() : wanted.of(build);
    var numbers = numbers(build);
    var readings = new ArrayList<SampleReading>();
    for (var sample : samples) {
      readings.add(
          sample.reading(
              contigs, build, loci, numbers, request.origin(), reader.isSorted(), assumed));
    }
    return new VcfReading(
        reader.header(),
        answer,
        readings,
        read,
        refused,
        reader.comments(),
        reader.isSorted(),
        assumed != null,
        new WholeFile(build, samples.stream().anyMatch(SamplePass::hasPhaseSets)));
  }

  /// Refuses what is merely said of the build where a record stands behind the end of its contig.
  private void requireReach(GenomeBuild build, BuildEvidence by) {
    var against = reach.against(build, contigs, reader.contigCount());
    if (against != null) {
      throw bad(
          ProblemCode.VCF_BUILD_CONTRADICTION,
          "one",
          by.text() + " (" + build.code() + ")",
          "other",
          against);
    }
  }

  /// The regions, unless the file has blocks of its own or a record whose place is not known.
  private @Nullable Regions assumed() {
    if (request.assumed() == null) {
      return null;
    }
    if (hasBlocks || !isAllPlaced) {
      problems.add(
          Problem.of(
              ProblemCode.VCF_ASSUMPTION_NOT_APPLIED,
              Place.file(input.name()),
              "fault",
              hasBlocks ? "reference blocks" : "a record without a place"));
      return null;
    }
    return request.assumed();
  }

  private Map<Contig, List<Integer>> numbers(GenomeBuild build) {
    var numbers = new HashMap<Contig, List<Integer>>();
    for (int i = 0; i < reader.contigCount(); i++) {
      contigs.contig(i, 0);
      numbers.computeIfAbsent(contigs.settled(i, build), _ -> new ArrayList<>()).add(i);
    }
    return numbers;
  }
}
