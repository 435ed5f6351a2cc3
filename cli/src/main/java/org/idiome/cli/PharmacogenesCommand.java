package org.idiome.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.idiome.care.pharmacogenes.PharmacogeneTable;
import org.idiome.care.pharmacogenes.RecommendationTable;
import org.idiome.core.canonical.Json;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.Reach;
import org.idiome.core.run.Run;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.idiome.profile.Interpretation;
import org.idiome.profile.VcfSource;
import org.idiome.report.words.ProblemText;
import org.idiome.report.words.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `idiome pharmacogenes PERSON|VCF…`: named alleles, phenotypes and recommendations.
@Command(
    name = "pharmacogenes",
    mixinStandardHelpOptions = true,
    header = "Named alleles, phenotypes and advice on drugs, from VCF.",
    description = "Calls named alleles from variant files, with phenotypes and recommendations.",
    footer = {"", "Example: idiome pharmacogenes demo/lung-01/germline-G1.g.vcf.gz --tsv"})
final class PharmacogenesCommand implements Callable<Integer>, Faults.Asked {
  /// The code of a reason, at the start of a note.
  private static final Pattern REASON = Pattern.compile("([a-z_]+)(?=:|$)");

  private final Shell shell;

  @Parameters(
      arity = "1..*",
      paramLabel = "PERSON|VCF",
      description = {
        "Germline variant files ('-' is standard input), folders of persons, or persons of the",
        "store; 'person:ID' is a person whatever files are called so."
      })
  private final List<String> given = new ArrayList<>();

  @Option(names = "--sample", paramLabel = "NAME", description = "One sample (default: all).")
  private @Nullable String sample;

  @Option(names = "--build", paramLabel = "BUILD", description = "What the file does not say.")
  private @Nullable String build;

  @Option(names = "--recommendations", description = "What guidelines say, drug by drug.")
  private boolean isAboutDrugs;

  @Option(names = "--all", description = "Also every answer of a lower score that fits.")
  private boolean isOfAll;

  @Option(names = "--tsv", description = "A table with a header line.")
  private boolean isTsv;

  @Option(names = "--json", description = "One JSON document.")
  private boolean isJson;

  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final DoorOptions asking = new DoorOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final RunOptions options = new RunOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  PharmacogenesCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public CommonOptions common() {
    return common;
  }

  @Override
  public boolean isJsonWanted() {
    return isJson;
  }

  @Override
  public Integer call() {
    Tables.checkForms(isJson, isTsv, spec);
    var interpretation = Interpreters.pharmacogenes(StarterKnowledge.shipped(), common.threads);
    var runs = new ArrayList<Run>();
    var problems = new LinkedHashSet<Problem>();
    int refused = 0;
    try (var inputs = new InputFiles(shell, common.bounds)) {
      for (var one : given) {
        try {
          for (var run : runs(interpretation, one, inputs)) {
            runs.add(run);
            problems.addAll(run.problems());
          }
        } catch (BadInputException bad) {
          refused++;
          problems.add(bad.problem());
        }
      }
    }
    problems.forEach(shell::say);
    shell.print(text(runs, problems));
    if (refused > 0) {
      return refused == given.size() ? ExitCode.WRONG_INPUT : ExitCode.PARTLY;
    }
    int code = People.exitCode(runs, options, common, shell);
    boolean isPart = problems.stream().anyMatch(problem -> problem.reach() == Reach.FILE);
    return code == ExitCode.DONE && isPart ? ExitCode.PARTLY : code;
  }

  private List<Run> runs(Interpretation interpretation, String one, InputFiles inputs) {
    boolean isStandardInput = one.equals(InputFiles.STANDARD_INPUT);
    if (!isStandardInput
        && (Subject.isPerson(one, store, asking) || Files.isDirectory(Path.of(one)))) {
      return List.of(ofPerson(one));
    }
    if (!isStandardInput) {
      Subject.requireEither(one, store);
    }
    var file = inputs.at(Path.of(one));
    var runs = new ArrayList<Run>();
    for (var source : VcfSource.ofSamples(file, sample, build, common.bounds.variants())) {
      runs.add(interpretation.interpret(source, options.settings()).run());
    }
    return runs;
  }

  private Run ofPerson(String who) {
    if (sample != null || build != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--sample and --build are of variant files; what a person has says its own");
    }
    try (var subject = Subject.of(who, store, asking, common, spec)) {
      var interpretation =
          Interpreters.pharmacogenesOfPerson(StarterKnowledge.shipped(), common.threads);
      var asked = People.asked(options, store);
      var run = interpretation.interpret(subject.source().get(), asked).run();
      subject.answered(run.findings().size());
      return run;
    }
  }

  private String text(List<Run> runs, Collection<Problem> problems) {
    if (isJson) {
      return Json.object()
          .put("runs", Json.array(runs))
          .put("problems", ProblemText.list(problems))
          .end()
          .pretty();
    }
    var table = new PharmacogeneTable(isOfAll);
    var columns = isAboutDrugs ? RecommendationTable.COLUMNS : table.columns();
    var rows = new ArrayList<List<String>>();
    for (var run : runs) {
      rows.addAll(
          isAboutDrugs
              ? RecommendationTable.rows(run, List.of(run.individual().id()))
              : table.rows(run));
    }
    return isTsv ? Tables.tsv(columns, rows) : Tables.forEyes(columns, inWords(columns, rows));
  }

  /// With the reasons in words: their codes are for programs.
  private static List<List<String>> inWords(List<String> columns, List<List<String>> rows) {
    int note = columns.indexOf("note");
    if (note < 0) {
      return rows;
    }
    var words = Words.english();
    var said = new ArrayList<List<String>>();
    for (var row : rows) {
      var cells = new ArrayList<>(row);
      var found = REASON.matcher(row.get(note));
      if (found.lookingAt() && words.has("word." + found.group(1))) {
        cells.set(
            note, words.say("word." + found.group(1)) + row.get(note).substring(found.end(1)));
      }
      said.add(cells);
    }
    return said;
  }
}
