package org.idiome.genomics.identity;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Json;

/// What one sample of a file shows on X and Y outside of the pseudoautosomal regions of its build.
///
/// Counted are records of one single-base variant whose call is good enough; on Y records of any
/// kind.
///
/// @param references genotypes of reference alleles in the whole file, blocks included: without
///   any, the file lists variants only
/// @param xHet two copies of X, different
/// @param xHomAlt two copies of the alternate
/// @param xReference two copies of the reference
/// @param xOneCopy written with one copy: the caller was told how many there are
/// @param xNoCall without a call that is good enough
/// @param frequency of the records on X for which the file states a population's frequency
/// @param frequencyReferences how many of these are homozygous for the reference
/// @param yCalled records on Y with a call
/// @param yNoCall records on Y without
public record SexFacts(
    long references,
    long xHet,
    long xHomAlt,
    long xReference,
    long xOneCopy,
    long xNoCall,
    Homozygosity frequency,
    long frequencyReferences,
    long yCalled,
    long yNoCall)
    implements Canonical {

  /// Records on X with two copies that are not both the reference.
  public long xVariants() {
    return xHet + xHomAlt;
  }

  /// Heterozygous genotypes for one that is homozygous for the alternate.
  public double hetRatio() {
    return (double) xHet / Math.max(1, xHomAlt);
  }

  @Override
  public Json toJson() {
    return Json.object()
        .put("references", references)
        .put("x_het", xHet)
        .put("x_hom_alt", xHomAlt)
        .put("x_reference", xReference)
        .put("x_one_copy", xOneCopy)
        .put("x_no_call", xNoCall)
        .put("f_sites", frequency.sites())
        .put("f_observed", frequency.observed())
        .put("f_expected", frequency.expected())
        .put("f_references", frequencyReferences)
        .put("y_called", yCalled)
        .put("y_no_call", yNoCall)
        .end();
  }

  void digestInto(Digester digester) {
    digester
        .integer(references)
        .integer(xHet)
        .integer(xHomAlt)
        .integer(xReference)
        .integer(xOneCopy)
        .integer(xNoCall)
        .integer(frequency.sites())
        .integer(frequency.observed())
        .number(frequency.expected())
        .integer(frequencyReferences)
        .integer(yCalled)
        .integer(yNoCall);
  }
}
