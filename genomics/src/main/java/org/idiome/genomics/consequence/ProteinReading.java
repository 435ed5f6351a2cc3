package org.idiome.genomics.consequence;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.idiome.genomics.gene.CodingRegion;
import org.jspecify.annotations.Nullable;

/// Translates a messenger before and after changes of one copy, and tells the difference.
///
/// For one messenger and one list of changes.
final class ProteinReading {
  private static final int CODON = 3;

  private final CodingRegion coding;
  private final GeneticCode code;
  private final List<Edit> edits;
  private final Messenger.Strip before;
  private final Messenger messenger;
  private final String protein;
  private final boolean hasStart;
  private final boolean hasStop;

  /// Whether a stop stands inside the coding sequence of the reference.
  private final boolean hasInnerStop;

  private final Set<Term> terms = EnumSet.noneOf(Term.class);
  private final Set<Note> notes = EnumSet.noneOf(Note.class);

  private ProteinReading(Messenger messenger, List<Edit> edits) {
    this.coding = Objects.requireNonNull(messenger.transcript().coding());
    this.code = messenger.code();
    this.edits = edits;
    var reference = messenger.reference(coding);
    this.before = reference.strip();
    this.messenger = messenger;
    this.protein = reference.protein();
    this.hasStart = reference.hasStart();
    this.hasStop = reference.hasStop();
    this.hasInnerStop = reference.hasInnerStop();
  }

  /// What the changes do.
  ///
  /// @param edits by place, none over another
  static ProteinChange of(Messenger messenger, List<Edit> edits) {
    return new ProteinReading(messenger, edits).change();
  }

  private ProteinChange change() {
    boolean isCoding = false;
    for (var edit : edits) {
      if (edit.isInsertion() ? edit.from() <= coding.start() : edit.from() < coding.start()) {
        terms.add(Term.FIVE_PRIME_UTR);
      }
      if (edit.isInsertion() ? edit.from() >= coding.end() : edit.to() > coding.end()) {
        terms.add(Term.THREE_PRIME_UTR);
      }
      isCoding |= edit.touches(coding.start(), coding.end());
    }
    if (!isCoding) {
      return ProteinChange.of(terms, ProteinHgvs.SAME, notes);
    }
    if (coding.pieces() > 1) {
      notes.add(Note.SLIPPAGE);
    }
    if (coversAll()) {
      terms.add(Term.START_LOST);
      terms.add(Term.STOP_LOST);
      return ProteinChange.of(terms, ProteinHgvs.NONE, notes);
    }
    var refused = whatCannotBeRead();
    var read = refused == null ? read() : refused;
    if (!hasInnerStop) {
      return read;
    }
    notes.add(Note.REFERENCE_HAS_STOP);
    return new ProteinChange(
        read.terms(), ProteinHgvs.UNKNOWN, read.firstResidue(), read.residues(), -1, false, notes);
  }

  private boolean coversAll() {
    for (var edit : edits) {
      if (edit.from() <= coding.start() && edit.to() >= coding.end()) {
        return true;
      }
    }
    return false;
  }

  /// The answer where the reference or the change cannot be translated; null where they can.
  private @Nullable ProteinChange whatCannotBeRead() {
    for (var edit : edits) {
      if (!Bases.areKnown(edit.bases())) {
        notes.add(Note.BASES_NOT_KNOWN);
        return unread();
      }
    }
    int firstWhole = coding.start() + coding.skip();
    int lastWhole = coding.skip() + protein.length() * 3;
    for (var edit : edits) {
      if (!hasStart && edit.from() < firstWhole && edit.to() > coding.start()) {
        notes.add(Note.START_NOT_KNOWN);
        return unread();
      }
      if (coding.pieces() == 1
          && lastWhole < before.codingBases()
          && edit.touches(coding.start() + lastWhole, coding.end() + 1)) {
        terms.add(Term.INCOMPLETE_TERMINAL_CODON);
        notes.add(Note.END_NOT_KNOWN);
        return unread();
      }
    }
    return null;
  }

  private ProteinChange unread() {
    terms.add(Term.CODING_SEQUENCE);
    return ProteinChange.of(terms, ProteinHgvs.UNKNOWN, notes);
  }

  private ProteinChange read() {
    if (!hasStart) {
      notes.add(Note.START_NOT_KNOWN);
    }
    if (!hasStop) {
      notes.add(Note.END_NOT_KNOWN);
    }
    var replaced = replaced();
    return replaced == null ? read(messenger.strip(coding, edits)) : read(replaced);
  }

  /// @param replaced all of the coding region
  private ProteinChange read(String replaced) {
    var altered = replaced.substring(0, replaced.indexOf(GeneticCode.STOP) + 1);
    int stopAt = coding.start() + coding.skip() + (altered.length() - 1) * 3;
    return altered.equals(protein) ? same(true, stopAt) : inFrame(altered, replaced, 0, stopAt);
  }

  private ProteinChange read(Messenger.Strip after) {
    int start = start(after);
    if (start < 0) {
      terms.add(Term.START_LOST);
      return ProteinChange.of(terms, ProteinHgvs.startLost(), notes);
    }
    var text = after.before() + after.text();
    int shift = start - after.before().length();
    Protein.Selenocysteines selenocysteines = at -> isSelenocysteine(at, shift);
    var strip = text.substring(start);
    int kept = shift == 0 ? keptAtStart() : 0;
    var begin = protein.substring(0, kept);
    int from = coding.skip() + kept * 3;
    var altered = begin + Protein.untilStop(code, strip, from, selenocysteines);
    int codingBases = after.codingBases() - shift;
    boolean isOverEnd = isOverEnd();
    boolean isInFrame = (codingBases - before.codingBases()) % 3 == 0 && !isOverEnd;
    var through =
        isInFrame ? begin + Protein.through(code, strip, from, codingBases, selenocysteines) : "";
    if (isInFrame && (hasInnerStop || !hasStop)) {
      int end = hasInnerStop ? -1 : through.indexOf(GeneticCode.STOP);
      altered = end < 0 ? through : through.substring(0, end + 1);
    }
    int stopAt =
        Protein.endsWithStop(altered) && coding.pieces() == 1
            ? start + coding.skip() + (altered.length() - 1) * 3
            : -1;
    if (altered.equals(protein)) {
      return same(isInFrame, stopAt);
    }
    if (isInFrame) {
      return inFrame(altered, through, codingBases - before.codingBases(), stopAt);
    }
    return outOfFrame(altered, isOverEnd, stopAt);
  }

  /// The protein where bases of codons between start and stop are only replaced by as many: no
  /// other codon need be read again. Null where that cannot be told so.
  private @Nullable String replaced() {
    if (hasInnerStop || !hasStop || coding.pieces() > 1) {
      return null;
    }
    int first = coding.start() + Math.max(coding.skip(), hasStart ? CODON : 0);
    int end = coding.end() - CODON;
    for (var edit : edits) {
      if (edit.delta() != 0 || edit.from() < first || edit.to() > end) {
        return null;
      }
    }
    var residues = new StringBuilder(protein);
    for (var edit : edits) {
      for (int codon = codon(edit.from()); codon <= codon(edit.to() - 1); codon++) {
        residues.setCharAt(codon, residue(codon));
      }
    }
    return residues.toString();
  }

  /// A codon with what is replaced in it.
  private char residue(int codon) {
    int inStrip = coding.skip() + codon * CODON;
    int at = coding.start() + inStrip;
    var bases = new StringBuilder(before.text().substring(inStrip, inStrip + CODON));
    for (var edit : edits) {
      for (int i = Math.max(at, edit.from()); i < Math.min(at + CODON, edit.to()); i++) {
        bases.setCharAt(i - at, edit.bases().charAt(i - edit.from()));
      }
    }
    char residue = code.residue(bases.toString(), 0);
    return residue == GeneticCode.STOP && coding.isSelenocysteine(at) ? 'U' : residue;
  }

  /// How many residues from the first on no change can reach: they need not be read again.
  private int keptAtStart() {
    if (hasInnerStop || coding.pieces() > 1) {
      return 0;
    }
    int first = edits.stream().mapToInt(Edit::from).min().orElse(coding.start());
    return Math.clamp((first - coding.start() - coding.skip()) / 3, 0, protein.length());
  }

  /// Where translation begins in the altered messenger; -1 where its start codon is gone.
  ///
  /// The codon is looked for where it was counted from the left, then counted from the right.
  private int start(Messenger.Strip after) {
    int left = after.before().length();
    int touched = coding.start() + CODON;
    if (!touchesStart()) {
      return left;
    }
    var text = after.before() + after.text();
    boolean isLeftKept = edits.stream().noneMatch(edit -> edit.from() < coding.start());
    if (isLeftKept && isStartAt(text, left)) {
      return left;
    }
    boolean isRightKept =
        edits.stream().noneMatch(edit -> edit.from() < touched && edit.to() > touched);
    int right =
        coding.start()
            + edits.stream().filter(edit -> edit.to() <= touched).mapToInt(Edit::delta).sum();
    return isRightKept && right >= 0 && isStartAt(text, right) ? right : -1;
  }

  private boolean isStartAt(String text, int at) {
    return at + 3 <= text.length()
        && (text.startsWith("ATG", at) || text.startsWith(before.text().substring(0, 3), at));
  }

  /// Whether a codon of the altered strip is one of selenocysteine that was not moved out of frame.
  private boolean isSelenocysteine(int inStrip, int shift) {
    int at = coding.start() + inStrip + shift;
    for (var edit : edits) {
      if (edit.from() + edit.bases().length() <= at) {
        at -= edit.delta();
      }
    }
    return coding.isSelenocysteine(at);
  }

  private boolean isOverEnd() {
    for (var edit : edits) {
      if (edit.from() < coding.end() && edit.to() > coding.end()) {
        return true;
      }
    }
    return false;
  }

  private boolean touchesStop() {
    return hasStop && touches(coding.end() - CODON, coding.end());
  }

  private boolean touchesStart() {
    return hasStart && touches(coding.start(), coding.start() + CODON);
  }

  private boolean touches(int start, int end) {
    for (var edit : edits) {
      if (edit.touches(start, end)) {
        return true;
      }
    }
    return false;
  }

  private ProteinChange same(boolean isInFrame, int stopAt) {
    if (touchesStop()) {
      terms.add(Term.STOP_RETAINED);
    } else if (touchesStart()) {
      terms.add(Term.START_RETAINED);
    } else {
      terms.add(isInFrame ? Term.SYNONYMOUS : Term.FRAMESHIFT);
    }
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (var edit : edits) {
      int from = Math.max(edit.from(), coding.start() + coding.skip());
      int to = Math.min(Math.max(edit.to(), from + 1), coding.end());
      first = Math.min(first, codon(from));
      last = Math.max(last, codon(to - 1));
    }
    last = Math.min(last, protein.length() - 1);
    var hgvs =
        first > last || !isInFrame || coding.pieces() > 1
            ? ProteinHgvs.SAME
            : ProteinHgvs.silent(protein, first, last + 1);
    return new ProteinChange(terms, hgvs, -1, "", stopAt, false, notes);
  }

  private int codon(int inTranscript) {
    return (inTranscript - coding.start() - coding.skip()) / 3;
  }

  private ProteinChange outOfFrame(String altered, boolean isOverEnd, int stopAt) {
    int first = Protein.commonStart(protein, altered);
    if (!isOverEnd) {
      terms.add(Term.FRAMESHIFT);
    }
    if (first >= altered.length() || first >= protein.length()) {
      if (isOverEnd && hasStop) {
        terms.add(Term.STOP_LOST);
      }
      return ProteinChange.of(terms, ProteinHgvs.UNKNOWN, notes);
    }
    if (altered.charAt(first) == GeneticCode.UNKNOWN) {
      notes.add(Note.BASES_NOT_KNOWN);
      return unread();
    }
    var residues = protein.substring(first) + ">" + altered.substring(first);
    String hgvs;
    boolean isStopReached = protein.charAt(first) == GeneticCode.STOP;
    if (altered.charAt(first) == GeneticCode.STOP) {
      terms.add(Term.STOP_GAINED);
      hgvs = ProteinHgvs.stop(protein, first);
    } else if (isStopReached) {
      terms.add(Term.STOP_LOST);
      hgvs = ProteinHgvs.extension(protein, first, altered);
    } else {
      if (isOverEnd && hasStop) {
        terms.add(Term.STOP_LOST);
      }
      hgvs = ProteinHgvs.frameshift(protein, first, altered);
    }
    return new ProteinChange(
        terms, hgvs, first, residues, stopAt, stopAt >= 0 && !isStopReached, notes);
  }

  /// @param altered up to its first stop
  /// @param through all of the coding region, whatever stops there are
  /// @param delta how many bases more are read
  private ProteinChange inFrame(String altered, String through, int delta, int stopAt) {
    boolean isReadOn = hasStop && !Protein.endsWithStop(through);
    var whole = isReadOn && altered.length() > through.length() ? altered : through;
    int first = Protein.commonStart(protein, whole);
    int end = isReadOn ? 0 : Protein.commonEnd(protein, whole, first);
    var gone = protein.substring(first, protein.length() - end);
    var put = whole.substring(first, whole.length() - end);
    int stop = put.indexOf(GeneticCode.STOP);
    boolean isStopGone = gone.indexOf(GeneticCode.STOP) >= 0;
    boolean isStopNew = stop >= 0 && !(isStopGone && isReadOn);
    var shown = stop >= 0 ? put.substring(0, stop + 1) : put;
    if (shown.indexOf(GeneticCode.UNKNOWN) >= 0) {
      notes.add(Note.BASES_NOT_KNOWN);
      return unread();
    }
    if (isStopNew) {
      terms.add(Term.STOP_GAINED);
    } else if (isStopGone) {
      terms.add(Term.STOP_LOST);
    }
    if (delta != 0) {
      terms.add(delta > 0 ? Term.INFRAME_INSERTION : Term.INFRAME_DELETION);
    } else if (!isStopNew && !isStopGone) {
      terms.add(Term.MISSENSE);
    }
    var residues = gone + ">" + shown;
    return new ProteinChange(
        terms,
        inFrameHgvs(altered, first, gone, shown),
        first,
        residues,
        stopAt,
        isStopNew && stopAt >= 0,
        notes);
  }

  private String inFrameHgvs(String altered, int first, String gone, String put) {
    if (put.startsWith("*") && first < protein.length()) {
      return ProteinHgvs.stop(protein, first);
    }
    boolean isStopFirst = first < protein.length() && protein.charAt(first) == GeneticCode.STOP;
    if (isStopFirst && hasStop && first < altered.length()) {
      return ProteinHgvs.extension(protein, first, altered);
    }
    return ProteinHgvs.replaced(protein, first, first + gone.length(), put);
  }
}
