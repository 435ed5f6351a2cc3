package org.idiome.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Explanation;
import org.idiome.core.genome.Callability;
import org.idiome.core.observation.Image;
import org.idiome.core.observation.Individual;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;
import org.idiome.core.problem.Problem;
import org.idiome.core.run.Settings;
import org.idiome.core.source.Locator;
import org.idiome.core.source.SourceFile;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.idiome.genomics.identity.Elsewhere;
import org.jspecify.annotations.Nullable;

/// The read-only view of one individual as of a clinical date, restricted to what was declared.
///
/// Immutable; safe for any number of threads. Asking for what was not declared is a fault of the
/// interpreter and throws [IllegalStateException].
public final class Profile {
  private final Person person;
  private final Reads reads;
  private final When at;
  private final @Nullable SourceRow atRow;
  private final Settings settings;
  private final Map<Layer, Set<String>> readers;

  /// @param person already cut to what happened up to `at`
  /// @param atRow where `at` stands, or null where it was given, is none, or does not concern
  /// @param readers names of the interpreters of this run that read a layer
  Profile(
      Person person,
      Reads reads,
      When at,
      @Nullable SourceRow atRow,
      Settings settings,
      Map<Layer, Set<String>> readers) {
    this.person = person;
    this.reads = reads;
    this.at = at;
    this.atRow = atRow;
    this.settings = settings;
    this.readers = readers;
  }

  /// Who it is about.
  public Individual individual() {
    return person.individual();
  }

  /// What the source of the person says of itself: publications, and marks such as
  /// `Idiome:synthetic`.
  public List<Coded> references() {
    return person.references();
  }

  /// The clinical date: a day, a study day, or *not stated* where the record has no date at all.
  public When at() {
    return at;
  }

  /// Where the clinical date was read: the latest beginning of anything recorded. Null for
  /// interpreters, and where the date was given or there is none.
  public @Nullable SourceRow atRow() {
    return atRow;
  }

  /// The clinical date as a calendar day, or null where it is none.
  public @Nullable LocalDate date() {
    return at instanceof When.Day day ? day.date() : null;
  }

  /// The options of the run.
  public Settings settings() {
    return settings;
  }

  /// What was sampled, sorted by id.
  public List<Specimen> specimens() {
    return person.specimens();
  }

  /// A specimen by its id, or null.
  public @Nullable Specimen specimen(String id) {
    for (var specimen : person.specimens()) {
      if (specimen.id().equals(id)) {
        return specimen;
      }
    }
    return null;
  }

  /// Statements of a layer up to the clinical date, in a stated order: by time for display, kind,
  /// concept, source row.
  public List<Statement> statements(Layer layer) {
    require(reads.statements().contains(layer), "statements of " + layer.code());
    return person.statements().stream().filter(one -> one.layer() == layer).toList();
  }

  /// Images of a layer up to the clinical date.
  public List<Image> images(Layer layer) {
    require(reads.statements().contains(layer), "images of " + layer.code());
    return person.images().stream().filter(one -> one.layer() == layer).toList();
  }

  /// Quantities of a layer up to the clinical date.
  public QuantityColumns quantities(Layer layer) {
    require(reads.quantities().contains(layer), "quantities of " + layer.code());
    var columns = person.quantities().get(layer);
    return columns == null ? QuantityColumns.of(layer).build() : columns;
  }

  /// The germline samples, cut to the declared loci; empty where there is no germline file.
  public List<Genome> germline() {
    return genomes(Layer.GENOME);
  }

  /// The tumour samples, without calls: the declared loci are those of the germline.
  public List<Genome> tumour() {
    return genomes(Layer.TUMOUR);
  }

  private List<Genome> genomes(Layer layer) {
    return person.genomes().stream()
        .filter(genome -> genome.layer() == layer)
        .map(genome -> genome.only(reads.germline()))
        .toList();
  }

  /// Bases of all loci that any interpreter of this run declared, by what the file of each germline
  /// sample says of them; in the order of [#germline].
  public List<SortedMap<Callability, Long>> germlineBases() {
    var all = new ArrayList<SortedMap<Callability, Long>>();
    for (var genome : person.genomes()) {
      if (genome.layer() == Layer.GENOME) {
        var bases = new TreeMap<Callability, Long>();
        for (var stretch : genome.lookedAt()) {
          var locus = stretch.locus();
          bases.merge(stretch.state(), (long) locus.end0() - locus.start0(), Long::sum);
        }
        all.add(bases);
      }
    }
    return all;
  }

  /// Names of the interpreters of this run that read a layer, sorted: what a gap in it limits.
  public Set<String> readersOf(Layer layer) {
    return readers.getOrDefault(layer, Set.of());
  }

  /// What was settled of findings that block others, in the order in which it was recorded.
  public List<Settlement> settlements() {
    return person.settlements();
  }

  /// What others of the same store have in common with the person; empty for files.
  public List<Elsewhere> elsewhere() {
    return person.elsewhere();
  }

  /// Problems met while reading the person.
  public List<Problem> problems() {
    return person.problems();
  }

  /// The file of a row.
  public SourceFile file(SourceRow row) {
    return person.sources().file(row.file());
  }

  /// The place of a row in its file.
  public Locator locator(SourceRow row) {
    return person.sources().locator(row);
  }

  /// A row as the leaf of an explanation: its header and text, with the part that counts marked.
  ///
  /// @param mark part of the row's text, or null for the whole row
  public Explanation.Row cite(SourceRow row, @Nullable String mark) {
    return new Explanation.Row(person.rowText().cite(row).marked(mark));
  }

  private static void require(boolean declared, String what) {
    if (!declared) {
      throw new IllegalStateException("an interpreter read what it did not declare: " + what);
    }
  }
}
