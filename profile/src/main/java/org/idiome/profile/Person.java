package org.idiome.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.idiome.core.concept.Coded;
import org.idiome.core.observation.Image;
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
import org.idiome.genomics.identity.Elsewhere;

/// Everything that a source of persons gives of one person: what a [Profile] is a view of.
///
/// Made once per interpretation, from a folder today and from a store later.
///
/// @param genomes one for each sample of each variant file, read for the united loci
/// @param references what the source says of itself: publications, and marks such as
///   `Idiome:synthetic`
/// @param written when the source was written as it says itself, or *not stated*
/// @param problems what the reading met, the first of each kind
/// @param problemCount how many problems there were at all
/// @param rowText finds the text of a row
/// @param settlements what was settled of earlier findings; empty for files
/// @param elsewhere what others of the same store have in common; of files, that nothing is known
///   of parents whom the pedigree names
public record Person(
    Individual individual,
    List<Coded> references,
    When written,
    List<Specimen> specimens,
    List<Statement> statements,
    List<Image> images,
    SortedMap<Layer, QuantityColumns> quantities,
    List<Genome> genomes,
    Sources sources,
    List<Problem> problems,
    long problemCount,
    RowText rowText,
    List<Settlement> settlements,
    List<Elsewhere> elsewhere) {

  /// Copies what was settled, and what others have in common.
  public Person {
    settlements = List.copyOf(settlements);
    elsewhere = List.copyOf(elsewhere);
  }

  /// A person of files, of whom nothing can be settled.
  public Person(
      Individual individual,
      List<Coded> references,
      When written,
      List<Specimen> specimens,
      List<Statement> statements,
      List<Image> images,
      SortedMap<Layer, QuantityColumns> quantities,
      List<Genome> genomes,
      Sources sources,
      List<Problem> problems,
      long problemCount,
      RowText rowText) {
    this(
        individual,
        references,
        written,
        specimens,
        statements,
        images,
        quantities,
        genomes,
        sources,
        problems,
        problemCount,
        rowText,
        List.of(),
        List.of());
  }

  /// With problems that were found in it after it was read.
  Person with(List<Problem> found) {
    var all = new ArrayList<>(problems);
    all.addAll(found);
    return new Person(
        individual,
        references,
        written,
        specimens,
        statements,
        images,
        quantities,
        genomes,
        sources,
        all,
        problemCount + found.size(),
        rowText,
        settlements,
        elsewhere);
  }

  /// Finds the text of a row; safe for several threads.
  public interface RowText {
    /// The row with its header and text, unmarked.
    CitedRow cite(SourceRow row);
  }
}
