package org.idiome.genomics.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.idiome.genomics.rule.RuleTable;
import org.jspecify.annotations.Nullable;

/// A field of INFO in which another program told consequences: CSQ of VEP, ANN of SnpEff, BCSQ of
/// bcftools csq, by the columns that its description names.
final class GivenField {
  /// Their words for terms, where they are others; `.` for what is not told here.
  private static final Map<String, String> TERMS = new HashMap<>();

  private static final Pattern COLUMNS = Pattern.compile("[^\\s'\"|:]*(?:\\s*\\|\\s*[^'\"|]*)+");
  private static final List<String> TRANSCRIPT = List.of("Feature", "Feature_ID", "transcript");
  private static final List<String> TERM = List.of("Consequence", "Annotation", "[*]Consequence");
  private static final List<String> PROTEIN = List.of("HGVSp", "HGVS.p");
  private static final List<String> ALLELE = List.of("Allele");
  private static final List<String> NUMBER = List.of("ALLELE_NUM");
  private static final List<String> CHANGE = List.of("dna_change");

  static {
    for (var row : RuleTable.beside(GivenField.class, "given-terms.tsv").rows()) {
      TERMS.put(row.get("theirs"), row.get("ours"));
    }
  }

  private final String key;
  private final int transcript;
  private final int term;
  private final int protein;
  private final int allele;
  private final int number;
  private final int change;

  private GivenField(String key, List<String> columns) {
    this.key = key;
    this.transcript = place(columns, TRANSCRIPT);
    this.term = place(columns, TERM);
    this.protein = place(columns, PROTEIN);
    this.allele = place(columns, ALLELE);
    this.number = place(columns, NUMBER);
    this.change = place(columns, CHANGE);
  }

  /// The field of a key; null where its description does not name the columns that are needed.
  static @Nullable GivenField of(String key, String description) {
    var columns = COLUMNS.matcher(description);
    while (columns.find()) {
      var names = new ArrayList<String>();
      for (var name : columns.group().split("\\|", -1)) {
        names.add(name.strip());
      }
      var field = new GivenField(key, names);
      if (field.transcript >= 0 && field.term >= 0) {
        return field;
      }
    }
    return null;
  }

  private static int place(List<String> columns, List<String> names) {
    for (int i = 0; i < columns.size(); i++) {
      if (names.contains(columns.get(i))) {
        return i;
      }
    }
    return -1;
  }

  String key() {
    return key;
  }

  /// What a value says, an item for each transcript; what is of no transcript is left out.
  ///
  /// @param value as it is written
  /// @param reference REF
  /// @param alternates ALT
  List<GivenTelling> read(String value, String reference, List<String> alternates) {
    var all = new ArrayList<GivenTelling>();
    for (var item : value.split(",", -1)) {
      var cells = item.split("\\|", -1);
      var accession = cell(cells, transcript);
      if (!accession.isEmpty()) {
        all.add(
            new GivenTelling(
                key,
                number(cells, reference, alternates),
                accession,
                terms(cell(cells, term)),
                protein(cell(cells, protein))));
      }
    }
    return all;
  }

  private static String cell(String[] cells, int place) {
    return place >= 0 && place < cells.length ? cells[place].strip() : "";
  }

  private static Set<String> terms(String text) {
    var terms = new TreeSet<String>();
    for (var word : text.replace("*", "").split("&", -1)) {
      var ours = TERMS.getOrDefault(word, word);
      if (!ours.equals(".") && !ours.isEmpty()) {
        terms.add(ours);
      }
    }
    return terms;
  }

  private static String protein(String text) {
    var decoded = text.replace("%3D", "=");
    int colon = decoded.indexOf(':');
    return colon < 0 ? decoded : decoded.substring(colon + 1);
  }

  private int number(String[] cells, String reference, List<String> alternates) {
    var stated = cell(cells, number);
    if (stated.matches("[0-9]{1,4}")) {
      return Integer.parseInt(stated);
    }
    if (alternates.size() == 1) {
      return 1;
    }
    var written = cell(cells, allele);
    if (written.isEmpty()) {
      var changes = cell(cells, change);
      written = changes.substring(changes.lastIndexOf('>') + 1);
    }
    int found = 0;
    for (int i = 0; i < alternates.size(); i++) {
      if (isCalled(alternates.get(i), reference, written)) {
        if (found > 0) {
          return 0;
        }
        found = i + 1;
      }
    }
    return found;
  }

  /// An alternate as it is written, or without the base that it shares with REF, `-` for nothing.
  private static boolean isCalled(String alternate, String reference, String written) {
    if (written.equals(alternate)) {
      return true;
    }
    boolean isShared = !reference.isEmpty() && alternate.startsWith(reference.substring(0, 1));
    var shorter = isShared ? alternate.substring(1) : alternate;
    return written.equals(shorter.isEmpty() ? "-" : shorter);
  }
}
