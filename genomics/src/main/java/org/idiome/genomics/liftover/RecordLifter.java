package org.idiome.genomics.liftover;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.idiome.genomics.liftover.Told.Refused;
import org.idiome.genomics.liftover.Told.Written;
import org.idiome.genomics.reference.ReferenceSequence;
import org.idiome.genomics.vcf.AlleleKind;
import org.idiome.genomics.vcf.FormatKey;
import org.idiome.genomics.vcf.RecordRewriter;
import org.idiome.genomics.vcf.VcfReader;
import org.idiome.genomics.vcf.VcfRecord;
import org.jspecify.annotations.Nullable;

/// Tells a record of any kind on the target. For one thread.
final class RecordLifter {
  private static final List<String> OF_EVENTS = List.of("END", "SVLEN", "CIPOS", "CIEND");

  /// Values with more signs are no counts and no frequencies.
  private static final int LONGEST_NUMBER = 20;

  private final VcfReader reader;
  private final VcfRecord record;
  private final RecordRewriter rewriter;
  private final Liftover liftover;
  private final BlockLifter blocks;
  private final JoinLifter joins;
  private final SpanLifter spans;
  private final Set<String> ofAlleles;

  RecordLifter(VcfReader reader, RecordRewriter rewriter, Liftover liftover) {
    this.reader = reader;
    this.record = reader.record();
    this.rewriter = rewriter;
    this.liftover = liftover;
    this.blocks = new BlockLifter(liftover);
    this.joins = new JoinLifter(liftover);
    this.spans = new SpanLifter(liftover);
    this.ofAlleles = LiftedKeys.ofAlleles(reader.header().infoKeys());
  }

  /// The record at hand, whose REF lies on its contig.
  ///
  /// @param bases of the source, or null
  Told lift(ChainContig source, @Nullable ReferenceSequence bases) {
    if (record.position1() < 1) {
      return new Refused(Unlifted.NOT_SUPPORTED);
    }
    boolean isBlock = record.isReferenceOnly() && record.hasStatedEnd();
    if (isBlock && record.end0() > source.lengthBases()) {
      return new Refused(Unlifted.BEYOND_CONTIG);
    }
    if (isBlock && record.end0() > record.referenceEnd0()) {
      return rewriter.hasFormat(FormatKey.LEN)
          ? new Refused(Unlifted.NOT_SUPPORTED)
          : blocks.lift(source, bases, record.start0(), record.end0(), alternates());
    }
    return isStructural() ? structural(source) : sequence(source);
  }

  /// Whether any alternate is.
  boolean isStructural() {
    for (int i = 0; i < record.alternateCount(); i++) {
      if (record.alternateKind(i).isStructural()) {
        return true;
      }
    }
    return false;
  }

  private String alternates() {
    return record.alternateCount() == 0 ? "." : String.join(",", record.alternates());
  }

  private Told sequence(ChainContig source) {
    var given = record.alternates();
    return switch (liftover.lift(source, record.start0(), record.reference(), given)) {
      case Lifted.Not not -> new Refused(not.reason());
      case Lifted.Moved moved when moved.exchanged() >= 0 && !rewriter.isExchangeable() ->
          new Refused(Unlifted.NOT_SUPPORTED);
      case Lifted.Moved moved -> written(source, moved);
    };
  }

  private Told written(ChainContig source, Lifted.Moved moved) {
    var chain = source.chain(source.block(record.start0()));
    var target = liftover.targets().of(chain.target(), chain.targetBases());
    if (target == null) {
      return new Refused(Unlifted.TARGET_NOT_IN_FASTA);
    }
    var info = new HashMap<String, String>();
    info.put("END", Integer.toString(moved.position1() - 1 + moved.reference().length()));
    if (moved.exchanged() >= 0) {
      var total = reader.infoAsWritten("AN");
      put(info, "AC", rest("AC", total, moved.exchanged()));
      put(info, "AF", rest("AF", "1", moved.exchanged()));
    }
    return new Written(
        target,
        moved.position1(),
        moved.reference(),
        moved.alternates().isEmpty() ? "." : String.join(",", moved.alternates()),
        moved.isReversed(),
        moved.exchanged(),
        moved.isHome(),
        info,
        false,
        moved.isRealigned() ? List.of("realigned") : List.of());
  }

  private static void put(Map<String, String> info, String key, String value) {
    if (!value.isEmpty()) {
      info.put(key, value);
    }
  }

  /// Values of the alternates, where in the place of the exchanged one is what all of them leave of
  /// a total: the share of the old reference. Empty where that cannot be told.
  private String rest(String key, String total, int exchanged) {
    var values = reader.infoAsWritten(key).split(",", -1);
    if (values.length != record.alternateCount() || !isNumber(total)) {
      return "";
    }
    var rest = new BigDecimal(total);
    for (var value : values) {
      if (!isNumber(value)) {
        return "";
      }
      rest = rest.subtract(new BigDecimal(value));
    }
    if (rest.signum() < 0) {
      return "";
    }
    values[exchanged] = rest.stripTrailingZeros().toPlainString();
    return String.join(",", values);
  }

  private static boolean isNumber(String text) {
    return text.length() <= LONGEST_NUMBER && text.matches("[0-9]+(\\.[0-9]+)?([eE]-?[0-9]{1,2})?");
  }

  private Told structural(ChainContig source) {
    boolean isJoin = true;
    boolean isSymbolic = true;
    boolean isInsertion = true;
    for (int i = 0; i < record.alternateCount(); i++) {
      var kind = record.alternateKind(i);
      boolean isAside = kind == AlleleKind.UNSPECIFIED || kind == AlleleKind.MISSING_BY_DELETION;
      isJoin &= kind.isStructural() && kind != AlleleKind.SYMBOLIC;
      isSymbolic &= isAside || kind == AlleleKind.SYMBOLIC;
      isInsertion &= isAside || record.alternate(i).startsWith("<INS");
    }
    if (isJoin) {
      return joins.lift(source, record.start0(), record.reference(), record.alternates());
    }
    boolean isOld = alternates().contains("<TRA") || alternates().contains("<BND");
    boolean isOther = !isSymbolic || isOld || record.reference().length() != 1;
    if (isOther) {
      return new Refused(Unlifted.NOT_SUPPORTED);
    }
    if (!isInsertion && !record.hasStatedEnd()) {
      return new Refused(Unlifted.NO_END);
    }
    var info = new HashMap<String, String>();
    for (var key : OF_EVENTS) {
      put(info, key, reader.infoAsWritten(key));
    }
    int end0 = isInsertion ? record.start0() + 1 : record.end0();
    return spans.lift(source, new SpanLifter.Event(record.start0(), end0, alternates(), info));
  }

  /// What is written of the record.
  byte[] line(Written told, boolean isPart) {
    var notes = new ArrayList<>(told.notes());
    if (told.isReversed()) {
      notes.add("reversed");
    }
    if (told.exchanged() >= 0) {
      notes.add("exchanged");
    }
    if (!told.isHome()) {
      notes.add("unphased");
    }
    if (isPart) {
      notes.add("part");
    }
    var more = LiftedVcf.FROM + "=" + from();
    if (!notes.isEmpty()) {
      more += ";" + LiftedVcf.NOTE + "=" + String.join(",", notes);
    }
    boolean isTurned = isStructural() && !told.endless();
    var left = LiftedKeys.left(told, isTurned);
    if (!told.reference().equals(record.reference()) || !told.alternates().equals(alternates())) {
      left.addAll(ofAlleles);
    }
    return rewriter.line(
        new RecordRewriter.Change(
            told.target().name(),
            told.position1(),
            told.reference(),
            told.alternates(),
            told.exchanged(),
            !told.isHome(),
            left,
            LiftedKeys.OF_NO_ALLELE,
            told.info(),
            more,
            LiftedVcf.WITHOUT));
  }

  private String from() {
    var text =
        reader.contigName(record.contig())
            + "|"
            + record.position1()
            + "|"
            + record.reference()
            + "|"
            + (record.alternateCount() == 0 ? "." : String.join("/", record.alternates()));
    return text.replace(",", "%2C").replace(";", "%3B").replace("=", "%3D");
  }
}
