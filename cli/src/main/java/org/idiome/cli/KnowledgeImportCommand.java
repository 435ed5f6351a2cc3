package org.idiome.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.idiome.core.problem.BadInputException;
import org.idiome.knowledge.home.KnowledgeHome;
import org.idiome.knowledge.home.Taken;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Quoted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `idiome knowledge import FILE…`: publishers' files into the home of knowledge.
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Takes publishers' files, each whole or not at all. What a file is, is told by its content;",
      "docs/sources.md lists the formats. Nothing is sent anywhere."
    },
    footer = {
      "",
      "Exit codes: 0 all taken or there already; 1 some were refused; 2 none was taken.",
      "",
      "Example: idiome knowledge import hgnc_complete_set.txt hp.obo phenotype.hpoa"
    })
final class KnowledgeImportCommand implements Callable<Integer>, Faults.Asked {
  private final Shell shell;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Publishers' files.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "The name of the source, where another is wanted than its own.")
  private @Nullable String source;

  @Option(
      names = "--columns",
      paramLabel = "NEW=KNOWN",
      split = ",",
      description = "Read a column of the file as one of a known name.")
  private List<String> columns = new ArrayList<>();

  @Option(
      names = "--prefix",
      paramLabel = "PREFIX",
      description = "Whose identifiers those without prefix are.")
  private @Nullable String prefix;

  @Option(
      names = "--licence",
      paramLabel = "TEXT",
      description = "The licence under which you have the files.")
  private @Nullable String licence;

  @Mixin private final KnowledgeOptions knowledge = new KnowledgeOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  KnowledgeImportCommand(Shell shell) {
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
    var settings = new ImportSettings(source, named(), prefix, licence);
    if (source != null && files.size() > 1) {
      throw new ParameterException(spec.commandLine(), "--source names one file; give one");
    }
    var home = knowledge.home();
    int refused = 0;
    try (var inputs = new InputFiles(shell, common.bounds);
        var intake = home.intake(Instant.now(), common.bounds.bytes())) {
      for (var file : files) {
        try {
          say(file, intake.take(inputs.at(file), file.toString(), null, settings));
        } catch (BadInputException e) {
          shell.say(e.problem());
          refused++;
        }
      }
      sayWhere(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return refused == 0
        ? ExitCode.DONE
        : refused < files.size() ? ExitCode.PARTLY : ExitCode.WRONG_INPUT;
  }

  private SortedMap<String, String> named() {
    var named = new TreeMap<String, String>();
    for (var column : columns) {
      int equals = column.indexOf('=');
      if (equals < 1 || equals == column.length() - 1) {
        throw new ParameterException(
            spec.commandLine(), "'" + column + "': write --columns NEW=KNOWN");
      }
      named.put(column.substring(0, equals), column.substring(equals + 1));
    }
    return named;
  }

  private void say(Path file, Taken taken) {
    switch (taken) {
      case Taken.Already already -> {
        if (!common.quiet) {
          var card = already.release().card();
          shell.say(
              Quoted.text(file.toString())
                  + ": already there, as "
                  + card.source()
                  + " "
                  + card.release());
        }
      }
      case Taken.New fresh -> {
        fresh.problems().forEach(shell::say);
        if (!common.quiet) {
          KnowledgeCards.lines(fresh.release().card()).forEach(shell::say);
        }
      }
    }
  }

  private void sayWhere(KnowledgeHome home) throws IOException {
    if (!common.quiet) {
      var releases = home.inForce();
      shell.say(
          "snapshot "
              + KnowledgeHome.manifest(releases.values()).id().shortText()
              + ": "
              + Figures.count(releases.size(), "release")
              + " and what ships with Idiome");
    }
  }
}
