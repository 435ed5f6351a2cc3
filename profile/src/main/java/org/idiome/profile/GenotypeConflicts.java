package org.idiome.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.idiome.core.genome.Callability;
import org.idiome.core.observation.Call;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.Place;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.source.Locator;
import org.idiome.core.source.SourceRow;
import org.idiome.core.source.Sources;
import org.jspecify.annotations.Nullable;

/// Where two germline files of one person give different genotypes, among the declared loci.
///
/// One problem for each pair of files, with the first place and how many there are. None is chosen:
/// an interpreter that rests on such a place does not assess it.
///
/// Compared are records of the same bases, and a variant of one file with bases that the other
/// called reference, not by a record of other alternates; records that describe a change otherwise
/// are left to the interpreters.
final class GenotypeConflicts {
  private final Genome one;
  private final Genome two;

  /// Rows that contradict each other, by place and sorted: of the first file, of the second.
  private final Map<Call, SourceRow[]> found =
      new TreeMap<>(Comparator.comparing(Call::locus).thenComparing(Call::reference));

  private GenotypeConflicts(Genome one, Genome two) {
    this.one = one;
    this.two = two;
  }

  /// A problem for each pair of files that contradict each other.
  static List<Problem> of(Person person) {
    var germline =
        person.genomes().stream().filter(genome -> genome.layer() == Layer.GENOME).toList();
    var problems = new ArrayList<Problem>();
    for (int i = 0; i < germline.size(); i++) {
      for (int j = i + 1; j < germline.size(); j++) {
        if (germline.get(i).build() == germline.get(j).build()) {
          var problem =
              new GenotypeConflicts(germline.get(i), germline.get(j)).problem(person.sources());
          if (problem != null) {
            problems.add(problem);
          }
        }
      }
    }
    return problems;
  }

  private @Nullable Problem problem(Sources sources) {
    for (var call : one.calls()) {
      var other = against(call, two, true);
      if (other != null) {
        found.put(call, new SourceRow[] {call.rows().getFirst(), other});
      }
    }
    for (var call : two.calls()) {
      var other = against(call, one, false);
      if (other != null) {
        found.put(call, new SourceRow[] {other, call.rows().getFirst()});
      }
    }
    if (found.isEmpty()) {
      return null;
    }
    var first = found.entrySet().iterator().next();
    return Problem.of(
        ProblemCode.VCF_FILES_CONTRADICTORY,
        place(sources, first.getValue()[1]),
        "count",
        Integer.toString(found.size()),
        "locus",
        first.getKey().locus().display(),
        "place",
        place(sources, first.getValue()[0]).text());
  }

  private static Place place(Sources sources, SourceRow row) {
    var name = sources.name(row.file());
    return switch (sources.locator(row)) {
      case Locator.Line line -> Place.line(name, line.number());
      case Locator.Pointer _ -> Place.file(name);
    };
  }

  /// The row of another file that contradicts a call, or null.
  ///
  /// @param hasRecords whether records are compared with records, too: once for each pair is enough
  private static @Nullable SourceRow against(Call call, Genome other, boolean hasRecords) {
    var alleles = alleles(call);
    if (alleles == null) {
      return null;
    }
    boolean isRecorded = false;
    for (var theirs : other.calls(call.locus())) {
      var bases = alleles(theirs);
      isRecorded |= theirs.state() == Callability.CALLED_VARIANT;
      if (hasRecords
          && bases != null
          && theirs.locus().equals(call.locus())
          && theirs.reference().equals(call.reference())
          && !Arrays.equals(alleles, bases)) {
        return theirs.rows().getFirst();
      }
    }
    boolean isVariant = call.state() == Callability.CALLED_VARIANT;
    return isRecorded || !isVariant ? null : referenceAt(call, other);
  }

  /// The row by which a file called all bases of a record reference, or null.
  private static @Nullable SourceRow referenceAt(Call call, Genome other) {
    int at = call.locus().start0();
    SourceRow row = null;
    for (var stretch : other.lookedAt(call.locus())) {
      boolean isReference =
          stretch.state() == Callability.CALLED_REFERENCE && !other.isOfListedOnly(stretch);
      if (!isReference || stretch.locus().start0() > at) {
        return null;
      }
      row = row == null ? stretch.row() : row;
      at = stretch.locus().end0();
    }
    return at >= call.locus().end0() ? row : null;
  }

  /// The alleles of a usable call as bases, sorted; null where it is none, or an allele is
  /// symbolic.
  private static String @Nullable [] alleles(Call call) {
    boolean isUsable =
        call.state() == Callability.CALLED_VARIANT || call.state() == Callability.CALLED_REFERENCE;
    if (!isUsable || !call.genotype().isComplete()) {
      return null;
    }
    var alleles = new String[call.genotype().ploidy()];
    for (int i = 0; i < alleles.length; i++) {
      int allele = call.genotype().allele(i);
      alleles[i] = allele == 0 ? call.reference() : call.alternates().get(allele - 1);
      if (!alleles[i].chars().allMatch(Character::isLetter)) {
        return null;
      }
    }
    Arrays.sort(alleles);
    return alleles;
  }
}
