package org.idiome.genomics.annotate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.idiome.genomics.consequence.Cut;
import org.idiome.genomics.consequence.Join;
import org.idiome.genomics.consequence.StructuralChange;
import org.idiome.genomics.consequence.StructuralChange.Kind;
import org.idiome.genomics.contig.Contigs;
import org.idiome.genomics.io.Ascii;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.reference.ReferenceSequence;
import org.idiome.genomics.vcf.FormatKey;
import org.idiome.genomics.vcf.VcfReader;
import org.idiome.genomics.vcf.VcfRecord;
import org.jspecify.annotations.Nullable;

/// Reads a structural alternate of the record at hand: symbolic, or a breakend (VCF 4.5, sections
/// 1.4.5, 5.3 and 5.4).
///
/// - The stretch of `<DEL>`, `<DUP>`, `<INV>` and `<CNV>` begins behind POS; SVLEN goes before END.
/// - SVCLAIM (4.4) says whether a deletion or duplication is of amount, of a join, or of both;
///   where it does not say, both.
/// - Ends are known to the base where the record is not IMPRECISE, and CIPOS and CIEND are nothing
///   or the stretch through which the change can be rolled.
/// - CIPOS and CIEND have a pair of values, or one for each alternate (4.4).
/// - `<CNV:TR>` whose units are known to the base is read as bases ([TandemRepeat]).
/// - Two breakends on one contig that leave out what is between them, or repeat it, are a deletion
///   or duplication that claims no amount.
final class StructuralReader {
  /// Above so many bases a change is told by its place and kind alone.
  private static final int MOST_BASES = 100_000;

  private final VcfReader reader;
  private final int sample;

  /// The alternate at hand, its place in ALT.
  private int alternate;

  /// @param sample whose copy number is read, its place in the header; -1 for none
  StructuralReader(VcfReader reader, int sample) {
    this.reader = reader;
    this.sample = sample;
  }

  /// What an alternate says.
  ///
  /// @param change null where nothing can be told, or all of it is bases
  /// @param form where all of it is bases
  /// @param unknown why nothing can be told; empty where it can
  record Read(@Nullable StructuralChange change, @Nullable NormalForm form, String unknown) {
    static Read of(StructuralChange change) {
      return new Read(change, null, "");
    }

    static Read not(String unknown) {
      return new Read(null, null, unknown);
    }
  }

  /// What a structural alternate says.
  ///
  /// @param i its place in ALT, from 0
  /// @param sequence of the contig
  Read read(int i, ReferenceSequence sequence) {
    alternate = i;
    var record = reader.record();
    var contig = reader.contigName(record.contig());
    var text = record.alternate(i);
    return switch (record.alternateKind(i)) {
      case SYMBOLIC -> symbolic(record, contig, text.substring(1, text.length() - 1), i, sequence);
      case BREAKEND -> breakend(record, contig, text, sequence);
      case SINGLE_BREAKEND, ASSEMBLY_BREAKEND -> {
        int at0 = at0(record, isBefore(text), sequence);
        yield place(contig, at0, Kind.CUT, List.of());
      }
      default -> Read.not("not_bases");
    };
  }

  /// Whether the bases of a breakend come first: the part before the cut goes on.
  private static boolean isBefore(String text) {
    return "[]<.".indexOf(text.charAt(0)) < 0;
  }

  /// Whether the record says that its ends are not certain, or says how certain in a way that
  /// cannot be read.
  private boolean isImprecise() {
    return isNamed("IMPRECISE") || isNotRead("CIPOS") || isNotRead("CIEND");
  }

  private boolean isNotRead(String key) {
    return isNamed(key) && interval(key) == null;
  }

  private boolean isNamed(String key) {
    return reader.hasInfo(reader.infoNumber(key));
  }

  private Read symbolic(
      VcfRecord record, String contig, String symbol, int i, ReferenceSequence sequence) {
    int colon = symbol.indexOf(':');
    var type = colon < 0 ? symbol : symbol.substring(0, colon);
    int start0 = record.position1();
    if (type.equals("INS")) {
      return place(contig, start0, Kind.INSERTION, List.of());
    }
    if (type.equals("TRA") || type.equals("BND")) {
      return elsewhere(record, contig, sequence);
    }
    var kind = kind(symbol, type, contig);
    if (kind == null) {
      return Read.not("symbol_not_known");
    }
    long end0 = end0(record, i);
    if (end0 < 0) {
      return Read.not("end_not_known");
    }
    if (end0 > sequence.lengthBases()) {
      return Read.not("beyond_contig");
    }
    if (symbol.startsWith("CNV:TR")) {
      return repeat(contig, start0, (int) end0, sequence);
    }
    if (kind == Kind.AMOUNT || type.startsWith("CN")) {
      return amount(kind, contig, start0, (int) end0, !isImprecise());
    }
    return Read.of(stretch(kind, contig, start0, (int) end0, claim(i), sequence));
  }

  private static Read amount(Kind kind, String contig, int start0, int end0, boolean isExact) {
    return Read.of(
        new StructuralChange(kind, contig, start0, end0, true, isExact, null, List.of()));
  }

  /// Units in the place of a stretch. Where they are not known to the base only whether there is
  /// more than before is told: what is missing may be missing anywhere.
  private Read repeat(String contig, int start0, int end0, ReferenceSequence sequence) {
    var repeat = TandemRepeat.of(reader, alternate, MOST_BASES);
    var bases = repeat.bases();
    if (bases == null || isImprecise() || end0 - start0 > MOST_BASES) {
      var kind = repeat.lengthBases() > end0 - start0 ? Kind.DUPLICATION : Kind.AMOUNT;
      return amount(kind, contig, start0, end0, false);
    }
    var form = NormalForm.of(sequence, start0, sequence.bases(start0, end0), bases);
    return form.isSame() ? Read.not("as_in_reference") : new Read(null, form, "");
  }

  /// SVCLAIM of an alternate; of amount and join where it is not said.
  private String claim(int i) {
    var claim = reader.info("SVCLAIM", i);
    return claim.isEmpty() ? "DJ" : claim;
  }

  /// What a symbol means; null where it is none of those known, or no change.
  private @Nullable Kind kind(String symbol, String type, String contig) {
    return switch (type) {
      case "DEL" -> Kind.DELETION;
      case "DUP" -> Kind.DUPLICATION;
      case "INV" -> Kind.INVERSION;
      case "CNV" -> symbol.startsWith("CNV:TR") ? Kind.AMOUNT : amount(contig);
      default -> type.matches("CN[0-9]{1,4}") ? copies(Integer.parseInt(type.substring(2))) : null;
    };
  }

  /// `<CN0>`, `<CN2>` and so on: copies on one chromosome.
  private static @Nullable Kind copies(int copies) {
    return copies == 1 ? null : copies == 0 ? Kind.DELETION : Kind.DUPLICATION;
  }

  /// More or less than the two copies of an autosome, as far as the sample says.
  private Kind amount(String contig) {
    if (sample < 0 || !Contigs.resolve(contig).isAutosome()) {
      return Kind.AMOUNT;
    }
    var fields = reader.sample(sample);
    int place = fields.place(FormatKey.CN);
    if (!fields.isReadable() || !fields.hasValue(place)) {
      return Kind.AMOUNT;
    }
    double copies = fields.number(place);
    return copies < 2 ? Kind.DELETION : copies > 2 ? Kind.DUPLICATION : Kind.AMOUNT;
  }

  /// Behind the last base of the stretch of an alternate; -1 where nothing says it.
  private long end0(VcfRecord record, int i) {
    var lengths = reader.info("SVLEN");
    var own = lengths.isEmpty() ? "" : lengths.get(Math.min(i, lengths.size() - 1));
    long length = integer(own);
    if (length != Ascii.NOT_AN_INTEGER && length != 0) {
      return record.position1() + Math.abs(length);
    }
    return record.hasStatedEnd() && record.end0() > record.position1() ? record.end0() : -1;
  }

  private static long integer(String text) {
    var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length == 0 ? Ascii.NOT_AN_INTEGER : Ascii.integer(bytes, 0, bytes.length);
  }

  private StructuralChange stretch(
      Kind kind, String contig, int start0, int end0, String claim, ReferenceSequence sequence) {
    boolean isJoined = claim.contains("J");
    var form =
        !isJoined || isImprecise() || end0 - start0 > MOST_BASES
            ? null
            : StructuralChange.bases(kind, start0, end0, sequence);
    int[] atStart = reach("CIPOS");
    int[] atEnd = reach("CIEND");
    boolean isExact =
        isJoined
            && !isImprecise()
            && isWithinRolls(atStart, form, start0)
            && isWithinRolls(atEnd, form, start0);
    if (isExact) {
      atStart = new int[2];
      atEnd = new int[2];
    }
    var joins =
        isJoined
            ? joins(kind, cuts(contig, start0, atStart), cuts(contig, end0, atEnd), isBounded())
            : List.<Join>of();
    return new StructuralChange(
        kind, contig, start0, end0, claim.contains("D"), isExact, isExact ? form : null, joins);
  }

  /// How far an end may be away, to the left and to the right.
  private int[] reach(String key) {
    var interval = interval(key);
    return interval == null ? new int[2] : interval;
  }

  /// What is said of the alternate at hand; null where nothing is, or it cannot be read.
  private int @Nullable [] interval(String key) {
    var values = reader.info(key);
    int first = values.size() == 2 ? 0 : 2 * alternate;
    boolean isPaired = values.size() == 2 || values.size() == 2 * reader.record().alternateCount();
    if (!isPaired) {
      return null;
    }
    long left = integer(values.get(first));
    long right = integer(values.get(first + 1));
    return left == Ascii.NOT_AN_INTEGER || right == Ascii.NOT_AN_INTEGER
        ? null
        : new int[] {Math.clamp(left, -MOST_BASES, 0), Math.clamp(right, 0, MOST_BASES)};
  }

  /// Whether an end may only be where the same change can be written as well.
  private static boolean isWithinRolls(int[] reach, @Nullable NormalForm form, int start0) {
    if (reach[0] == 0 && reach[1] == 0) {
      return true;
    }
    if (form == null || !form.isRollable()) {
      return false;
    }
    // A copy may be put in before or behind what it is a copy of: that is no room to move.
    int room = form.rolls() - (form.reference().isEmpty() ? form.alternate().length() : 0);
    int before = start0 - form.start0();
    return -reach[0] <= before && reach[1] <= room - before;
  }

  /// A cut with what is before it kept, and with what is behind it.
  private record Cuts(Cut before, Cut behind) {}

  private static Cuts cuts(String contig, int at0, int[] reach) {
    return new Cuts(cut(contig, at0, reach, true), cut(contig, at0, reach, false));
  }

  private static List<Join> joins(Kind kind, Cuts start, Cuts end, boolean isBounded) {
    return switch (kind) {
      case DELETION -> List.of(new Join(start.before(), end.behind(), isBounded, 0));
      case DUPLICATION -> List.of(new Join(end.before(), start.behind(), isBounded, 0));
      case INVERSION ->
          List.of(
              new Join(start.before(), end.before(), isBounded, 0),
              new Join(start.behind(), end.behind(), isBounded, 0));
      case INSERTION, AMOUNT, CUT -> List.of();
    };
  }

  /// Whether the ends are surely within what is said of them.
  private boolean isBounded() {
    return !isImprecise() || (interval("CIPOS") != null && interval("CIEND") != null);
  }

  private static Cut cut(String contig, int at0, int[] reach, boolean isLeftKept) {
    return new Cut(contig, Math.max(0, at0 + reach[0]), at0 + reach[1], isLeftKept);
  }

  private Read place(String contig, int at0, Kind kind, List<Join> joins) {
    int[] reach = reach("CIPOS");
    boolean isExact = !isImprecise() && reach[0] == 0 && reach[1] == 0;
    int place = Math.clamp(at0, 0, Integer.MAX_VALUE - 1);
    return Read.of(new StructuralChange(kind, contig, place, place, false, isExact, null, joins));
  }

  /// Where the record's own side is cut; a telomere is the end of the contig.
  private static int at0(VcfRecord record, boolean isLeftKept, ReferenceSequence sequence) {
    int at0 = isLeftKept ? record.position1() : record.position1() - 1;
    return Math.clamp(at0, 0, sequence.lengthBases());
  }

  /// `t[p[`, `t]p]`, `]p]t`, `[p[t`.
  private Read breakend(VcfRecord record, String contig, String text, ReferenceSequence sequence) {
    boolean isLeftKept = isBefore(text);
    char bracket = text.indexOf('[') >= 0 ? '[' : ']';
    int open = text.indexOf(bracket);
    int close = text.lastIndexOf(bracket);
    int colon = text.lastIndexOf(':', close);
    var mate = text.substring(open + 1, colon);
    int mate1 = Integer.parseInt(text.substring(colon + 1, close));
    int bases = (isLeftKept ? open : text.length() - close - 1) - 1;
    boolean isMateLeftKept = bracket == ']';
    int at0 = at0(record, isLeftKept, sequence);
    int mateAt0 = Math.max(0, isMateLeftKept ? mate1 : mate1 - 1);
    boolean isOne = Contigs.resolve(mate).name().equals(Contigs.resolve(contig).name());
    if (isOne && isLeftKept != isMateLeftKept && mateAt0 <= sequence.lengthBases()) {
      int start0 = Math.min(at0, mateAt0);
      int end0 = Math.max(at0, mateAt0);
      if (start0 == end0 && bases == 0) {
        return Read.not("as_in_reference");
      }
      boolean isFirstKept = isLeftKept == at0 <= mateAt0;
      if (start0 < end0 && bases == 0) {
        var kind = isFirstKept ? Kind.DELETION : Kind.DUPLICATION;
        return Read.of(stretch(kind, contig, start0, end0, "J", sequence));
      }
    }
    var join =
        join(contig, at0, isLeftKept, new Cut(mate, mateAt0, mateAt0, isMateLeftKept), bases);
    return place(contig, at0, Kind.CUT, List.of(join));
  }

  /// A join to a place of which this record says no interval: it is as wide as this one's.
  private Join join(String contig, int at0, boolean isLeftKept, Cut mate, int bases) {
    int[] reach = reach("CIPOS");
    int wide = Math.max(-reach[0], reach[1]);
    return new Join(
        cut(contig, at0, reach, isLeftKept),
        cut(mate.contig(), mate.low0(), new int[] {-wide, wide}, mate.isLeftKept()),
        !isImprecise(),
        Math.max(0, bases));
  }

  /// `<TRA>` and `<BND>` of writers that put the other place into CHR2 and END or POS2; CT says
  /// which parts are kept (Delly).
  private Read elsewhere(VcfRecord record, String contig, ReferenceSequence sequence) {
    var mate = reader.info("CHR2", 0);
    var stated = reader.info("POS2", 0);
    long mate1 = integer(stated.isEmpty() ? reader.info("END", 0) : stated);
    var type = reader.info("CT", 0);
    if (mate.isEmpty() || mate1 == Ascii.NOT_AN_INTEGER || !type.matches("[35]to[35]")) {
      return place(contig, record.position1(), Kind.CUT, List.of());
    }
    boolean isLeftKept = type.charAt(0) == '3';
    boolean isMateLeftKept = type.charAt(3) == '3';
    int at0 = at0(record, isLeftKept, sequence);
    int mateAt0 = Math.clamp(isMateLeftKept ? mate1 : mate1 - 1, 0, Integer.MAX_VALUE - 1);
    var join = join(contig, at0, isLeftKept, new Cut(mate, mateAt0, mateAt0, isMateLeftKept), 0);
    return place(contig, at0, Kind.CUT, List.of(join));
  }
}
