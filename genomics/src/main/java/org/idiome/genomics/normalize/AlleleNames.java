package org.idiome.genomics.normalize;

import org.idiome.genomics.normal.GenomicHgvs;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.normal.NormalForm.VcfForm;
import org.idiome.genomics.reference.ReferenceSequence;
import org.idiome.genomics.vrs.VrsAllele;
import org.jspecify.annotations.Nullable;

/// What an allele is called, made when it is asked for, while the reference is open. For one
/// thread.
public final class AlleleNames {
  private final Ground ground;
  private final ReferenceSequence bases;
  private final NormalForm form;

  /// @param bases where the form was rolled
  AlleleNames(Ground ground, ReferenceSequence bases, NormalForm form) {
    this.ground = ground;
    this.bases = bases;
    this.form = form;
  }

  /// Its normal form.
  public NormalForm form() {
    return form;
  }

  /// The allele of GA4GH VRS 2, or null where the sequence is not known for certain.
  public @Nullable VrsAllele vrs() {
    var refget = ground.refget();
    return refget == null ? null : VrsAllele.of(refget, form);
  }

  /// The reference allele in the place of a form, or null where the sequence is not known.
  @Nullable VrsAllele same(VcfForm written) {
    var refget = ground.refget();
    int start0 = written.position1() - 1;
    return refget == null
        ? null
        : VrsAllele.same(refget, start0, start0 + written.reference().length());
  }

  /// HGVS on the contig, with its accession; null where there is none, or there are no words for
  /// it.
  public @Nullable String hgvs() {
    var accession = ground.accession();
    var change = accession == null ? null : GenomicHgvs.of(form, bases);
    return change == null ? null : accession + ":" + change;
  }

  /// Position, what is replaced and what it becomes, over all of the stretch that can be rolled
  /// through (Holmes 2020); null without an accession.
  public @Nullable String spdi() {
    var accession = ground.accession();
    if (accession == null) {
      return null;
    }
    var full = form.justified();
    return accession + ":" + full.start0() + ":" + form.replaced() + ":" + full.alternate();
  }
}
