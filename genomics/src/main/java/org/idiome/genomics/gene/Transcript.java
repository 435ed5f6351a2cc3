package org.idiome.genomics.gene;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One transcript of a gene: its exons on the contig and what is translated of it.
///
/// Exons are numbered from 0 in the direction of the transcript. Immutable.
public final class Transcript {
  private final String id;
  private final Gene gene;
  private final String biotype;
  private final String contig;
  private final boolean isForward;
  private final int[] starts0;
  private final int[] ends0;

  /// Bases of the exons before each one, in the order of the contig.
  private final int[] before;

  private final int lengthBases;
  private final @Nullable CodingRegion coding;
  private final Set<TranscriptTag> tags;
  private final Difference difference;

  /// @param exons starts and ends in the order of the contig, without overlaps
  /// @param difference what is said of its own sequence
  Transcript(
      Names names,
      boolean isForward,
      int[][] exons,
      @Nullable CodingRegion coding,
      Set<TranscriptTag> tags,
      Difference difference) {
    this.id = names.id();
    this.gene = names.gene();
    this.biotype = names.biotype();
    this.contig = names.contig();
    this.isForward = isForward;
    this.starts0 = exons[0];
    this.ends0 = exons[1];
    this.before = new int[starts0.length];
    int sum = 0;
    for (int i = 0; i < starts0.length; i++) {
      before[i] = sum;
      sum += ends0[i] - starts0[i];
    }
    this.lengthBases = sum;
    this.coding = coding;
    var copy = EnumSet.noneOf(TranscriptTag.class);
    copy.addAll(tags);
    this.tags = Collections.unmodifiableSet(copy);
    this.difference = difference;
  }

  /// What a transcript is called.
  record Names(String id, Gene gene, String biotype, String contig) {}

  /// The accession, with its version where the file gives it.
  public String id() {
    return id;
  }

  /// Its gene.
  public Gene gene() {
    return gene;
  }

  /// What kind of transcript it is, in the words of the publisher; empty where none is given.
  public String biotype() {
    return biotype;
  }

  /// The contig as the file calls it.
  public String contig() {
    return contig;
  }

  /// Whether it reads along the contig; else against it.
  public boolean isForward() {
    return isForward;
  }

  /// First base on the contig, 0-based.
  public int start0() {
    return starts0[0];
  }

  /// Behind its last base on the contig.
  public int end0() {
    return ends0[ends0.length - 1];
  }

  /// How many exons it has.
  public int exons() {
    return starts0.length;
  }

  private int inContigOrder(int exon) {
    return isForward ? exon : starts0.length - 1 - exon;
  }

  /// First base of an exon on the contig.
  public int exonStart0(int exon) {
    return starts0[inContigOrder(exon)];
  }

  /// Behind the last base of an exon on the contig.
  public int exonEnd0(int exon) {
    return ends0[inContigOrder(exon)];
  }

  /// The first base of an exon counted in the transcript.
  public int exonStart(int exon) {
    int i = inContigOrder(exon);
    return isForward ? before[i] : lengthBases - before[i] - (ends0[i] - starts0[i]);
  }

  /// Behind the last base of an exon counted in the transcript.
  public int exonEnd(int exon) {
    int i = inContigOrder(exon);
    return exonStart(exon) + ends0[i] - starts0[i];
  }

  /// How many bases all exons have.
  public int lengthBases() {
    return lengthBases;
  }

  /// What is translated, or null.
  public @Nullable CodingRegion coding() {
    return coding;
  }

  /// What is said of it.
  public Set<TranscriptTag> tags() {
    return tags;
  }

  /// What its publisher says of its own sequence, beside that of the reference.
  public Difference difference() {
    return difference;
  }

  /// The exon that holds a base of the contig, or -1.
  public int exonAt(int at0) {
    int found = Arrays.binarySearch(starts0, at0);
    int i = found >= 0 ? found : -found - 2;
    return i < 0 || at0 >= ends0[i] ? -1 : inContigOrder(i);
  }

  /// Whether any exon has a base of a stretch of the contig.
  public boolean hasExonBetween(int start0, int end0) {
    for (int i = 0; i < starts0.length; i++) {
      if (start0 < ends0[i] && end0 > starts0[i]) {
        return true;
      }
    }
    return false;
  }

  /// A base of the contig counted in the transcript, or -1 where it is in no exon.
  public int inTranscript(int at0) {
    int exon = exonAt(at0);
    if (exon < 0) {
      return -1;
    }
    int i = inContigOrder(exon);
    int along = before[i] + at0 - starts0[i];
    return isForward ? along : lengthBases - 1 - along;
  }

  @Override
  public String toString() {
    return id;
  }
}
