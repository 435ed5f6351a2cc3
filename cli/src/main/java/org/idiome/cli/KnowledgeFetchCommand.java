package org.idiome.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.idiome.core.problem.BadInputException;
import org.idiome.knowledge.fetch.Fetcher;
import org.idiome.knowledge.fetch.Offer;
import org.idiome.knowledge.home.KnowledgeHome;
import org.idiome.knowledge.home.Taken;
import org.idiome.knowledge.publisher.Publisher;
import org.idiome.knowledge.publisher.Publishers;
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

/// `idiome knowledge fetch NAME…`: publishers' files from their own addresses.
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    description = {
      "Brings publishers' newest files from their own addresses and imports them. Size and licence are",
      "said first; what was broken off is gone on with. Without NAME: the sources that are known.",
      "This is the only command that opens a connection."
    },
    footer = {
      "",
      "Exit codes: 0 all are there; 1 some did not come; 2 none came.",
      "",
      "Example: idiome knowledge fetch hgnc hpo hpoa"
    })
final class KnowledgeFetchCommand implements Callable<Integer>, Faults.Asked {
  private static final List<String> COLUMNS =
      List.of("source", "title", "licence", "address", "how", "status");

  private final Shell shell;

  @Parameters(paramLabel = "NAME", arity = "0..*", description = "Names of sources.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "URL",
      description = "Another address for the one source that is named.")
  private @Nullable URI from;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description = "How long a server may be silent (default: 60).")
  private long patience = 60;

  @Option(names = "--tsv", description = "A table of the sources that are known.")
  private boolean isTsv;

  @Mixin private final KnowledgeOptions knowledge = new KnowledgeOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  KnowledgeFetchCommand(Shell shell) {
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
    if (names.isEmpty()) {
      var rows = Publishers.all().values().stream().map(KnowledgeFetchCommand::row).toList();
      shell.print(isTsv ? Tables.tsv(COLUMNS, rows) : Tables.forEyes(COLUMNS, rows));
      return ExitCode.DONE;
    }
    if (from != null && names.size() > 1) {
      throw new ParameterException(spec.commandLine(), "--from is the address of one source");
    }
    int failed = 0;
    var home = knowledge.home();
    try (var fetcher =
        new Fetcher(Duration.ofSeconds(Math.max(1, patience)), common.bounds.inflatedBytes)) {
      for (var name : names) {
        failed += isThere(name, home, fetcher) ? 0 : 1;
      }
    }
    return failed == 0
        ? ExitCode.DONE
        : failed < names.size() ? ExitCode.PARTLY : ExitCode.WRONG_INPUT;
  }

  private static List<String> row(Publisher publisher) {
    return List.of(
        publisher.name(),
        publisher.title(),
        publisher.licence().name(),
        publisher.address().toString(),
        how(publisher),
        publisher.isConfirmed() ? "confirmed" : "unconfirmed");
  }

  private static String how(Publisher publisher) {
    if (publisher.isByAgreement()) {
      return "your own copy";
    }
    return switch (publisher.form()) {
      case FILE -> "fetch";
      case ARCHIVE -> "unpack by hand";
      case PAGE -> "by its page";
    };
  }

  private boolean isThere(String name, KnowledgeHome home, Fetcher fetcher) {
    var publisher = Publishers.all().get(name);
    if (publisher == null && from == null) {
      shell.say("idiome: no source is called " + Quoted.text(name));
      shell.say("  see: idiome knowledge fetch, or give its address: --from URL");
      return false;
    }
    if (from == null
        && publisher != null
        && (publisher.isByAgreement() || publisher.form() != Publisher.Form.FILE)) {
      shell.say(
          "idiome: " + name + " cannot be fetched: " + how(publisher) + ", " + publisher.address());
      shell.say("  get its file there, then: idiome knowledge import FILE");
      return false;
    }
    try {
      return isTaken(name, publisher, home, fetcher);
    } catch (BadInputException e) {
      shell.say(e.problem());
      return false;
    } catch (IOException e) {
      shell.say("idiome: " + name + " did not come: " + MachineException.reason(e));
      shell.say("  try again later, or give another address: --from URL");
      return false;
    }
  }

  private boolean isTaken(
      String name, @Nullable Publisher publisher, KnowledgeHome home, Fetcher fetcher)
      throws IOException {
    var address = from != null || publisher == null ? from : publisher.address();
    var offer = fetcher.ask(address == null ? URI.create("") : address);
    say(name, publisher, offer);
    var file = fetcher.fetch(offer, home.fetching(), bytes -> {});
    var settings = new ImportSettings(name, new TreeMap<>(), null, null);
    try (var intake = home.intake(Instant.now(), common.bounds.bytes())) {
      var taken = intake.take(file, offer.fileName(), offer.from().toString(), settings);
      Files.deleteIfExists(file);
      switch (taken) {
        case Taken.Already already ->
            shell.say("  already there, as " + already.release().card().release());
        case Taken.New fresh -> {
          fresh.problems().forEach(shell::say);
          if (!common.quiet) {
            KnowledgeCards.lines(fresh.release().card()).forEach(shell::say);
          }
        }
      }
      return true;
    }
  }

  private void say(String name, @Nullable Publisher publisher, Offer offer) {
    shell.say(
        name
            + ": "
            + (offer.bytes() < 0 ? "size not known" : Figures.count(offer.bytes(), "byte"))
            + " from "
            + offer.asked());
    if (publisher != null) {
      shell.say("  licence: " + KnowledgeCards.licence(publisher.licence()));
      if (!publisher.isConfirmed()) {
        shell.say("  address and licence were not confirmed at the publisher's page");
      }
    }
    offer.hosts().forEach(host -> shell.say("  it leads to another host: " + Quoted.text(host)));
  }
}
