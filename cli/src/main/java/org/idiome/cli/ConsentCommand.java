package org.idiome.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.idiome.core.canonical.Sha256;
import org.idiome.record.door.Basis;
import org.idiome.record.door.Purpose;
import org.idiome.report.words.Quoted;
import org.idiome.store.Consents;
import org.idiome.store.Rows;
import org.idiome.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `idiome consent PERSON`: what a person agreed to, and took back.
@Command(
    name = "consent",
    mixinStandardHelpOptions = true,
    header = "What a person agreed to: give, withdraw, list.",
    description = {
      "Lists what a person agreed to and took back, or records it. Purposes: care, own_use,",
      "research, secondary_findings, kin, sharing. What was never given is not given; care and",
      "own use do not rest on consent and stop where they are withdrawn."
    },
    footer = {
      "",
      "Example: idiome consent lung-01 --give research --by 'the person' \\",
      "           --wording docs/examples/consent.txt"
    })
final class ConsentCommand implements Callable<Integer>, Faults.Asked {
  private static final List<String> COLUMNS =
      List.of(
          "person",
          "purpose",
          "standing",
          "said",
          "from",
          "until",
          "by",
          "wording",
          "recorded",
          "batch");
  private static final long MILLIS = 1_000;
  private static final String NOT_NEEDED = "not_needed";

  private final Shell shell;

  @Parameters(paramLabel = "PERSON", description = "Id in the store.")
  private String who = "";

  @Option(names = "--give", paramLabel = "PURPOSE", description = "The person agrees to it.")
  private @Nullable String given;

  @Option(
      names = "--withdraw",
      paramLabel = "PURPOSE",
      description = "The person takes it back, or objects to it; acts at once.")
  private @Nullable String withdrawn;

  @Option(names = "--from", paramLabel = "DAY", description = "First day (default: from now).")
  private @Nullable String from;

  @Option(
      names = "--until",
      paramLabel = "DAY",
      description = "Last day (default: until withdrawn).")
  private @Nullable String until;

  @Option(names = "--by", paramLabel = "NAME", description = "Who said so.")
  private @Nullable String by;

  @Option(
      names = "--wording",
      paramLabel = "FILE",
      description = "The text that was agreed to; its SHA-256 is kept. A withdrawal needs none.")
  private @Nullable Path wording;

  @Option(
      names = "--wait",
      converter = Seconds.class,
      paramLabel = "SECONDS",
      arity = "0..1",
      fallbackValue = "3600",
      description = "Wait for another writer.")
  private long waitSeconds;

  @Option(names = "--tsv", description = "A table with a header line.")
  private boolean isTsv;

  @Option(names = "--json", description = "One JSON document.")
  private boolean isJson;

  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final DoorOptions asking = new DoorOptions();
  @Mixin private final CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  ConsentCommand(Shell shell) {
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
    if (given != null || withdrawn != null) {
      record(said());
    } else if (from != null || until != null || by != null || wording != null) {
      throw wrong("say what is recorded: --give PURPOSE or --withdraw PURPOSE");
    }
    String id;
    Basis basis;
    try (var door = asking.open(store)) {
      id = Persons.known(door, who);
      basis = Objects.requireNonNull(door.consent(id));
    }
    var rows = rows(id, basis);
    shell.print(
        isJson
            ? Tables.json(COLUMNS, rows).pretty()
            : isTsv ? Tables.tsv(COLUMNS, rows) : Tables.forEyes(COLUMNS, rows));
    return ExitCode.DONE;
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  private Consents.Said said() {
    if (given != null && withdrawn != null) {
      throw wrong("--give and --withdraw are two commands");
    }
    if (by == null || by.isBlank()) {
      throw wrong("say with --by who said so: the person, or who may speak for them");
    }
    var purpose = purpose(given == null ? Objects.requireNonNull(withdrawn) : given);
    if (given == null) {
      if (from != null || until != null) {
        throw wrong("a withdrawal acts at once, and until something else is said");
      }
      return new Consents.Said(purpose.code(), false, null, null, by, hash());
    }
    if (wording == null) {
      throw wrong("name with --wording the text that was agreed to");
    }
    var first = from == null ? null : NoDayException.day("--from", from).toString();
    var last = until == null ? null : NoDayException.day("--until", until).toString();
    if (first != null && last != null && last.compareTo(first) < 0) {
      throw wrong("--until lies before --from");
    }
    return new Consents.Said(purpose.code(), true, first, last, by, hash());
  }

  private Purpose purpose(String code) {
    var purpose = Purpose.of(code);
    if (purpose == null) {
      throw wrong(
          "there is no purpose '"
              + Quoted.text(code)
              + "'; there are "
              + String.join(", ", Purpose.codes()));
    }
    return purpose;
  }

  private @Nullable Sha256 hash() {
    if (wording == null) {
      return null;
    }
    try {
      var text = Files.readAllBytes(wording);
      if (new String(text, StandardCharsets.UTF_8).isBlank()) {
        throw wrong("the wording is empty: name the file with the text that was agreed to");
      }
      return Sha256.of(text);
    } catch (IOException e) {
      throw wrong("cannot read the wording: " + MachineException.reason(e));
    }
  }

  private void record(Consents.Said said) {
    String id;
    try (var door = asking.open(store)) {
      id = Persons.known(door, who);
    }
    var head = new Rows.BatchHead(Instant.now(), "consent", Release.software());
    var holder = "idiome consent, process " + ProcessHandle.current().pid();
    try (var writer = Store.at(store.folder()).write(head, holder, waitSeconds * MILLIS)) {
      var person = writer.person(id);
      if (person == null) {
        throw Persons.nobody(who);
      }
      Consents.add(writer, person.person(), said);
      writer.acknowledge();
      ClockBehind.say(shell, writer, store);
    }
  }

  /// What was said, in order; then the purposes of which nothing was.
  private static List<List<String>> rows(String id, Basis basis) {
    var rows = new ArrayList<List<String>>();
    for (var purpose : Purpose.values()) {
      var standing = basis.of(purpose).code();
      var about =
          basis.rows().stream().filter(row -> row.said().purpose().equals(purpose.code())).toList();
      if (about.isEmpty()) {
        // What needs no consent is not waiting for one.
        var said = purpose.needsConsent() ? standing : NOT_NEEDED;
        rows.add(List.of(id, purpose.code(), said, "", "", "", "", "", "", ""));
      }
      about.forEach(row -> rows.add(row(id, row, standing)));
    }
    return rows;
  }

  private static List<String> row(String id, Consents.Row row, String standing) {
    var said = row.said();
    var text = said.wording();
    return List.of(
        id,
        said.purpose(),
        standing,
        said.isGiven() ? "given" : "withdrawn",
        said.from() == null ? "" : said.from(),
        said.until() == null ? "" : said.until(),
        said.by(),
        text == null ? "" : text.hex(),
        row.recorded(),
        Long.toString(row.batch()));
  }
}
