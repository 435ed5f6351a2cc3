package org.idiome.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.idiome.core.concept.Prefixes;
import org.idiome.knowledge.diff.Change;
import org.idiome.knowledge.diff.SnapshotDiff;
import org.idiome.knowledge.home.Intake;
import org.idiome.knowledge.home.KnowledgeHome;
import org.idiome.knowledge.home.Release;
import org.idiome.knowledge.source.ImportSettings;
import org.idiome.knowledge.source.all.Importers;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Quoted;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `idiome knowledge diff S1 S2`: what two snapshots, or two releases of one source, say otherwise.
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Compares two snapshots, or two files of one source, claim by claim. The order of rows, columns",
      "and citations is no change, nor is a column that one of the two does not have."
    },
    footer = {
      "",
      "Example: idiome knowledge diff 4f2a91c08b1d 0c77be35aa10",
      "         idiome knowledge diff civic-old.tsv civic-new.tsv --about HGNC:1097"
    })
final class KnowledgeDiffCommand implements Callable<Integer>, Faults.Asked {
  private static final int FEWEST_DIGITS = 6;
  private static final List<String> COLUMNS =
      List.of(
          "change",
          "subject",
          "predicate",
          "object",
          "qualifier",
          "before",
          "after",
          "source_row_before",
          "source_row_after");

  private final Shell shell;

  @Parameters(
      index = "0",
      paramLabel = "S1",
      description = "The earlier snapshot, by the first digits of its name; or a file.")
  private String first = "";

  @Parameters(index = "1", paramLabel = "S2", description = "The later one.")
  private String second = "";

  @Option(
      names = "--about",
      paramLabel = "CONCEPT",
      description = "Only what is claimed of this concept.")
  private @Nullable String about;

  @Option(
      names = "--replaced",
      paramLabel = "FILE",
      description = "Of two files: what replaced obsolete identifiers by the later one.")
  private @Nullable Path replaced;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Of two files: the name of the source.")
  private @Nullable String source;

  @Option(names = "--tsv", description = "A table with a header line.")
  private boolean isTsv;

  @Mixin private final KnowledgeOptions knowledge = new KnowledgeOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  KnowledgeDiffCommand(Shell shell) {
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
      var changes = isFiles() ? ofFiles() : ofSnapshots();
      if (about != null) {
        var concept = Prefixes.key(about.strip());
        changes = changes.stream().filter(change -> change.isAbout(concept)).toList();
      }
      shell.print(isTsv ? Tables.tsv(COLUMNS, rows(changes)) : KnowledgeChanges.text(changes));
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isFiles() {
    return Files.isRegularFile(Path.of(first)) && Files.isRegularFile(Path.of(second));
  }

  private List<Change> ofSnapshots() throws IOException {
    var home = knowledge.home();
    return SnapshotDiff.compare(snapshot(home, first), snapshot(home, second));
  }

  private static Collection<Release> snapshot(KnowledgeHome home, String name) throws IOException {
    var ids =
        home.snapshots().stream()
            .filter(id -> name.length() >= FEWEST_DIGITS && id.startsWith(name))
            .toList();
    if (ids.size() != 1) {
      throw new NothingException(
          (ids.isEmpty() ? "no snapshot is called " : "several snapshots are called ")
              + Quoted.text(name)
              + "; "
              + Figures.count(home.snapshots().size())
              + " were in force: idiome knowledge list --snapshots");
    }
    return home.snapshot(ids.getFirst()).values();
  }

  /// Takes both into a home of their own, which goes afterwards.
  private List<Change> ofFiles() throws IOException {
    var folder = Files.createTempDirectory("idiome-diff-");
    try {
      var before = new ArrayList<Release>();
      var after = new ArrayList<Release>();
      var name = source;
      try (var intake = home(folder.resolve("before"))) {
        before.add(take(intake, Path.of(first), name));
      }
      name = before.getFirst().card().source();
      try (var intake = home(folder.resolve("after"))) {
        after.add(take(intake, Path.of(second), name));
        if (replaced != null) {
          after.add(take(intake, replaced, null));
        }
      }
      return SnapshotDiff.compare(before, after);
    } finally {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private Intake home(Path folder) throws IOException {
    return new KnowledgeHome(folder, Importers.shipped())
        .intake(Instant.EPOCH, common.bounds.bytes());
  }

  private static Release take(Intake intake, Path file, @Nullable String name) throws IOException {
    var settings = new ImportSettings(name, new TreeMap<>(), null, null);
    return intake.take(file, file.toString(), null, settings).release();
  }

  private static List<List<String>> rows(List<Change> changes) {
    var rows = new ArrayList<List<String>>();
    for (var change : changes) {
      rows.add(
          List.of(
              change.kind().name().toLowerCase(Locale.ROOT),
              change.subject(),
              change.predicate(),
              change.object(),
              change.qualifiers().toString(),
              change.before().toString(),
              change.after().toString(),
              change.rowsBefore(),
              change.rowsAfter()));
    }
    return rows;
  }
}
