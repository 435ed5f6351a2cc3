package org.idiome.record.kept;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.concept.Coded;
import org.idiome.core.observation.Individual;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;
import org.idiome.core.problem.Problem;
import org.idiome.core.source.CitedRow;
import org.idiome.core.source.SourceRow;
import org.idiome.core.source.Sources;
import org.idiome.core.time.When;
import org.idiome.record.folder.PersonRecord;
import org.idiome.record.phenopacket.PedigreePerson;
import org.idiome.store.Rows;
import org.idiome.store.Settlements;
import org.idiome.store.StoreReader;
import org.jspecify.annotations.Nullable;

/// One person as a store says, as of a batch.
///
/// @param id in the store
/// @param intakes what is in force, in the order in which it came
/// @param individual as the latest input says, with the ids that the others gave
/// @param references what the inputs say of themselves
/// @param written when the latest input was written that says so, or *not stated*
/// @param specimens sorted by id
/// @param statements sorted by [PersonRecord#ORDER]
/// @param quantities by layer; a layer without one is absent
/// @param variants samples of variant files, in the order of the inputs
/// @param batches in which the files of `sources` came, in their order
/// @param problems what reading the inputs met, the first of each kind
/// @param problemCount how many problems there were at all
/// @param texts finds the text of a row while the store is open
/// @param settlements what stands of findings that somebody looked into
/// @param pedigree that of the latest input that has one
public record KeptPerson(
    String id,
    List<Long> intakes,
    Individual individual,
    List<Coded> references,
    When written,
    List<Specimen> specimens,
    List<Statement> statements,
    SortedMap<Layer, QuantityColumns> quantities,
    List<KeptVariants> variants,
    Sources sources,
    List<Long> batches,
    List<Problem> problems,
    long problemCount,
    KeptTexts texts,
    List<Settlements.Row> settlements,
    List<PedigreePerson> pedigree) {

  /// Copies and sorts the collections.
  public KeptPerson {
    intakes = List.copyOf(intakes);
    references = List.copyOf(references);
    specimens = specimens.stream().sorted(Comparator.comparing(Specimen::id)).toList();
    statements = statements.stream().sorted(PersonRecord.ORDER).toList();
    quantities = Collections.unmodifiableSortedMap(new TreeMap<>(quantities));
    variants = List.copyOf(variants);
    batches = List.copyOf(batches);
    problems = List.copyOf(problems);
    settlements = List.copyOf(settlements);
    pedigree = List.copyOf(pedigree);
  }

  /// Reads a person, or answers with null where nothing of them was in force.
  ///
  /// @param batch see [StoreReader#batchBy]; [StoreReader#NEWEST] for everything
  /// @param layer the only one whose observations are read; null for all of them
  public static @Nullable KeptPerson read(
      StoreReader store, String id, long batch, @Nullable Layer layer) {
    var inForce = InForce.of(store, id, batch, layer);
    return inForce == null ? null : inForce.person();
  }

  /// What one intake alone says, be it in force or not.
  public static KeptPerson of(StoreReader store, String id, Rows.IntakeRow intake) {
    var person = new Rows.PersonRow(intake.person(), id);
    store.requireParts(intake.intake());
    return new PersonReading(store, person, List.of(intake), null).read(List.of());
  }

  /// The batch in which a file came.
  public long batch(int file) {
    return batches.get(file);
  }

  /// A row with its header and text.
  public CitedRow cite(SourceRow row) {
    return texts.cite(row);
  }

  /// All of them, in the order of the inputs; born as the latest says that says it.
  static Individual merged(List<Individual> individuals) {
    var latest = individuals.getLast();
    var born = latest.born();
    for (var individual : individuals) {
      if (latest.born() instanceof When.NotStated) {
        born = individual.born() instanceof When.NotStated ? born : individual.born();
      }
    }
    var others = new ArrayList<String>();
    for (var individual : individuals) {
      for (var name : ids(individual)) {
        if (!name.equals(latest.id()) && !others.contains(name)) {
          others.add(name);
        }
      }
    }
    // Of one input alone the list stays as it was given.
    return individuals.size() == 1 ? latest : new Individual(latest.id(), others, born);
  }

  private static List<String> ids(Individual individual) {
    var ids = new ArrayList<String>();
    ids.add(individual.id());
    ids.addAll(individual.otherIds());
    return ids;
  }
}
