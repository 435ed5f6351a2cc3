package org.idiome.genomics.liftover;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.io.SortedLines;
import org.idiome.genomics.liftover.Told.Parts;
import org.idiome.genomics.liftover.Told.Refused;
import org.idiome.genomics.liftover.Told.Written;
import org.idiome.genomics.reference.ReferenceSequence;
import org.idiome.genomics.vcf.Bases;
import org.idiome.genomics.vcf.RecordRewriter;
import org.idiome.genomics.vcf.VcfReader;
import org.idiome.genomics.vcf.VcfRecord;

/// Writes a variant file on the target, sorted by the order of its FASTA file.
///
/// Nothing is written before every record was seen: only then is it known that chain, FASTA and
/// variant file belong together. For one thread.
public final class LiftedVcf implements Closeable {
  static final String FROM = "LIFTED_FROM";
  static final String NOTE = "LIFTED_NOTE";
  static final String WITHOUT = "LIFTED_WITHOUT";

  /// So many records must have been compared before a share of them says anything.
  private static final long LEAST_COMPARED = 1000;

  /// Above one in so many records whose REF is not the target's, it is another target.
  private static final long PART_DIFFERING = 10;

  /// In a small file, one in so many.
  private static final long PART_DIFFERING_OF_FEW = 2;

  private static final long FEW = 10;

  private static final List<String> DEFINITIONS =
      List.of(
          "##INFO=<ID="
              + FROM
              + ",Number=1,Type=String,Description=\"The record on the assembly it was called on:"
              + " CHROM|POS|REF|alternates joined by /\">",
          "##INFO=<ID="
              + NOTE
              + ",Number=.,Type=String,Description=\"What was changed besides the place\">",
          "##INFO=<ID="
              + WITHOUT
              + ",Number=0,Type=Flag,Description=\"Values that cannot be told on this assembly"
              + " were left out\">");

  /// Lines of a header that speak of the assembly.
  private static final Set<String> OF_ASSEMBLY = Set.of("##contig=", "##reference=", "##assembly=");

  /// Takes a record that has no place, while the reader stands on it.
  @FunctionalInterface
  public interface Failed {
    /// The record at hand.
    void add(VcfRecord record, Unlifted reason) throws IOException;
  }

  private final VcfReader reader;
  private final Liftover liftover;
  private final SourceContigs sources;
  private final RecordLifter lifter;
  private final Failed failed;
  private final String file;
  private final LiftoverTally tally = new LiftoverTally();
  private final SortedLines lines = new SortedLines(SortedLines.DEFAULT_BYTES);

  /// @param file how problems call the variant file
  /// @param chainName how problems call the chain file
  /// @throws BadInputException where the chain file leads from or to other sequences
  public LiftedVcf(
      VcfReader reader, String file, Liftover liftover, String chainName, Failed failed) {
    this.reader = reader;
    this.file = file;
    this.liftover = liftover;
    this.failed = failed;
    this.sources = new SourceContigs(reader, liftover, chainName);
    this.lifter = new RecordLifter(reader, new RecordRewriter(reader), liftover);
    var lengths = new SourceContigs.Lengths(chainName, "target");
    liftover
        .chains()
        .targets()
        .forEach(
            (name, length) -> lengths.compare(name, length, liftover.targets().lengthBases(name)));
    lengths.requireMostEqual();
  }

  /// What became of the records so far.
  public LiftoverTally tally() {
    return tally;
  }

  /// Takes the record at hand, which is readable.
  ///
  /// @throws BadInputException where too many do not fit the target
  public void add() throws IOException {
    var record = reader.record();
    tally.read();
    switch (told(record)) {
      case Refused refused -> {
        tally.refused(refused.reason());
        failed.add(record, refused.reason());
        requireFit(LEAST_COMPARED, PART_DIFFERING);
      }
      case Written written -> {
        tally.lifted(written);
        add(written, false);
      }
      case Parts parts -> {
        tally.lifted(parts.parts().getFirst());
        long left = parts.bases();
        for (var part : parts.parts()) {
          add(part, true);
          left -= Integer.parseInt(part.info().getOrDefault("END", "0")) - part.position1() + 1;
        }
        tally.parts(parts.parts().size(), left);
      }
    }
  }

  private void add(Written written, boolean isPart) throws IOException {
    lines.add(written.target().order(), written.position1(), lifter.line(written, isPart));
  }

  private Told told(VcfRecord record) {
    var source = sources.of(record.contig());
    var contig = source.contig();
    if (contig == null) {
      var reason = source.reason();
      return new Refused(reason == null ? Unlifted.CONTIG_NOT_IN_CHAIN : reason);
    }
    if (record.referenceEnd0() > contig.lengthBases()) {
      return new Refused(Unlifted.BEYOND_CONTIG);
    }
    var bases = source.bases();
    if (bases != null && record.position1() > 0 && !isOf(bases, record)) {
      return new Refused(Unlifted.SOURCE_DIFFERS);
    }
    return lifter.lift(contig, bases);
  }

  private static boolean isOf(ReferenceSequence bases, VcfRecord record) {
    var reference = record.reference();
    for (int i = 0; i < reference.length(); i++) {
      byte there = Bases.base(bases.base(record.start0() + i));
      if (there != 'N' && reference.charAt(i) != 'N' && there != reference.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Where the target, or the source, is another than meant, most bases differ.
  private void requireFit(long least, long part) {
    long differ = tally.count(Unlifted.REFERENCE_DIFFERS) + tally.count(Unlifted.SOURCE_DIFFERS);
    long compared = tally.lifted() + differ + tally.count(Unlifted.REFERENCE_SWAPPED);
    if (compared >= least && differ * part > compared) {
      throw new BadInputException(
          Problem.of(
              ProblemCode.LIFTOVER_DIFFERS,
              Place.file(file),
              "count",
              Long.toString(differ),
              "compared",
              Long.toString(compared)));
    }
  }

  /// Says whether the files belong together, once every record was seen.
  ///
  /// @throws BadInputException where they do not, or no record has a place
  public void check() {
    requireFit(LEAST_COMPARED, PART_DIFFERING);
    requireFit(FEW, PART_DIFFERING_OF_FEW);
    if (tally.records() > 0 && tally.lifted() == 0) {
      var most =
          tally.refused().entrySet().stream()
              .max(Map.Entry.comparingByValue())
              .map(entry -> entry.getKey().code())
              .orElse("");
      throw new BadInputException(
          Problem.of(
              ProblemCode.LIFTOVER_NOTHING,
              Place.file(file),
              "count",
              Long.toString(tally.records()),
              "reason",
              most));
    }
  }

  /// Writes header and records.
  public void writeTo(OutputStream out) throws IOException {
    out.write((String.join("\n", header()) + "\n").getBytes(StandardCharsets.UTF_8));
    lines.writeTo(out);
    out.flush();
  }

  private List<String> header() {
    var head = new ArrayList<String>();
    var given = reader.header().metaLines();
    if (given.isEmpty() || !given.getFirst().startsWith("##fileformat=")) {
      head.add("##fileformat=VCFv4.2");
    }
    for (var line : given) {
      boolean isOther =
          OF_ASSEMBLY.stream().noneMatch(line::startsWith)
              && Stream.of(FROM, NOTE, WITHOUT)
                  .noneMatch(key -> line.startsWith("##INFO=<ID=" + key + ","));
      if (isOther) {
        head.add(line);
      }
    }
    head.addAll(liftover.targets().headerLines());
    head.addAll(DEFINITIONS);
    head.add(reader.header().columns());
    return head;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
