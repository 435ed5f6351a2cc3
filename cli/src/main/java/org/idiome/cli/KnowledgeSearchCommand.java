package org.idiome.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.idiome.knowledge.search.ConceptSearch;
import org.idiome.knowledge.search.Hit;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Quoted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `idiome knowledge search WORDS…`: which concepts are meant.
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = {
      "Finds concepts of the snapshot in force by identifier, name, synonym or symbol, best first.",
      "What is obsolete stands last and names what replaced it, or that nothing is named."
    },
    footer = {"", "Example: idiome knowledge search marfan syndrome"})
final class KnowledgeSearchCommand implements Callable<Integer>, Faults.Asked {
  private static final List<String> COLUMNS =
      List.of(
          "rank",
          "id",
          "name",
          "matched_on",
          "kind",
          "match",
          "text",
          "state",
          "replaced_by",
          "consider",
          "mapped");

  private static final List<String> SHOWN =
      List.of("rank", "id", "name", "matched on", "kind", "match", "state");

  private static final String OBSOLETE = "obsolete";

  private final Shell shell;

  @Parameters(
      arity = "1..*",
      paramLabel = "WORDS",
      description = "A name or a part of one, or an identifier such as OMIM:154700.")
  private List<String> words = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most so many (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--tsv", description = "A table with a header line.")
  private boolean isTsv;

  @Option(names = "--json", description = "One JSON document.")
  private boolean isJson;

  @Mixin private final KnowledgeOptions knowledge = new KnowledgeOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  KnowledgeSearchCommand(Shell shell) {
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
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit: give a number of at least 1");
    }
    var query = String.join(" ", words);
    try {
      var releases = knowledge.home().inForce().values();
      try (var search = ConceptSearch.open(releases)) {
        var hits = search.find(query, limit);
        if (hits.isEmpty()) {
          throw new NothingException(
              "nothing in "
                  + Figures.count(releases.size(), "release")
                  + " is called or spelled like "
                  + Quoted.text(query)
                  + "; see idiome knowledge list");
        }
        print(hits);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ExitCode.DONE;
  }

  private void print(List<Hit> hits) {
    if (isJson || isTsv) {
      var rows = rows(hits);
      shell.print(isJson ? Tables.json(COLUMNS, rows).pretty() : Tables.tsv(COLUMNS, rows));
    } else {
      shell.print(Tables.forEyes(SHOWN, eyes(hits)));
    }
  }

  private static List<List<String>> rows(List<Hit> hits) {
    var rows = new ArrayList<List<String>>();
    for (var hit : hits) {
      rows.add(
          List.of(
              Integer.toString(rows.size() + 1),
              hit.id(),
              hit.name(),
              word(hit.on()),
              kind(hit),
              word(hit.match()),
              hit.text(),
              hit.isObsolete() ? OBSOLETE : "",
              String.join("|", hit.replacedBy()),
              String.join("|", hit.consider()),
              String.join("|", hit.mapped())));
    }
    return rows;
  }

  private static List<List<String>> eyes(List<Hit> hits) {
    var rows = new ArrayList<List<String>>();
    for (var hit : hits) {
      boolean isName = hit.text().equals(hit.name()) || hit.text().equals(hit.id());
      rows.add(
          List.of(
              Integer.toString(rows.size() + 1),
              hit.id(),
              Quoted.text(hit.name()),
              words(hit.on()) + (isName ? "" : ": " + Quoted.text(hit.text())),
              kind(hit),
              words(hit.match()),
              state(hit)));
    }
    return rows;
  }

  private static String state(Hit hit) {
    if (!hit.isObsolete()) {
      return "";
    }
    var instead =
        hit.replacedBy().isEmpty()
            ? "no replacement is given"
            : "replaced by " + String.join(", ", hit.replacedBy());
    return OBSOLETE
        + ", "
        + instead
        + (hit.consider().isEmpty() ? "" : "; consider " + String.join(", ", hit.consider()));
  }

  private static String kind(Hit hit) {
    return String.join("|", hit.kinds()).replace("biolink:", "");
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String words(Enum<?> value) {
    return word(value).replace('_', ' ');
  }
}
