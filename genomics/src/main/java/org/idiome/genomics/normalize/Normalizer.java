package org.idiome.genomics.normalize;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.idiome.core.problem.BadInputException;
import org.idiome.core.problem.Problem;
import org.idiome.genomics.calls.FileContigs;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.normal.NormalForm.VcfForm;
import org.idiome.genomics.reference.ReferenceFasta;
import org.idiome.genomics.reference.ReferenceSequence;
import org.idiome.genomics.vcf.AlleleKind;
import org.idiome.genomics.vcf.Bases;
import org.idiome.genomics.vcf.VcfReader;
import org.idiome.genomics.vcf.VcfRecord;
import org.jspecify.annotations.Nullable;

/// Gives every alternate of a variant file its normal form and identifiers. For one thread.
public final class Normalizer {
  private final VcfReader reader;
  private final Grounds grounds;
  private final ReferenceTally tally;

  /// Of the record at hand.
  private final Set<Note> notes = EnumSet.noneOf(Note.class);

  /// @param reader before its first record
  /// @param file how problems call the variant file
  /// @param contigs of the file
  /// @param fasta the reference, or null where there is none
  /// @param fastaName how problems call it
  /// @throws BadInputException where it is of another build than the header says
  public Normalizer(
      VcfReader reader,
      String file,
      FileContigs contigs,
      @Nullable ReferenceFasta fasta,
      String fastaName) {
    this.reader = reader;
    this.tally = new ReferenceTally(file);
    this.grounds = new Grounds(reader, fasta, contigs, fastaName);
  }

  /// The alternates of the record at hand, one each; one of its place alone where it lists none.
  ///
  /// @throws BadInputException where too many records do not fit the reference
  public List<NormalizedAllele> alleles() {
    var record = reader.record();
    tally.seen();
    var ground = grounds.of(record.contig(), record.line());
    notes.clear();
    var reference = record.reference();
    var sequence = fitting(record, reference, ground);
    int count = record.alternateCount();
    if (count == 0) {
      return List.of(plain(record, ground, reference, ".", Set.of(Note.NOT_BASES)));
    }
    if (count == 1) {
      return List.of(allele(record, ground, sequence, reference, 0));
    }
    var answers = new ArrayList<NormalizedAllele>(count);
    for (int i = 0; i < count; i++) {
      answers.add(allele(record, ground, sequence, reference, i));
    }
    return answers;
  }

  private NormalizedAllele allele(
      VcfRecord record,
      Ground ground,
      @Nullable ReferenceSequence sequence,
      String reference,
      int place) {
    var alternate = record.alternate(place);
    if (record.alternateKind(place) != AlleleKind.BASES) {
      return plain(record, ground, reference, alternate, Set.of(Note.NOT_BASES));
    }
    if (sequence != null) {
      return normal(record, ground, sequence, reference, alternate, notes);
    }
    boolean isFit = !notes.contains(Note.BEYOND_CONTIG) && !notes.contains(Note.REFERENCE_DIFFERS);
    return isFit
        ? trimmed(record, ground, reference, alternate, notes)
        : plain(record, ground, reference, alternate, notes);
  }

  /// The sequence of the contig where REF agrees with it; what keeps it from doing so is noted.
  private @Nullable ReferenceSequence fitting(VcfRecord record, String reference, Ground ground) {
    var sequence = ground.sequence();
    if (isTelomere(record, ground)) {
      return null;
    }
    if (ground.lengthBases() != Integer.MAX_VALUE) {
      tally.compared();
    }
    if (ground.otherLengthBases() > 0) {
      tally.otherLength(ground);
    }
    if (record.referenceEnd0() > ground.lengthBases()) {
      notes.add(Note.BEYOND_CONTIG);
      if (ground.otherLengthBases() > 0) {
        throw tally.tooShort(record.line(), record.position1());
      }
      tally.differs(ground.name(), record.position1());
      return null;
    }
    if (sequence == null) {
      if (grounds.hasReference()) {
        notes.add(Note.CONTIG_NOT_IN_REFERENCE);
        tally.lacks(ground.name());
      }
      if (reference.indexOf('N') >= 0) {
        notes.add(Note.REFERENCE_UNKNOWN_BASE);
      }
      return null;
    }
    // Callers of structural variants write N for a base that they do not look at.
    boolean isLeftOpen = !record.hasAlternate(AlleleKind.BASES);
    for (int i = 0; i < reference.length(); i++) {
      byte there = sequence.base(record.start0() + i);
      if (there == 'N' || (isLeftOpen && reference.charAt(i) == 'N')) {
        notes.add(Note.REFERENCE_UNKNOWN_BASE);
      } else if (Bases.base(there) != reference.charAt(i)) {
        notes.add(Note.REFERENCE_DIFFERS);
        tally.differs(ground.name(), record.position1());
        return null;
      }
    }
    return sequence;
  }

  /// Whether a record stands before the first or behind the last base, where only structural
  /// alternates may stand (VCF 4.5, section 1.6.1): there is nothing to compare.
  private static boolean isTelomere(VcfRecord record, Ground ground) {
    return record.position1() == 0
        || (record.start0() == ground.lengthBases() && !record.hasAlternate(AlleleKind.BASES));
  }

  /// Whether enough was seen to say that the reference is not another.
  public boolean isSettled() {
    return tally.isSettled();
  }

  /// What is to be said once every record was seen.
  ///
  /// @throws BadInputException where too many records do not fit the reference, or it has the
  ///   contig of none
  public List<Problem> end() {
    return tally.end();
  }

  private static NormalizedAllele plain(
      VcfRecord record, Ground ground, String reference, String alternate, Set<Note> notes) {
    return new NormalizedAllele(
        ground.name(), record.position1(), reference, alternate, null, null, notes);
  }

  private static NormalizedAllele normal(
      VcfRecord record,
      Ground ground,
      ReferenceSequence sequence,
      String reference,
      String alternate,
      Set<Note> notes) {
    var form = NormalForm.of(sequence, record.start0(), reference, alternate);
    return named(record, reference, alternate, new Named(ground, sequence, form), notes);
  }

  /// Without the sequence: a substitution is what it is, anything else is only trimmed.
  private static NormalizedAllele trimmed(
      VcfRecord record, Ground ground, String reference, String alternate, Set<Note> notes) {
    var own = new RecordBases(record.start0(), reference);
    var form = NormalForm.of(own, record.start0(), reference, alternate);
    boolean isKnown = !notes.contains(Note.REFERENCE_UNKNOWN_BASE);
    if (!form.isRollable() && isKnown) {
      return named(record, reference, alternate, new Named(ground, own, form), notes);
    }
    var vcf = form.isRollable() ? anchored(form, own) : form.leftAligned(own);
    return new NormalizedAllele(
        ground.name(),
        record.position1(),
        reference,
        alternate,
        vcf,
        null,
        form.isRollable() ? with(notes, Note.NOT_ROLLED) : notes);
  }

  /// The base before an insertion or deletion where the record has it, else the base behind.
  private static VcfForm anchored(NormalForm form, RecordBases own) {
    if (form.start0() > own.start0()) {
      return form.leftAligned(own);
    }
    char behind = (char) own.base(form.start0() + form.reference().length());
    return new VcfForm(form.start0() + 1, form.reference() + behind, form.alternate() + behind);
  }

  private static Set<Note> with(Set<Note> notes, Note more) {
    var all = EnumSet.of(more);
    all.addAll(notes);
    return all;
  }

  private record Named(Ground ground, ReferenceSequence bases, NormalForm form) {}

  private static NormalizedAllele named(
      VcfRecord record, String reference, String alternate, Named named, Set<Note> notes) {
    var ground = named.ground();
    return new NormalizedAllele(
        ground.name(),
        record.position1(),
        reference,
        alternate,
        named.form().leftAligned(named.bases()),
        new AlleleNames(ground, named.bases(), named.form()),
        ground.isKnown() ? notes : with(notes, Note.SEQUENCE_NOT_KNOWN));
  }
}
