package org.idiome.genomics.hgvs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.idiome.genomics.hgvs.HgvsEdit.Inserted;

/// Reads a description and its parts. For one text.
final class HgvsReader {
  private static final Pattern ACCESSION =
      Pattern.compile("[A-Za-z][A-Za-z0-9]*([-_][A-Za-z0-9]+)*(\\.[0-9]+)?");
  private static final Pattern GENE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

  private static final String DNA = "ACGTNacgtn";
  private static final String RNA = "ACGUNacgun";

  private final HgvsCursor cursor;

  HgvsReader(String text) {
    this.cursor = new HgvsCursor(text);
  }

  HgvsCursor cursor() {
    return cursor;
  }

  /// All of it: the accession, a gene in parentheses, the type, the changes.
  Hgvs description() throws HgvsException {
    var whole = cursor.rest();
    cursor.back(0);
    int colon = whole.indexOf(':');
    var accession = "";
    var gene = "";
    if (colon >= 0) {
      int open = whole.indexOf('(');
      int end = open >= 0 && open < colon ? open : colon;
      accession = accession(whole.substring(0, end));
      if (end < colon) {
        cursor.back(end);
        gene = gene(whole.substring(end, colon));
      }
      cursor.back(colon + 1);
    }
    var type = type();
    var changes = changes(type);
    cursor.needEnd();
    return new Hgvs(accession, gene, type, changes);
  }

  String accession(String text) throws HgvsException {
    if (!ACCESSION.matcher(text).matches()) {
      throw cursor.wanted("an accession");
    }
    return text;
  }

  /// A symbol in parentheses.
  String gene(String text) throws HgvsException {
    boolean isClosed = text.length() > 2 && text.startsWith("(") && text.endsWith(")");
    var symbol = isClosed ? text.substring(1, text.length() - 1) : "";
    if (!GENE.matcher(symbol).matches()) {
      throw cursor.wanted("a gene in parentheses");
    }
    return symbol;
  }

  /// The letter and the point.
  HgvsType type() throws HgvsException {
    var type = HgvsType.of(cursor.next());
    if (type == null) {
      throw cursor.wanted("one of g, m, c, n, r, p");
    }
    cursor.take();
    cursor.need(".");
    return type;
  }

  private List<HgvsChange> changes(HgvsType type) throws HgvsException {
    if (!cursor.takes("[")) {
      return List.of(change(type));
    }
    var changes = new ArrayList<HgvsChange>();
    do {
      changes.add(change(type));
    } while (cursor.takes(";"));
    cursor.need("]");
    return changes;
  }

  /// Where and what.
  HgvsChange change(HgvsType type) throws HgvsException {
    if (type == HgvsType.PROTEIN) {
      return new ResidueReader(cursor).change();
    }
    if (cursor.takes("=")) {
      return new HgvsChange(null, new HgvsEdit.Same(), false);
    }
    int from = cursor.at();
    if (type == HgvsType.RNA && cursor.takes("(")) {
      try {
        var inside = new HgvsChange(interval(type), edit(type), true);
        cursor.need(")");
        return inside;
      } catch (HgvsException e) {
        // The parenthesis may be that of an uncertain stretch.
        cursor.back(from);
      }
    }
    var interval = interval(type);
    if (cursor.isEnd() && isUnknown(interval)) {
      return new HgvsChange(null, new HgvsEdit.Unknown(), false);
    }
    return new HgvsChange(interval, edit(type), false);
  }

  private static boolean isUnknown(HgvsInterval interval) {
    return !interval.isUncertain()
        && interval.start().equals(interval.end())
        && interval.start().isCertain()
        && interval.start().low() instanceof HgvsPosition.Unknown;
  }

  /// A place, two places, or two stretches in which the ends are.
  HgvsInterval interval(HgvsType type) throws HgvsException {
    var start = end(type);
    if (cursor.takes("_")) {
      return new HgvsInterval(start, end(type), false);
    }
    if (start.isCertain()) {
      return new HgvsInterval(start, start, false);
    }
    return new HgvsInterval(certain(start.low()), certain(start.high()), true);
  }

  private static HgvsEnd certain(HgvsPosition position) {
    return new HgvsEnd(position, position);
  }

  private HgvsEnd end(HgvsType type) throws HgvsException {
    if (!cursor.takes("(")) {
      return certain(position(type));
    }
    var low = position(type);
    cursor.need("_");
    var high = position(type);
    cursor.need(")");
    return new HgvsEnd(low, high);
  }

  HgvsPosition position(HgvsType type) throws HgvsException {
    if (type == HgvsType.PROTEIN) {
      return new ResidueReader(cursor).position();
    }
    if (cursor.takes("?")) {
      return new HgvsPosition.Unknown();
    }
    boolean isBehindStop = type.hasStartCodon() && cursor.takes("*");
    boolean isBefore = type.hasStartCodon() && !isBehindStop && cursor.takes("-");
    int base = cursor.number();
    int offset = 0;
    if (type.hasOffsets() && (cursor.next() == '+' || cursor.next() == '-')) {
      boolean isBackwards = cursor.take() == '-';
      offset = isBackwards ? -cursor.number() : cursor.number();
    }
    return new HgvsPosition.Base(isBehindStop, isBefore ? -base : base, offset);
  }

  /// What becomes of a stretch; also in parentheses.
  HgvsEdit edit(HgvsType type) throws HgvsException {
    var letters = type == HgvsType.RNA ? RNA : DNA;
    if (cursor.takes("(")) {
      var edit = plainEdit(letters);
      cursor.need(")");
      return edit;
    }
    return plainEdit(letters);
  }

  private HgvsEdit plainEdit(String letters) throws HgvsException {
    if (cursor.takes("del")) {
      return deletion(letters);
    }
    if (cursor.takes("dup")) {
      return new HgvsEdit.Duplication(bases(letters));
    }
    if (cursor.takes("inv")) {
      count(letters);
      return new HgvsEdit.Inversion();
    }
    if (cursor.takes("ins")) {
      return new HgvsEdit.Insertion(inserted(letters));
    }
    if (cursor.takes("con")) {
      return conversion();
    }
    if (cursor.takes("?")) {
      return new HgvsEdit.Unknown();
    }
    var reference = bases(letters);
    if (cursor.takes("=")) {
      return new HgvsEdit.Same();
    }
    if (cursor.isAt("[")) {
      return repeat(reference);
    }
    if (reference.length() == 1 && cursor.takes(">")) {
      var alternate = bases(letters);
      if (alternate.length() == 1) {
        return new HgvsEdit.Substitution(reference, alternate);
      }
    }
    throw cursor.wanted("an edit");
  }

  private String bases(String letters) {
    return cursor.run(letters).toUpperCase(Locale.ROOT);
  }

  /// Bases or how many there are; old, and said by the stretch already.
  private String count(String letters) throws HgvsException {
    if (cursor.isDigit()) {
      cursor.number();
      return "";
    }
    return bases(letters);
  }

  private HgvsEdit deletion(String letters) throws HgvsException {
    var reference = count(letters);
    if (!cursor.takes("ins")) {
      return new HgvsEdit.Deletion(reference);
    }
    var inserted = inserted(letters);
    return reference.length() == 1 && inserted.bases().length() == 1
        ? new HgvsEdit.Substitution(reference, inserted.bases())
        : new HgvsEdit.Replacement(reference, inserted);
  }

  /// Bases, or how many: `N[300]`, `(300)`, `300`.
  private Inserted inserted(String letters) throws HgvsException {
    boolean isCounted = cursor.takes("N[");
    boolean isOld = !isCounted && cursor.takes("(");
    if (isCounted || isOld) {
      int count = cursor.number();
      cursor.need(isCounted ? "]" : ")");
      return new Inserted("", count);
    }
    var bases = bases(letters);
    if (bases.isEmpty()) {
      throw cursor.wanted("bases");
    }
    return new Inserted(bases, bases.length());
  }

  /// A stretch of another sequence, with its accession.
  private HgvsEdit conversion() throws HgvsException {
    int from = cursor.at();
    var text = cursor.rest();
    cursor.back(from);
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw cursor.wanted("a sequence and a stretch of it");
    }
    accession(text.substring(0, colon));
    cursor.back(from + colon + 1);
    var type = type();
    var interval = interval(type);
    return new HgvsEdit.Conversion(text.substring(0, colon) + ":" + type.letter() + "." + interval);
  }

  private HgvsEdit repeat(String unit) throws HgvsException {
    cursor.need("[");
    if (!cursor.takes("(")) {
      int count = cursor.number();
      cursor.need("]");
      return new HgvsEdit.Repeat(unit, count, count);
    }
    int least = cursor.number();
    cursor.need("_");
    int most = cursor.number();
    cursor.need(")");
    cursor.need("]");
    return new HgvsEdit.Repeat(unit, least, most);
  }
}
