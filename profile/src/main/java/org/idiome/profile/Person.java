package org.idiome.profile;

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

/// Everything that a source of persons gives of one person: what a [Profile] is a view of.
///
/// Made once per interpretation, from a folder today and from a store later.
///
/// @param genomes one for each sample of each variant file, read for the united loci
/// @param references what the source says of itself: publications, and marks such as
///   `Idiome:synthetic`
/// @param problems what the reading met, the first of each kind
/// @param problemCount how many problems there were at all
/// @param rowText finds the text of a row
public record Person(
    Individual individual,
    List<Coded> references,
    List<Specimen> specimens,
    List<Statement> statements,
    List<Image> images,
    SortedMap<Layer, QuantityColumns> quantities,
    List<Genome> genomes,
    Sources sources,
    List<Problem> problems,
    long problemCount,
    RowText rowText) {

  /// A person whose source says nothing of itself.
  public Person(
      Individual individual,
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
        List.of(),
        specimens,
        statements,
        images,
        quantities,
        genomes,
        sources,
        problems,
        problemCount,
        rowText);
  }

  /// Finds the text of a row; safe for several threads.
  public interface RowText {
    /// The row with its header and text, unmarked.
    CitedRow cite(SourceRow row);
  }
}
