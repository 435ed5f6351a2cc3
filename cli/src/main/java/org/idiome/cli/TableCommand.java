package org.idiome.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.io.LineReader;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.table.ScoreFile;
import org.idiome.genomics.table.ScoreTableMaker;
import org.idiome.genomics.table.Several;
import org.idiome.genomics.table.TableChoice;
import org.idiome.genomics.table.TableMaker;
import org.idiome.report.words.Figures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `idiome table FILE`: what a variant file or a table of scores says of alleles, to be looked up.
@Command(
    name = "table",
    mixinStandardHelpOptions = true,
    header = "Makes a table of alleles for annotate --table.",
    description = {
      "Reads a variant file, such as the sites of gnomAD, ClinVar or dbSNP, or a table of scores,",
      "such as those of CADD, REVEL, AlphaMissense or dbNSFP, brings every allele into normal form",
      "and packs what is said of it into a file that annotate looks up.",
      "Give only what you have the right to use; nothing of it is sent anywhere."
    },
    footer = {
      "",
      "Exit codes: 0 done; 1 some records were refused or do not fit; 2 the file was refused.",
      "",
      "Example: idiome table clinvar.vcf.gz --fasta reference.fa --name clinvar --columns"
          + " CLNSIG,CLNREVSTAT -o clinvar.alleles",
      "         idiome table whole_genome_SNVs.tsv.gz --fasta reference.fa --name cadd --columns"
          + " PHRED -o cadd.alleles"
    })
final class TableCommand implements Callable<Integer>, Faults.Asked {
  /// What may begin a key of INFO (VCF 4.3, section 1.6.1.8).
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][0-9A-Za-z_.]*");

  private static final Set<String> ROLES = Set.of("chrom", "pos", "ref", "alt");

  private final Shell shell;

  @Option(
      names = "--fasta",
      paramLabel = "FILE",
      required = true,
      description = "The reference, plain or compressed with bgzip.")
  private Path fasta = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "What its columns are called by: NAME_AF of a column AF.")
  private String name = "";

  @Option(
      names = "--columns",
      paramLabel = "KEY",
      split = ",",
      description = {
        "Keys of INFO or columns that are kept (default: all). Of a table of scores also what says",
        "where, if names do not tell: chrom=NAME,pos=NAME,ref=NAME,alt=NAME."
      })
  private List<String> columns = new ArrayList<>();

  @Option(
      names = "--zero-based",
      description = "The table of scores counts positions from 0 (default: from 1).")
  private boolean isZeroBased;

  @Option(
      names = "--several",
      paramLabel = "RULE",
      description = {
        "Of several rows of one allele keep: first, list (all, & between), max=COLUMN or",
        "min=COLUMN (default: list; of a variant file first, and say where others differ)."
      })
  private @Nullable String several;

  @Option(
      names = "--sort",
      description = "Sort the rows, beside the table that is written (default: they must be).")
  private boolean isSorting;

  @Option(names = "-o", paramLabel = "FILE", required = true, description = "Where to write.")
  private Path out = Path.of("");

  @Mixin private final VariantInput variants = new VariantInput();
  @Mixin private final CommonOptions common = new CommonOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  TableCommand(Shell shell) {
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
    if (!NAME.matcher(name).matches()) {
      throw new ParameterException(
          spec.commandLine(),
          "'" + name + "' cannot begin a key of INFO: letters, digits, _ and .");
    }
    var wrong = OutputFile.whatIsWrongWith(out);
    if (wrong != null) {
      throw new ParameterException(spec.commandLine(), wrong);
    }
    var choice = choice();
    var problems = new Problems();
    try (var inputs = new InputFiles(shell, common.bounds)) {
      var at = inputs.at(variants.file());
      boolean isScores = isScores(at);
      if (!isScores && (isZeroBased || !choice.places().isEmpty())) {
        throw new ParameterException(
            spec.commandLine(), "a variant file says itself where alleles are, counted from 1");
      }
      OutputFile.write(
          out,
          to -> {
            if (isScores) {
              makeOfScores(at, choice, problems, to);
            } else {
              variants.readHashed(
                  at, fasta, common, problems, opened -> make(opened, choice, problems, to));
            }
          });
    } finally {
      problems.kept().forEach(shell::say);
    }
    return problems.faults() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
  }

  private boolean isScores(Path at) {
    try (var input = Input.open(at, variants.name(), common.bounds.bytes())) {
      return ScoreFile.isOne(input);
    } catch (IOException e) {
      throw new MachineException(
          "cannot read " + variants.name() + ": " + MachineException.why(e), e);
    }
  }

  /// What was asked for; what names a role stands apart from what is kept.
  private TableChoice choice() {
    var kept = new ArrayList<String>();
    var places = new HashMap<String, String>();
    for (var column : columns) {
      int equals = column.indexOf('=');
      if (equals < 0) {
        kept.add(column);
      } else if (!ROLES.contains(column.substring(0, equals))
          || places.put(column.substring(0, equals), column.substring(equals + 1)) != null) {
        throw new ParameterException(
            spec.commandLine(),
            "'" + column + "': what says where is chrom=, pos=, ref= or alt=, each once");
      }
    }
    var folder = isSorting ? out.toAbsolutePath().normalize().getParent() : null;
    return new TableChoice(kept, places, isZeroBased, rule(), folder);
  }

  private @Nullable Several rule() {
    var text = several;
    if (text == null) {
      return null;
    }
    try {
      return Several.of(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "'" + text + "' is none of: first, list, max=COLUMN, min=COLUMN", e);
    }
  }

  private void makeOfScores(Path at, TableChoice choice, Problems problems, OutputStream to)
      throws IOException {
    var limits = common.bounds.bytes();
    try (var reference = ReferenceFasta.open(fasta, fasta.toString());
        var input = Input.open(at, variants.name(), limits);
        var lines = new LineReader(input, limits);
        var maker = maker(lines, reference, choice, to)) {
      reference.problems().forEach(problems::add);
      var made = maker.make(problems);
      maker.end(name, input.finish().hex());
      tell(made);
    }
  }

  private ScoreTableMaker maker(
      LineReader lines, ReferenceFasta reference, TableChoice choice, OutputStream to)
      throws IOException {
    try {
      return new ScoreTableMaker(
          lines, variants.name(), reference, variants.build(), choice, common.bounds.columns, to);
    } catch (IllegalArgumentException _) {
      throw variants.wrongBuild();
    }
  }

  private void make(
      VariantInput.Opened opened, TableChoice choice, Problems problems, OutputStream to)
      throws IOException {
    try (var maker =
        new TableMaker(
            opened.reader(), opened.normalizer(), opened.contigs(), variants.name(), choice, to)) {
      var made = maker.make(problems);
      maker.end(name, opened.input().finish().hex());
      tell(made);
    }
  }

  private void tell(TableMaker.Made made) {
    if (common.quiet) {
      return;
    }
    shell.say(
        Figures.count(made.alleles(), "allele")
            + " in the table, "
            + Figures.count(made.without())
            + " without normal form left out");
    if (made.placeless() > 0) {
      shell.say(Figures.count(made.placeless(), "row") + " without a place left out");
    }
    if (made.chosen() > 0) {
      shell.say(
          Figures.count(made.chosen(), "allele")
              + " with several rows that differ (--several "
              + Objects.requireNonNullElse(several, "list")
              + ")");
    }
  }
}
