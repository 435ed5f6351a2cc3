package org.idiome.core.genome;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;

/// A stretch of a contig: 0-based, half-open.
public record Locus(GenomeBuild build, Contig contig, int start0, int end0)
    implements Canonical, Comparable<Locus> {

  /// Refuses negative and inverted stretches.
  public Locus {
    if (start0 < 0 || end0 < start0) {
      throw new IllegalArgumentException("not a stretch: " + start0 + " to " + end0);
    }
  }

  /// The stretch of one base at a 1-based position.
  public static Locus at(GenomeBuild build, Contig contig, int position1) {
    return new Locus(build, contig, position1 - 1, position1);
  }

  /// First base, 1-based.
  public int position1() {
    return start0 + 1;
  }

  /// Whether the two share a base.
  public boolean overlaps(Locus other) {
    return build == other.build
        && contig.equals(other.contig)
        && start0 < other.end0
        && other.start0 < end0;
  }

  /// `chr10:94781859` or `chr10:94781859-94781860`, 1-based and inclusive.
  public String display() {
    var place = contig.display() + ":" + position1();
    return end0 <= start0 + 1 ? place : place + "-" + end0;
  }

  /// By build, contig, start, end.
  @Override
  public int compareTo(Locus other) {
    int byBuild = build.code().compareTo(other.build.code());
    if (byBuild != 0) {
      return byBuild;
    }
    int byContig = contig.compareTo(other.contig);
    if (byContig != 0) {
      return byContig;
    }
    int byStart = Integer.compare(start0, other.start0);
    return byStart != 0 ? byStart : Integer.compare(end0, other.end0);
  }

  @Override
  public Json toJson() {
    return Json.object()
        .put("build", build.code())
        .put("contig", contig.name())
        .put("start", position1())
        .put("end", end0)
        .end();
  }
}
