package org.idiome.genomics.identity;

import java.util.List;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Json;
import org.idiome.core.genome.Contig;
import org.jspecify.annotations.Nullable;

/// How the genotypes of a child fit those of its parents in the same file.
///
/// @param father sample of the father; null where it is not in the file
/// @param mother sample of the mother; null where it is not in the file
/// @param contigs in karyotype order; X and Y only where the child's sex is stated, as one copy in
///   a son
public record FamilyFacts(@Nullable String father, @Nullable String mother, List<OnContig> contigs)
    implements Canonical {

  /// Copies the list.
  public FamilyFacts {
    contigs = List.copyOf(contigs);
  }

  /// What one contig shows.
  ///
  /// @param complete records with a good enough call in everybody
  /// @param informative of them, where an error could show
  /// @param errors where the child cannot have its alleles from its parents
  /// @param first0 place of the first error, 0-based; 0 without one
  /// @param last0 place of the last error, 0-based; 0 without one
  public record OnContig(
      Contig contig, long complete, long informative, long errors, int first0, int last0)
      implements Canonical {
    /// Whether it is one of 1 to 22.
    public boolean isAutosome() {
      var name = contig.name();
      return name.length() <= 2 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public Json toJson() {
      return Json.object()
          .put("contig", contig.name())
          .put("complete", complete)
          .put("informative", informative)
          .put("errors", errors)
          .put("first0", first0)
          .put("last0", last0)
          .end();
    }
  }

  @Override
  public Json toJson() {
    return Json.object()
        .put("father", father)
        .put("mother", mother)
        .putAll("contigs", contigs)
        .end();
  }

  void digestInto(Digester digester) {
    digester.text(father == null ? "" : "=" + father).text(mother == null ? "" : "=" + mother);
    for (var one : contigs) {
      digester
          .text(one.contig().name())
          .integer(one.complete())
          .integer(one.informative())
          .integer(one.errors())
          .integer(one.first0())
          .integer(one.last0());
    }
  }
}
