package org.idiome.genomics.hgvs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.idiome.testkit.Truth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What must be read, and what must not (biocommons/hgvs, its table of a grammar).
class HgvsGrammarTest {
  /// Rules of that grammar for pieces that are no part of a description by themselves: numbers,
  /// signs, one of two ways to write residues, letters.
  private static final Set<String> PIECES =
      Set.of(
          "aa1",
          "aa13_ext",
          "aa13_fs",
          "aa1_seq",
          "aa3",
          "aa3_seq",
          "aat1",
          "aat1_seq",
          "aat3",
          "aat3_seq",
          "base",
          "dna",
          "dna_iupac",
          "dna_seq",
          "fsext_offset",
          "na_iupac",
          "nnum",
          "num",
          "offset",
          "pm",
          "rna",
          "rna_iupac",
          "rna_seq",
          "snum",
          "term1",
          "term13",
          "term3");

  private static final Map<String, Class<?>> KINDS =
      Map.ofEntries(
          Map.entry("dna_con", HgvsEdit.Conversion.class),
          Map.entry("dna_del", HgvsEdit.Deletion.class),
          Map.entry("dna_dup", HgvsEdit.Duplication.class),
          Map.entry("dna_ident", HgvsEdit.Same.class),
          Map.entry("dna_ins", HgvsEdit.Insertion.class),
          Map.entry("dna_inv", HgvsEdit.Inversion.class),
          Map.entry("dna_subst", HgvsEdit.Substitution.class),
          Map.entry("ext", HgvsEdit.Extension.class),
          Map.entry("fs", HgvsEdit.Frameshift.class),
          Map.entry("pro_del", HgvsEdit.Lost.class),
          Map.entry("pro_delins", HgvsEdit.Residues.class),
          Map.entry("pro_dup", HgvsEdit.Doubled.class),
          Map.entry("pro_ext", HgvsEdit.Extension.class),
          Map.entry("pro_fs", HgvsEdit.Frameshift.class),
          Map.entry("pro_ident", HgvsEdit.Same.class),
          Map.entry("pro_ins", HgvsEdit.Residues.class));

  /// The number of copies of one laboratory is refused.
  private static boolean isRefused(String text) {
    return text.matches(".*copy[0-9]+");
  }

  @Test
  void readsWhatIsADescriptionAndRefusesWhatIsNot() throws IOException {
    var wrong = new ArrayList<String>();
    int tried = 0;
    for (var line : Files.readAllLines(Truth.data("variants/hgvs/grammar.tsv"))) {
      var cells = line.split("\t", -1);
      if (line.startsWith("#") || cells.length < 4 || cells[0].equals("Func")) {
        continue;
      }
      if (PIECES.contains(cells[0])) {
        continue;
      }
      var texts = cells[3].equals("list") ? cells[1].split("\\|", -1) : new String[] {cells[1]};
      boolean isValid = cells[2].equals("True");
      var expected = cells.length > 4 ? cells[4].split("\\|", -1) : new String[0];
      for (int i = 0; i < texts.length; i++) {
        tried++;
        var read = read(cells[0], texts[i]);
        var wanted = isValid && expected.length == texts.length ? expected[i] : null;
        if ((read != null) != (isValid && !isRefused(texts[i]))) {
          wrong.add(cells[0] + " " + texts[i] + ": " + read);
        } else if (read != null && wanted != null && !isWritten(cells[0], wanted, read)) {
          wrong.add(cells[0] + " " + texts[i] + ": " + read + ", not " + wanted);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(tried).isEqualTo(529);
  }

  /// A stop that is not told is not written here; messengers are written in any case there.
  private static boolean isWritten(String rule, String wanted, String read) {
    if (rule.equals("ext") || rule.equals("fs") || wanted.equals("None")) {
      return true;
    }
    var plain = wanted.replaceAll("(fs|ext)Ter$", "$1");
    return plain.toUpperCase(Locale.ROOT).equals(read.toUpperCase(Locale.ROOT));
  }

  /// What a rule makes of a text; null where it refuses it.
  private static @Nullable String read(String rule, String text) {
    try {
      var reader = new HgvsReader(text);
      var answer = read(rule, text, reader);
      if (!rule.equals("accn") && !rule.contains("gene")) {
        reader.cursor().needEnd();
      }
      return answer;
    } catch (HgvsException e) {
      assertThat(e.column()).isBetween(1, text.length() + 1);
      return null;
    }
  }

  private static String read(String rule, String text, HgvsReader reader) throws HgvsException {
    var type = HgvsType.of(rule.replaceFirst("^(def|uncertain)_", "").charAt(0));
    if (rule.equals("accn")) {
      return reader.accession(text);
    }
    if (rule.equals("gene_symbol")) {
      return reader.gene("(" + text + ")");
    }
    if (rule.equals("paren_gene") || rule.equals("opt_gene_expr")) {
      return reader.gene(text);
    }
    if (rule.equals("aa13") || rule.equals("aat13")) {
      return "" + new ResidueReader(reader.cursor()).residue();
    }
    if (rule.equals("aa13_seq") || rule.equals("aat13_seq")) {
      return new ResidueReader(reader.cursor()).residues();
    }
    if (rule.endsWith("hgvs_position")) {
      return position(rule, text, reader);
    }
    if (rule.endsWith("_variant") || rule.endsWith("_typed_posedit")) {
      var read = reader.description();
      if (!rule.startsWith("hgvs") && read.type() != type) {
        throw reader.cursor().wanted("another type");
      }
      return read.toString();
    }
    if (rule.contains("posedit")) {
      return reader.change(known(type)).toString();
    }
    if (rule.endsWith("interval")) {
      return reader.interval(known(type)).toString();
    }
    if (rule.endsWith("_pos")) {
      return reader.position(known(type)).toString();
    }
    return edit(rule, reader);
  }

  private static HgvsType known(@Nullable HgvsType type) {
    if (type == null) {
      throw new IllegalArgumentException();
    }
    return type;
  }

  private static String position(String rule, String text, HgvsReader reader) throws HgvsException {
    int colon = text.indexOf(':');
    reader.accession(text.substring(0, colon));
    reader.cursor().back(colon + 1);
    var type = reader.type();
    if (!rule.startsWith("hgvs") && type != HgvsType.of(rule.charAt(0))) {
      throw reader.cursor().wanted("another type");
    }
    return text.substring(0, colon + 1) + type.letter() + "." + reader.interval(type);
  }

  private static String edit(String rule, HgvsReader reader) throws HgvsException {
    var edit =
        rule.startsWith("pro") || rule.equals("ext") || rule.equals("fs")
            ? new ResidueReader(reader.cursor()).edit()
            : reader.edit(rule.startsWith("rna") ? HgvsType.RNA : HgvsType.CODING);
    var kind = KINDS.get(rule.replaceFirst("^rna", "dna"));
    if (kind != null && !kind.isInstance(edit)) {
      throw reader.cursor().wanted("another kind");
    }
    return edit.toString();
  }

  @Test
  void whatPeopleWriteIsWrittenAsToday() throws HgvsException {
    assertThat(Hgvs.of("NM_004006.2:c.20_21delAGinsT").toString())
        .isEqualTo("NM_004006.2:c.20_21delinsT");
    assertThat(Hgvs.of("NM_000059.4(BRCA2):c.1813dupA").toString())
        .isEqualTo("NM_000059.4(BRCA2):c.1813dup");
    assertThat(Hgvs.of("p.R97fs*23").toString()).isEqualTo("p.Arg97fsTer23");
    assertThat(Hgvs.of("p.(V600E)").toString()).isEqualTo("p.(Val600Glu)");
    assertThat(Hgvs.of("p.W26X").toString()).isEqualTo("p.Trp26Ter");
    assertThat(Hgvs.of("NM_000044.6:c.171_239GCA[23]").changes().getFirst().edit())
        .isEqualTo(new HgvsEdit.Repeat("GCA", 23, 23));
    assertThat(Hgvs.of("ENST00000288602.11:c.[1799T>A;1801A>G]").changes()).hasSize(2);
    assertThat(Hgvs.of("NM_1.1:c.12_13insN[300]").toString()).isEqualTo("NM_1.1:c.12_13insN[300]");
    assertThat(Hgvs.of("p.Met1ValextMet-12").toString()).isEqualTo("p.Met1ValextMet-12");
    assertThat(Hgvs.of("NM_1.1:c.?").toString()).isEqualTo("NM_1.1:c.?");
    assertThat(Hgvs.of("NM_1.1:c.=").toString()).isEqualTo("NM_1.1:c.=");
  }

  @Test
  void whatIsNoneIsRefusedWithItsColumn() {
    assertThatThrownBy(() -> Hgvs.of("NM_1.1:c.0A>T"))
        .hasMessageContaining("at 10: a number is wanted");
    assertThatThrownBy(() -> Hgvs.of("NM_1.1:c.5A>T;")).hasMessageContaining("at 14: the end");
    assertThatThrownBy(() -> Hgvs.of("NM_1.1:x.5A>T")).hasMessageContaining("one of g, m, c");
    assertThatThrownBy(() -> Hgvs.of("")).isInstanceOf(HgvsException.class);
    assertThatThrownBy(() -> Hgvs.of("NM_1.1:c.99999999999A>T")).isInstanceOf(HgvsException.class);
  }

  /// Whatever is read and written is read as the same; whatever is changed by hand ends in an
  /// answer or a refusal.
  @Test
  void changedTextsEndInAnAnswerOrARefusal() {
    var random = new Random(5);
    var seeds =
        List.of(
            "NM_004006.2:c.(4_6)_246+3delAGinsT",
            "NP_003997.1:p.(Arg97ProfsTer23)",
            "NC_000001.11:g.[1234_2345del;5A>G]",
            "NR_1.1:n.5-3_*7ins(30)");
    var read = new TreeSet<String>();
    for (int i = 0; i < 40_000; i++) {
      var text = new StringBuilder(seeds.get(i % seeds.size()));
      for (int k = random.nextInt(4); k >= 0; k--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, text.charAt(random.nextInt(text.length())));
          default -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
        }
      }
      try {
        var once = Hgvs.of(text.toString()).toString();
        assertThat(Hgvs.of(once).toString()).isEqualTo(once);
        read.add(once);
      } catch (HgvsException e) {
        assertThat(e.column()).isPositive();
      }
    }
    assertThat(read).hasSizeGreaterThan(500);
  }
}
