package org.idiome.genomics.table;

import org.idiome.core.genome.GenomeBuild;
import org.idiome.genomics.contig.BuildDetector;

/// The builds that rows name, held to one. For one thread.
final class RowBuilds {
  private GenomeBuild build;
  private String last = "";
  private GenomeBuild ofLast = GenomeBuild.UNKNOWN;

  /// @param build what is known before; unknown where the first row that names one decides
  RowBuilds(GenomeBuild build) {
    this.build = build;
  }

  /// Whether a row is of the build of the others; what names none is.
  boolean isOwn(String text) {
    if (!text.equals(last)) {
      var detector = new BuildDetector();
      last = text;
      ofLast = detector.stated(text) ? detector.answer().build() : GenomeBuild.UNKNOWN;
    }
    if (build == GenomeBuild.UNKNOWN) {
      build = ofLast;
    }
    return ofLast == GenomeBuild.UNKNOWN || ofLast == build;
  }

  GenomeBuild build() {
    return build;
  }
}
