package org.idiome.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.liftover.ChainReader;
import org.idiome.genomics.liftover.LiftedVcf;
import org.idiome.genomics.liftover.Liftover;
import org.idiome.genomics.liftover.LiftoverTally;
import org.idiome.genomics.liftover.TargetContigs;
import org.idiome.genomics.liftover.Unlifted;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.vcf.VcfReader;
import org.idiome.genomics.vcf.VcfRecord;
import org.idiome.report.words.Figures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `idiome liftover IN.vcf --chain C --fasta TARGET`: a variant file on another assembly.
@Command(
    name = "liftover",
    mixinStandardHelpOptions = true,
    header = "A variant file on another assembly, by a chain file.",
    description = {
      "Writes the records on the assembly that the chain file leads to, sorted, each with where it",
      "came from (LIFTED_FROM). A record without a certain place is left out and counted with its",
      "reason: 'reference_swapped' where the target has an alternate as its reference and",
      "--exchange is not given; 'block_needs_source' for blocks of reference without --from.",
      "What was not lifted is neither reference nor absent there (docs/methods/liftover.md)."
    },
    footer = {
      "",
      "Exit codes: 0 done; 1 some records could not be read; 2 a file was refused, also where the",
      "files do not belong together or nothing could be lifted.",
      "",
      "Example: idiome liftover in.vcf.gz --chain hg19ToHg38.over.chain.gz --fasta hg38.fa \\",
      "  --failed failed.tsv -o out.vcf.gz"
    })
final class LiftoverCommand implements Callable<Integer>, Faults.Asked {
  private static final List<String> COLUMNS =
      List.of("contig", "position", "ref", "alt", "line", "reason");

  private static final int BUFFER_BYTES = 1 << 16;

  private final Shell shell;

  @Parameters(paramLabel = "VCF", description = "A variant file; '-' is standard input.")
  private Path file = Path.of("");

  @Option(
      names = "--chain",
      paramLabel = "FILE",
      required = true,
      description = "The chain file of UCSC, plain or compressed.")
  private Path chain = Path.of("");

  @Option(
      names = "--fasta",
      paramLabel = "FILE",
      required = true,
      description = "The assembly it leads to, plain or compressed with bgzip.")
  private Path fasta = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "The assembly it leads from: REF is checked, blocks of reference are lifted.")
  private @Nullable Path from;

  @Option(
      names = "--exchange",
      description = {
        "Where the target has an alternate as its reference, exchange the two: genotypes are told",
        "anew, values follow their alleles, and what cannot is left out."
      })
  private boolean isExchanging;

  @Option(names = "--tsv", description = "A table of what was not lifted instead of the records.")
  private boolean isTsv;

  @Option(
      names = "--failed",
      paramLabel = "FILE",
      description = "Where that table goes beside the records.")
  private @Nullable Path failed;

  @Mixin private final RegionOptions regions = new RegionOptions();
  @Mixin private final VariantOutput output = new VariantOutput();
  @Mixin private final CommonOptions common = new CommonOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  private @Nullable LiftoverTally tally;

  LiftoverCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public boolean isJsonWanted() {
    return false;
  }

  @Override
  public Integer call() {
    var problems = new Problems();
    var beside = failed;
    if (beside == null) {
      write(problems, OutputStream.nullOutputStream());
    } else {
      var wrong =
          isTsv ? "--tsv and --failed are one table" : OutputFile.whatIsWrongWithNew(beside);
      if (wrong != null) {
        throw new ParameterException(spec.commandLine(), wrong);
      }
      OutputFile.write(
          beside,
          to -> {
            var table = new BufferedOutputStream(to, BUFFER_BYTES);
            write(problems, table);
            table.flush();
          });
    }
    if (!common.quiet && tally != null) {
      say(tally);
    }
    return problems.faults() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
  }

  /// @param beside where the table of what failed goes, unless it takes the place of the records
  private void write(Problems problems, OutputStream beside) {
    output.write(
        shell,
        common,
        file,
        problems,
        (at, to) -> {
          var limits = common.bounds.variants();
          var chains =
              ChainReader.read(Input.open(chain, chain.toString(), limits.file()), limits.file());
          try (var target = ReferenceFasta.open(fasta, fasta.toString());
              var source = from == null ? null : ReferenceFasta.open(from, from.toString());
              var input = regions.open(at, file.toString(), limits.file(), problems);
              var reader = new VcfReader(input, limits, problems)) {
            target.problems().forEach(problems::add);
            if (source != null) {
              source.problems().forEach(problems::add);
            }
            var liftover = new Liftover(chains, new TargetContigs(target), source, isExchanging);
            lift(reader, liftover, isTsv ? to : beside, to);
          }
        });
  }

  private void lift(VcfReader reader, Liftover liftover, OutputStream table, OutputStream to)
      throws IOException {
    table.write(Tables.tsv(COLUMNS, List.of()).getBytes(StandardCharsets.UTF_8));
    LiftedVcf.Failed takes =
        (record, reason) ->
            table.write(Tables.line(row(reader, record, reason)).getBytes(StandardCharsets.UTF_8));
    try (var lifted = new LiftedVcf(reader, file.toString(), liftover, chain.toString(), takes)) {
      while (reader.next()) {
        if (reader.record().isReadable()) {
          lifted.add();
        }
      }
      tally = lifted.tally();
      if (!isTsv) {
        lifted.check();
        lifted.writeTo(to);
      }
      to.flush();
    }
  }

  private static List<String> row(VcfReader reader, VcfRecord record, Unlifted reason) {
    return List.of(
        reader.contigName(record.contig()),
        Integer.toString(record.position1()),
        record.reference(),
        String.join(",", record.alternates()),
        Long.toString(record.line()),
        reason.code());
  }

  private void say(LiftoverTally tally) {
    var words = new StringBuilder();
    words
        .append(Figures.count(tally.records(), "record"))
        .append(", ")
        .append(Figures.count(tally.lifted()))
        .append(" lifted (")
        .append(Figures.count(tally.reversed()))
        .append(" of them on the other strand, ")
        .append(Figures.count(tally.exchanged()))
        .append(" with REF and ALT exchanged), ")
        .append(Figures.count(tally.refusedCount()))
        .append(" not lifted");
    shell.say(words.toString());
    tally
        .refused()
        .forEach((reason, count) -> shell.say("  " + reason.code() + " " + Figures.count(count)));
    if (tally.parts() > 0) {
      shell.say(
          "Blocks of reference: "
              + Figures.count(tally.parts(), "part")
              + ", without "
              + Figures.count(tally.lostBases(), "base")
              + " that the assemblies do not have alike");
    }
    if (tally.unphased() > 0) {
      shell.say(
          Figures.count(tally.unphased(), "record")
              + " came to lie on another molecule and lost their phase");
    }
  }
}
