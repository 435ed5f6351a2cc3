package org.idiome.genomics.consequence;

import java.util.List;
import org.idiome.genomics.gene.CodingRegion;
import org.idiome.genomics.gene.Transcript;
import org.idiome.genomics.reference.ReferenceSequence;
import org.jspecify.annotations.Nullable;

/// The bases of the exons of a transcript, in its direction. For one thread.
final class Messenger {
  private final Transcript transcript;
  private final String bases;
  private final GeneticCode code;
  private @Nullable ReferenceReading reference;

  private Messenger(Transcript transcript, String bases) {
    this.transcript = transcript;
    this.bases = bases;
    this.code = GeneticCode.of(transcript);
  }

  /// @throws IndexOutOfBoundsException where the transcript reaches beyond the contig
  static Messenger of(Transcript transcript, ReferenceSequence sequence) {
    var bases = new StringBuilder(transcript.lengthBases());
    for (int exon = 0; exon < transcript.exons(); exon++) {
      var own = sequence.bases(transcript.exonStart0(exon), transcript.exonEnd0(exon));
      bases.append(transcript.isForward() ? own : Bases.reverseComplement(own));
    }
    return new Messenger(transcript, bases.toString());
  }

  Transcript transcript() {
    return transcript;
  }

  String bases() {
    return bases;
  }

  /// How its codons are read.
  GeneticCode code() {
    return code;
  }

  /// What it is translated into without changes.
  ///
  /// @param coding that of the transcript
  ReferenceReading reference(CodingRegion coding) {
    if (reference == null) {
      reference = ReferenceReading.of(strip(coding, List.of()), coding, code);
    }
    return reference;
  }

  /// What is translated, piece by piece, and what follows it to the end.
  ///
  /// @param edits by place, none over another
  Strip strip(CodingRegion coding, List<Edit> edits) {
    var text = new StringBuilder(bases.length() - coding.start() + 16);
    for (int i = 0; i < coding.pieces(); i++) {
      append(text, coding.pieceStart(i), coding.pieceEnd(i), i == 0, false, edits);
    }
    int codingBases = text.length();
    append(text, coding.end(), bases.length(), false, true, edits);
    var before = new StringBuilder(coding.start());
    append(before, 0, coding.start(), false, true, edits);
    return new Strip(before.toString(), text.toString(), codingBases);
  }

  /// A stretch with the changes that begin in it, and without what is taken from it.
  ///
  /// @param isAfter whether what is put in just before it is not a part of it
  /// @param isUpTo whether what is put in just behind it is a part of it
  private void append(
      StringBuilder text, int start, int end, boolean isAfter, boolean isUpTo, List<Edit> edits) {
    int at = start;
    for (var edit : edits) {
      boolean isHere =
          edit.isInsertion()
              ? (isAfter ? edit.from() > start : edit.from() >= start)
                  && (isUpTo ? edit.from() <= end : edit.from() < end)
              : edit.from() < end && edit.to() > start;
      if (!isHere) {
        continue;
      }
      if (edit.from() > at) {
        text.append(bases, at, edit.from());
      }
      if (edit.from() >= start) {
        text.append(edit.bases());
      }
      at = Math.max(at, edit.to());
    }
    if (at < end) {
      text.append(bases, at, end);
    }
  }

  /// Bases that are read.
  ///
  /// @param before what stands before the coding region
  /// @param text from its begin on, to the end of the transcript
  /// @param codingBases how many of them are of the coding region
  record Strip(String before, String text, int codingBases) {}
}
