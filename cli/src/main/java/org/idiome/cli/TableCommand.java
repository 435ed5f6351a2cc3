package org.idiome.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.table.TableMaker;
import org.idiome.report.words.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `idiome table SITES.vcf`: what a variant file says of its alleles, to be looked up.
@Command(
    name = "table",
    mixinStandardHelpOptions = true,
    header = "Makes a table of alleles for annotate --table.",
    description = {
      "Reads a sorted variant file, such as the sites of gnomAD, ClinVar or dbSNP, brings every",
      "allele into normal form and packs what INFO says of it into a file that annotate looks up.",
      "Give only what you have the right to use; nothing of it is sent anywhere."
    },
    footer = {
      "",
      "Exit codes: 0 done; 1 some records were refused or do not fit; 2 the file was refused.",
      "",
      "Example: idiome table clinvar.vcf.gz --fasta reference.fa --name clinvar --columns"
          + " CLNSIG,CLNREVSTAT -o clinvar.alleles"
    })
final class TableCommand implements Callable<Integer>, Faults.Asked {
  /// What may begin a key of INFO (VCF 4.3, section 1.6.1.8).
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][0-9A-Za-z_.]*");

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
      description = "Keys of INFO that are kept (default: all that the header defines).")
  private List<String> columns = new ArrayList<>();

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
    var problems = new Problems();
    try (var inputs = new InputFiles(shell, common.bounds)) {
      var at = inputs.at(variants.file());
      OutputFile.write(
          out,
          to -> variants.read(at, fasta, common, problems, opened -> make(opened, problems, to)));
    } finally {
      problems.kept().forEach(shell::say);
    }
    return problems.faults() > 0 ? ExitCode.PARTLY : ExitCode.DONE;
  }

  private void make(VariantInput.Opened opened, Problems problems, OutputStream to)
      throws IOException {
    var maker =
        new TableMaker(
            opened.reader(), opened.normalizer(), opened.contigs(), variants.name(), columns, to);
    var made = maker.make(problems);
    maker.end(name, opened.input().finish().hex());
    if (!common.quiet) {
      shell.say(
          Figures.count(made.alleles(), "allele")
              + " in the table, "
              + Figures.count(made.without())
              + " without normal form left out");
    }
  }
}
