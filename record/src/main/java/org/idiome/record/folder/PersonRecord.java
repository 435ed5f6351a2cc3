package org.idiome.record.folder;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.observation.Individual;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.Specimen;
import org.idiome.core.observation.Statement;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.source.Sources;
import org.idiome.core.time.When;
import org.idiome.record.phenopacket.Origin;
import org.idiome.record.phenopacket.PedigreePerson;

/// One person as the files of a folder say.
///
/// @param specimens sorted by id
/// @param statements sorted by [#ORDER]
/// @param quantities by layer; a layer without one is absent
/// @param variantFiles in the order of the packet
/// @param pedigree empty where there is none
/// @param sources the files that were read; variant files are not among them
/// @param problems the first of each kind, in the order found
/// @param problemCounts how many of each kind there were
/// @param items what became of the packet's elements and the rows of its tables
public record PersonRecord(
    Individual individual,
    Origin origin,
    List<Specimen> specimens,
    List<Statement> statements,
    SortedMap<Layer, QuantityColumns> quantities,
    List<VariantFile> variantFiles,
    List<PedigreePerson> pedigree,
    Sources sources,
    List<Problem> problems,
    SortedMap<ProblemCode, Long> problemCounts,
    ItemCounts items,
    RowTexts rowTexts) {

  /// By layer, time for display, kind, concept, then all else that is said, then where it stood.
  public static final Comparator<Statement> ORDER =
      Comparator.comparing(Statement::layer)
          .thenComparing(Statement::when, When.DISPLAY_ORDER)
          .thenComparing(Statement::kind)
          .thenComparing(Statement::concept)
          .thenComparing(statement -> statement.toJson().pretty())
          .thenComparing(statement -> statement.rows().getFirst());

  /// Sorts and copies the collections.
  public PersonRecord {
    specimens = specimens.stream().sorted(Comparator.comparing(Specimen::id)).toList();
    statements = statements.stream().sorted(ORDER).toList();
    quantities = Collections.unmodifiableSortedMap(new TreeMap<>(quantities));
    variantFiles = List.copyOf(variantFiles);
    pedigree = List.copyOf(pedigree);
    problems = List.copyOf(problems);
    problemCounts = Collections.unmodifiableSortedMap(new TreeMap<>(problemCounts));
  }

  /// The statements of a layer, in order.
  public List<Statement> statements(Layer layer) {
    return statements.stream().filter(statement -> statement.layer() == layer).toList();
  }

  /// How many problems there were at all.
  public long problemCount() {
    return problemCounts.values().stream().mapToLong(Long::longValue).sum();
  }

  /// A digest of what is said in each layer that has anything.
  ///
  /// Of statements and quantities as logical rows: neither the bytes of a file nor where a value
  /// stood in it counts. Variant files are not part of it.
  public SortedMap<Layer, Sha256> digests() {
    var digests = new TreeMap<Layer, Sha256>();
    for (var layer : EnumSet.allOf(Layer.class)) {
      var own = statements(layer);
      var columns = quantities.get(layer);
      if (own.isEmpty() && columns == null) {
        continue;
      }
      var digester = new Digester().text(layer.code()).integer(own.size());
      own.forEach(statement -> digester.text(statement.toJson().pretty()));
      if (columns != null) {
        columns.digestInto(digester);
      }
      digests.put(layer, digester.end());
    }
    return digests;
  }

  /// One digest of all that is said of the person, variant files by what is said of them.
  public Sha256 digest() {
    var digester = new Digester().text(individual.toJson().pretty());
    digests().forEach((layer, digest) -> digester.text(layer.code()).text(digest.hex()));
    specimens.forEach(specimen -> digester.text(specimen.toJson().pretty()));
    variantFiles.forEach(file -> digester.text(file.toJson().pretty()));
    return digester.end();
  }
}
