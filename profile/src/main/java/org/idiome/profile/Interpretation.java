package org.idiome.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.finding.Finding;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.ValueConflict;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.run.RefusedFile;
import org.idiome.core.run.Run;
import org.idiome.core.run.RunInputs;
import org.idiome.core.run.Settings;
import org.idiome.core.run.Software;
import org.idiome.core.source.SourceFile;
import org.idiome.core.time.When;
import org.idiome.genomics.rule.RuleTables;
import org.idiome.knowledge.Knowledge;
import org.idiome.record.code.CodeTables;

/// Runs interpreters over one person: reads declared, sources read once, dependency order,
/// independent ones side by side.
public final class Interpretation {
  /// Name of the setting that holds the clinical date.
  public static final String AT = "at";

  /// What of two inputs cannot both be so.
  private static final Set<ProblemCode> CONTRADICTIONS =
      EnumSet.of(
          ProblemCode.RECORD_SOURCES_CONTRADICTORY, ProblemCode.RECORD_GENOTYPES_CONTRADICTORY);

  private final List<Interpreter> interpreters;
  private final Knowledge knowledge;
  private final String release;
  private final int threads;
  private final SortedMap<String, Reads> reads = new TreeMap<>();
  private final List<List<Interpreter>> steps;

  /// @param interpreters in any order; names are unique and dependencies have no circle
  /// @param release version of Idiome, for the run's software
  /// @param threads how many may work at once; no result depends on it
  public Interpretation(
      Collection<Interpreter> interpreters, Knowledge knowledge, String release, int threads) {
    this.interpreters = List.copyOf(interpreters);
    this.knowledge = knowledge;
    this.release = release;
    this.threads = threads;
    for (var interpreter : interpreters) {
      reads.put(interpreter.name(), interpreter.reads(knowledge));
    }
    this.steps = Schedule.steps(this.interpreters, reads);
  }

  /// A run, and the profile with everything that its report may show.
  public record Interpreted(Run run, Profile profile) {}

  /// Reads and interprets one person.
  ///
  /// @param options settings as given; `at` is filled in where it is absent
  /// @throws org.idiome.core.problem.BadInputException where the person cannot be read
  /// @throws java.time.DateTimeException where `at` is no date
  public Interpreted interpret(PersonSource source, SortedMap<String, String> options) {
    var united = reads.values().stream().reduce(Reads.NOTHING, Reads::and);
    var read = source.read(united.germline());
    var whole = read.with(GenotypeConflicts.of(read));
    var given = options.get(AT);
    var latest = LatestTime.of(whole);
    var at = given == null ? latest.when() : ClinicalDate.parse(given);
    var person =
        ClinicalDate.cut(whole.with(given == null ? latest.doubts() : latest.doubts(at)), at);
    var all = new TreeMap<>(options);
    all.put(AT, at.text());
    var settings = new Settings(all);
    var findings = findings(person, at, settings);
    var everything = everything(united);
    var inputs =
        new RunInputs(
            state(person, united, source.consent()), knowledge.snapshot(), software(), settings);
    var run =
        new Run(
            person.individual(),
            inputs,
            findings,
            files(person),
            knowledge.releases(),
            person.problems(),
            person.problemCount());
    var atRow = given == null ? latest.row() : null;
    return new Interpreted(run, new Profile(person, everything, at, atRow, settings, readers()));
  }

  private static Reads everything(Reads united) {
    return united.statements(List.of(Layer.values())).quantities(List.of(Layer.values()));
  }

  private List<Finding> findings(Person person, When at, Settings settings) {
    var gathered = new ArrayList<Finding>();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (var step : steps) {
        var running = new ArrayList<Future<List<Finding>>>();
        for (var interpreter : step) {
          var declared = reads.getOrDefault(interpreter.name(), Reads.NOTHING);
          var earlier = earlier(gathered, declared.findingsOf());
          var profile = new Profile(person, declared, at, null, settings, readers());
          running.add(
              pool.submit(
                  () -> checked(interpreter, interpreter.interpret(profile, knowledge, earlier))));
        }
        for (var future : running) {
          gathered.addAll(result(future));
        }
      }
    }
    return gathered;
  }

  private static List<Finding> checked(Interpreter interpreter, List<Finding> findings) {
    for (var finding : findings) {
      if (!finding.key().interpreter().equals(interpreter.name())) {
        throw new IllegalStateException(
            interpreter.name() + " made a finding of another: " + finding.key().text());
      }
    }
    return findings;
  }

  private static List<Finding> result(Future<List<Finding>> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while interpreting", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException("an interpreter failed", e.getCause());
    }
  }

  private static Findings earlier(List<Finding> gathered, Set<String> names) {
    return new Findings(
        gathered.stream().filter(one -> names.contains(one.key().interpreter())).toList());
  }

  private Map<Layer, Set<String>> readers() {
    var readers = new EnumMap<Layer, Set<String>>(Layer.class);
    reads.forEach((name, declared) -> {
      for (var layer : Layer.values()) {
        if (declared.statements().contains(layer)
            || declared.quantities().contains(layer)
            || (layer == Layer.GENOME && !declared.germline().isEmpty())) {
          readers.computeIfAbsent(layer, _ -> new TreeSet<>()).add(name);
        }
      }
    });
    return readers;
  }

  /// The profile state: what was read, by its meaning. Bytes do not enter, nor do names of files,
  /// but of those that answers name: variant files, files that were refused, and inputs that
  /// contradict each other.
  private static Sha256 state(Person person, Reads united, String consent) {
    var digester = new Digester();
    digester.text(person.individual().toJson().pretty());
    for (var specimen : person.specimens()) {
      digester.text(specimen.toJson().pretty());
    }
    for (var statement : person.statements()) {
      if (united.statements().contains(statement.layer())) {
        digester.text(statement.toJson().pretty());
      }
    }
    for (var image : person.images()) {
      if (united.statements().contains(image.layer())) {
        digester.text(image.toJson().pretty());
      }
    }
    for (var columns : person.quantities().values()) {
      if (united.quantities().contains(columns.layer())) {
        columns.digestInto(digester);
        digestConflicts(person, columns, digester);
      }
    }
    for (var genome : person.genomes()) {
      digester.text(person.sources().name(genome.file()));
      genome.digestInto(digester);
    }
    for (var settlement : person.settlements()) {
      digester.text(settlement.toJson().pretty());
    }
    for (var other : person.elsewhere()) {
      digester.text("elsewhere").text(other.toJson().pretty());
    }
    for (var refused : RefusedFile.of(person.problems())) {
      digester.text("refused").text(refused.toJson().pretty());
    }
    for (var problem : person.problems()) {
      if (CONTRADICTIONS.contains(problem.code())) {
        digester.text("contradiction").text(problem.toJson().pretty());
      }
    }
    if (!consent.isEmpty()) {
      digester.text("consent").text(consent);
    }
    return digester.end();
  }

  /// That values are of two files is no part of what the columns say.
  private static void digestConflicts(Person person, QuantityColumns columns, Digester digester) {
    for (var conflict : ValueConflict.of(columns)) {
      digester.text("conflict").integer(conflict.row()).integer(conflict.other());
      for (int row : List.of(conflict.row(), conflict.other())) {
        digester.text(person.sources().name(columns.row(row).file()));
      }
    }
  }

  private Software software() {
    var versions = new TreeMap<String, String>();
    var tables = new TreeMap<String, Sha256>();
    tables.putAll(RuleTables.digests());
    tables.putAll(CodeTables.digests());
    for (var interpreter : interpreters) {
      versions.put(interpreter.name(), interpreter.version());
      interpreter
          .ruleTables()
          .forEach((name, digest) -> tables.put(interpreter.name() + "/" + name, digest));
    }
    return new Software(release, versions, tables);
  }

  private static List<SourceFile> files(Person person) {
    var files = new ArrayList<SourceFile>();
    for (int file = 0; file < person.sources().size(); file++) {
      if (person.sources().isClosed(file)) {
        files.add(person.sources().file(file));
      }
    }
    return files;
  }
}
