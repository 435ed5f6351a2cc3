package org.idiome.profile;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Layer;

/// What an interpreter declares that it will read.
///
/// @param statements layers whose statements it reads
/// @param quantities layers whose quantities it reads
/// @param germline stretches of the germline genome it reads, on any builds it has tables for
/// @param findingsOf interpreters whose findings it reads
public record Reads(
    Set<Layer> statements,
    Set<Layer> quantities,
    SortedSet<Locus> germline,
    SortedSet<String> findingsOf) {
  /// Nothing.
  public static final Reads NOTHING =
      new Reads(Set.of(), Set.of(), Collections.emptySortedSet(), Collections.emptySortedSet());

  /// Copies the sets.
  public Reads {
    statements = copy(statements);
    quantities = copy(quantities);
    germline = Collections.unmodifiableSortedSet(new TreeSet<>(germline));
    findingsOf = Collections.unmodifiableSortedSet(new TreeSet<>(findingsOf));
  }

  private static Set<Layer> copy(Set<Layer> layers) {
    var copy = EnumSet.noneOf(Layer.class);
    copy.addAll(layers);
    return Collections.unmodifiableSet(copy);
  }

  /// These, and the statements of layers.
  public Reads statements(Collection<Layer> layers) {
    return and(new Reads(Set.copyOf(layers), Set.of(), NOTHING.germline, NOTHING.findingsOf));
  }

  /// These, and the quantities of layers.
  public Reads quantities(Collection<Layer> layers) {
    return and(new Reads(Set.of(), Set.copyOf(layers), NOTHING.germline, NOTHING.findingsOf));
  }

  /// These, and stretches of the germline genome.
  public Reads germline(Collection<Locus> loci) {
    return and(new Reads(Set.of(), Set.of(), new TreeSet<>(loci), NOTHING.findingsOf));
  }

  /// These, and the findings of an interpreter.
  public Reads findingsOf(String interpreter) {
    return and(new Reads(Set.of(), Set.of(), NOTHING.germline, sorted(interpreter)));
  }

  private static SortedSet<String> sorted(String one) {
    return new TreeSet<>(Set.of(one));
  }

  /// The union of two.
  public Reads and(Reads other) {
    var allStatements = EnumSet.noneOf(Layer.class);
    allStatements.addAll(statements);
    allStatements.addAll(other.statements);
    var allQuantities = EnumSet.noneOf(Layer.class);
    allQuantities.addAll(quantities);
    allQuantities.addAll(other.quantities);
    var loci = new TreeSet<>(germline);
    loci.addAll(other.germline);
    var names = new TreeSet<>(findingsOf);
    names.addAll(other.findingsOf);
    return new Reads(allStatements, allQuantities, loci, names);
  }
}
