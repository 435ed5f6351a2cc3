package org.idiome.record.kept;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Json;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.problem.Problem;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.calls.WholeFile;
import org.idiome.genomics.identity.FamilyFacts;
import org.idiome.genomics.identity.Homozygosity;
import org.idiome.genomics.identity.SampleFacts;
import org.idiome.genomics.identity.SexFacts;
import org.jspecify.annotations.Nullable;

/// What holds for one sample of a variant file as a whole.
///
/// @param header every line above the records, with this sample alone, each with its line end
/// @param sample its name in the file; null where the file has no genotypes
/// @param carried records whose genotype names an allele beside the reference: by no chance are
///   many of them the same in two people
/// @param problems the first of each kind
/// @param problemCounts how many of each kind there were
/// @param identity what tells whose sample it is; null where the file has no genotypes
record VariantFacts(
    String header,
    @Nullable String sample,
    WholeFile whole,
    long recordsRead,
    long recordsRefused,
    long carried,
    List<Problem> problems,
    SortedMap<ProblemCode, Long> problemCounts,
    @Nullable SampleFacts identity) {

  /// @param request how it was asked for: equal where it need not be read again
  String text(String request) {
    var counts = Json.object();
    problemCounts.forEach((code, count) -> counts.put(code.code(), count));
    return Keeper.text(
        Json.object()
            .put("request", request)
            .put("header", header)
            .put("sample", sample)
            .put("build", whole.build().code())
            .put("phase_sets", whole.hasPhaseSets())
            .put("records_read", recordsRead)
            .put("records_refused", recordsRefused)
            .put("carried", carried)
            .put("problems", new Json.Arr(problems.stream().map(ContentWriter::problem).toList()))
            .put("problem_counts", counts.end())
            .put("identity", identity)
            .end());
  }

  static VariantFacts of(String text) {
    var stored = Stored.of(text);
    var counts = new TreeMap<ProblemCode, Long>();
    stored
        .in("problem_counts")
        .counts()
        .forEach((code, count) -> counts.put(ContentReader.problemCode(code), count));
    return new VariantFacts(
        stored.text("header"),
        stored.textOrNull("sample"),
        new WholeFile(build(stored.text("build")), stored.is("phase_sets")),
        (long) stored.number("records_read"),
        (long) stored.number("records_refused"),
        (long) stored.number("carried"),
        stored.list("problems", ContentReader::problem),
        counts,
        identity(stored.at("identity")));
  }

  private static @Nullable SampleFacts identity(@Nullable Stored stored) {
    if (stored == null) {
      return null;
    }
    var sex = stored.in("sex");
    var frequency =
        new Homozygosity(
            (int) sex.number("f_sites"), (int) sex.number("f_observed"), sex.number("f_expected"));
    var family = stored.at("family");
    return new SampleFacts(
        new SexFacts(
            (long) sex.number("references"),
            (long) sex.number("x_het"),
            (long) sex.number("x_hom_alt"),
            (long) sex.number("x_reference"),
            (long) sex.number("x_one_copy"),
            (long) sex.number("x_no_call"),
            frequency,
            (long) sex.number("f_references"),
            (long) sex.number("y_called"),
            (long) sex.number("y_no_call")),
        stored.text("panel"),
        family == null
            ? null
            : new FamilyFacts(
                family.textOrNull("father"),
                family.textOrNull("mother"),
                family.list("contigs", VariantFacts::contig)));
  }

  private static FamilyFacts.OnContig contig(Stored stored) {
    return new FamilyFacts.OnContig(
        new Contig(stored.text("contig")),
        (long) stored.number("complete"),
        (long) stored.number("informative"),
        (long) stored.number("errors"),
        (int) stored.number("first0"),
        (int) stored.number("last0"));
  }

  private static GenomeBuild build(String code) {
    for (var build : GenomeBuild.values()) {
      if (build.code().equals(code)) {
        return build;
      }
    }
    throw new IllegalStateException("the store holds an unknown build " + code);
  }

  /// Adds what its reading met.
  void addProblems(Problems to) {
    var rest = new TreeMap<>(problemCounts);
    for (var problem : problems) {
      to.add(problem);
      rest.merge(problem.code(), -1L, Long::sum);
    }
    rest.forEach((code, count) -> {
      if (count > 0) {
        to.count(code, count);
      }
    });
  }
}
