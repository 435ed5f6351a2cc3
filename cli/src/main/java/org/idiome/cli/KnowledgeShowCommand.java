package org.idiome.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.idiome.core.concept.Identifier;
import org.idiome.knowledge.equivalence.Equivalence;
import org.idiome.knowledge.gene.Bearer;
import org.idiome.knowledge.gene.GeneMatch;
import org.idiome.knowledge.gene.GeneSymbols;
import org.idiome.knowledge.home.Release;
import org.idiome.knowledge.network.Network;
import org.idiome.knowledge.network.Said;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.Term;
import org.idiome.knowledge.release.TermProperty;
import org.idiome.knowledge.release.Values;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Quoted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `idiome knowledge show CONCEPT|SOURCE`: what is claimed of a concept, and what a release is.
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what the snapshot in force says of a concept, source by source, each with the line that",
      "says it; or what a release is, and what of it was not understood."
    },
    footer = {"", "Example: idiome knowledge show MONDO:0007947"})
final class KnowledgeShowCommand implements Callable<Integer>, Faults.Asked {
  private static final List<String> COLUMNS =
      List.of(
          "about",
          "kind",
          "subject",
          "predicate",
          "object",
          "negated",
          "qualifiers",
          "level",
          "values",
          "source",
          "release",
          "rows");

  private final Shell shell;

  @Parameters(
      paramLabel = "CONCEPT|SOURCE",
      description = {
        "An identifier such as MONDO:0007947, the symbol of a gene, or the name of a source."
      })
  private String asked = "";

  @Option(names = "--tsv", description = "A table with a header line.")
  private boolean isTsv;

  @Mixin private final KnowledgeOptions knowledge = new KnowledgeOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  KnowledgeShowCommand(Shell shell) {
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
    try {
      var inForce = knowledge.home().inForce();
      var source = inForce.get(asked);
      if (source != null) {
        source(source);
      } else {
        concept(List.copyOf(inForce.values()));
      }
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void source(Release release) {
    var text = new StringBuilder();
    KnowledgeCards.lines(release.card()).forEach(line -> text.append(line).append('\n'));
    release
        .card()
        .notices()
        .notUnderstood()
        .forEach(row ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "  not understood, line %d: %s %s%n",
                    row.line(),
                    row.column(),
                    Quoted.text(row.value()))));
    shell.print(text.toString());
  }

  private void concept(List<Release> releases) throws IOException {
    try (var network = Network.open(releases)) {
      var id = identifier(network);
      var terms = network.terms(id);
      var claims = network.claims(id);
      if (terms.isEmpty() && claims.isEmpty()) {
        throw new NothingException(
            "none of "
                + Figures.count(releases.size(), "release")
                + " speaks of "
                + id
                + "; see idiome knowledge list");
      }
      if (isTsv) {
        shell.print(Tables.tsv(COLUMNS, rows(id, terms, claims)));
      } else {
        var same = Equivalence.of(network.mappingsAround(id));
        shell.print(text(id, terms, claims, KnowledgeSame.lines(id, same)));
      }
    }
  }

  /// What is asked about: an identifier in any spelling, else the gene that a symbol means.
  private String identifier(Network network) {
    if (Identifier.of(asked.strip()) instanceof Identifier.Understood understood) {
      return understood.curie();
    }
    return switch (new GeneSymbols(network.geneNames()).resolve(asked)) {
      case GeneMatch.Found found -> {
        if (!common.quiet) {
          shell.say(
              Quoted.text(asked)
                  + ": "
                  + found.bearer().symbol()
                  + ", by "
                  + found.bearer().level().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                  + (found.isOtherCase() ? " in another letter case" : ""));
          found.also().forEach(other -> shell.say("  also a name of " + name(other)));
        }
        yield found.bearer().gene();
      }
      case GeneMatch.Ambiguous several ->
          throw new NothingException(
              Quoted.text(asked)
                  + " is a name of several genes: "
                  + String.join(
                      ", ",
                      several.candidates().stream().map(KnowledgeShowCommand::name).toList()));
      case GeneMatch.SpreadsheetDate date ->
          throw new NothingException(
              Quoted.text(asked)
                  + " is a date that a spreadsheet made"
                  + (date.mayHaveBeen().isEmpty()
                      ? ""
                      : "; it may have been " + String.join(", ", date.mayHaveBeen())));
      case GeneMatch.NotFound _ ->
          throw new NothingException(
              Quoted.text(asked)
                  + " is no identifier, source or symbol of a gene; see idiome knowledge list");
    };
  }

  private static String name(Bearer bearer) {
    return bearer.symbol() + " (" + bearer.gene() + ")";
  }

  private static List<List<String>> rows(
      String id, List<Said<Term>> terms, List<Said<Claim>> claims) {
    var rows = new ArrayList<List<String>>();
    for (var said : terms) {
      var term = said.what();
      rows.add(
          List.of(
              id,
              "term",
              term.id(),
              term.property().name().toLowerCase(Locale.ROOT),
              term.value(),
              "",
              "",
              "",
              term.notes().toString(),
              said.release().source(),
              said.release().release(),
              said.rows()));
    }
    for (var said : claims) {
      var claim = said.what();
      rows.add(
          List.of(
              id,
              "claim",
              claim.subject(),
              claim.predicate(),
              claim.object(),
              claim.isNegated() ? "yes" : "no",
              claim.qualifiers().toString(),
              level(claim),
              claim.values().toString(),
              said.release().source(),
              said.release().release(),
              said.rows()));
    }
    return rows;
  }

  private static String level(Claim claim) {
    var level = claim.values().get(Values.LEVEL);
    var scale = claim.values().get(Values.SCALE);
    return level == null ? "" : scale == null ? level : scale + " " + level;
  }

  private static String text(
      String id, List<Said<Term>> terms, List<Said<Claim>> claims, List<String> same) {
    var text = new StringBuilder(id).append('\n');
    for (var said : terms) {
      if (said.what().property() != TermProperty.COLUMNS) {
        text.append("  ")
            .append(said.what().property().name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .append(": ")
            .append(Quoted.text(said.what().value()))
            .append("  [")
            .append(said.rows())
            .append("]\n");
      }
    }
    same.forEach(line -> text.append("  ").append(line).append('\n'));
    var bySource = new TreeMap<String, List<Said<Claim>>>();
    claims.forEach(said ->
        bySource
            .computeIfAbsent(
                said.release().source() + " " + said.release().release(), _ -> new ArrayList<>())
            .add(said));
    bySource.forEach((source, said) -> {
      text.append(Quoted.text(source))
          .append(": ")
          .append(Figures.count(said.size(), "claim"))
          .append('\n');
      said.forEach(one -> text.append("  ").append(line(one)).append('\n'));
    });
    return text.toString();
  }

  private static String line(Said<Claim> said) {
    var claim = said.what();
    var level = level(claim);
    return claim.subject()
        + (claim.isNegated() ? " NOT " : " ")
        + claim.predicate()
        + " "
        + claim.object()
        + (claim.qualifiers().isEmpty()
            ? ""
            : " {" + Quoted.text(claim.qualifiers().toString()) + "}")
        + (level.isEmpty() ? "" : " (" + Quoted.text(level) + ")")
        + "  ["
        + said.rows()
        + "]";
  }
}
