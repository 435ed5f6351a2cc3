package org.idiome.genomics.consequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.consequence.CopyChange.Copy;
import org.idiome.genomics.normal.NormalForm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Changes of made-up genes, drawn at random, told by bcftools csq and here, where it is installed.
///
/// Terms of coding sequence and the first residue that changes must be the same, or one of the
/// rules of [Reason] must hold; all of them stand in `docs/methods/consequences.md`. Residues of
/// deletions are not compared: 1.16 reads the codon wrong in which some of them begin (of `CAACGT`
/// without its second A it tells asparagine; `CAC` is histidine).
@Tag("slow")
class PeerFuzzTest {
  private static final int GENES = 60;
  private static final int CHANGES = 60;
  private static final Pattern RESIDUES =
      Pattern.compile("([0-9]+)([A-Z*?]*)>([0-9]+)([A-Z*?]*).*");

  private static final Set<Term> CODING =
      EnumSet.of(
          Term.MISSENSE,
          Term.SYNONYMOUS,
          Term.FRAMESHIFT,
          Term.STOP_GAINED,
          Term.STOP_LOST,
          Term.START_LOST,
          Term.INFRAME_INSERTION,
          Term.INFRAME_DELETION,
          Term.STOP_RETAINED,
          Term.START_RETAINED,
          Term.CODING_SEQUENCE);

  /// Why an answer is another one.
  private enum Reason {
    /// A change over a junction claims no frame.
    OVER_JUNCTION,
    /// It is told where it lies last in the direction of the transcript.
    PLACED_LAST,
    /// What is put in between exon and intron is a part of the exon.
    AT_JUNCTION,
    /// A frame that is changed into a stop is both.
    STOP_AT_ONCE,
    /// A residue that becomes a stop is `stop_gained`, whatever stands before it.
    STOP_BEHIND_OTHERS,
    /// At the start: what is gone and what is kept is told by the codon that is there.
    AT_START,
    /// At the stop: the same.
    AT_STOP
  }

  @TempDir Path folder;
  private final Map<Reason, Integer> reasons = new TreeMap<>();
  private final List<String> unexplained = new ArrayList<>();
  private int compared;
  private int residues;

  private record Answer(Set<String> terms, String residues) {}

  private record Change(int start0, String reference, String alternate) {
    String name() {
      return start0 + 1 + reference + ">" + alternate;
    }
  }

  private boolean isThere() throws InterruptedException {
    try {
      return run("bcftools", "--version") == 0;
    } catch (IOException _) {
      return false;
    }
  }

  private int run(Object... words) throws IOException, InterruptedException {
    var all = List.of(words).stream().map(Object::toString).toList();
    return new ProcessBuilder(all)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("said").toFile())
        .start()
        .waitFor();
  }

  /// The answers of the peer by change, for the one transcript.
  private Map<String, List<Answer>> peer(MadeUpGene gene, List<String> records, Object... how)
      throws IOException, InterruptedException {
    var fasta = Files.writeString(folder.resolve("r.fa"), ">c\n" + gene.bases() + "\n");
    Files.deleteIfExists(folder.resolve("r.fa.fai"));
    var gff =
        gene.gff()
            .replace("ID=gene:G;", "ID=gene:G;biotype=protein_coding;")
            .replace("ID=transcript:T;", "ID=transcript:T;biotype=protein_coding;");
    Files.writeString(folder.resolve("g.gff3"), gff);
    var header =
        "##fileformat=VCFv4.2\n##contig=<ID=c,length="
            + gene.bases().length()
            + ">\n"
            + "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"g\">\n"
            + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n";
    Files.writeString(folder.resolve("in.vcf"), header + String.join("", records));
    var words = new ArrayList<Object>(List.of("bcftools", "csq"));
    words.addAll(List.of(how));
    words.addAll(List.of("-n", "64", "-f", fasta, "-g", folder.resolve("g.gff3")));
    words.addAll(List.of("-o", folder.resolve("out.vcf"), folder.resolve("in.vcf")));
    assertThat(run(words.toArray()))
        .as(Files.readString(folder.resolve("said"), StandardCharsets.UTF_8))
        .isZero();
    var answers = new HashMap<String, List<Answer>>();
    for (var line : Files.readAllLines(folder.resolve("out.vcf"))) {
      int at = line.indexOf("BCSQ=");
      if (line.startsWith("#") || at < 0) {
        continue;
      }
      var cells = line.split("\t", -1);
      for (var item : line.substring(at + 5).split("[;\t]", 2)[0].split(",", -1)) {
        var parts = item.split("\\|", -1);
        if (!item.startsWith("@") && parts.length > 2 && parts[2].equals("T")) {
          var name = parts.length > 6 ? parts[6] : cells[1] + cells[3] + ">" + cells[4];
          answers.computeIfAbsent(name, _ -> new ArrayList<>()).add(answer(parts));
        }
      }
    }
    return answers;
  }

  private static Answer answer(String... parts) {
    var terms = new TreeSet<String>();
    for (var word : parts[0].replace("*", "").split("&", -1)) {
      CODING.stream()
          .map(Term::code)
          .filter(code -> code.equals(word) || code.equals(word + "_variant"))
          .forEach(terms::add);
    }
    return new Answer(terms, parts.length > 5 ? parts[5] : "");
  }

  private static Set<String> codes(Set<Term> terms) {
    return terms.stream()
        .filter(CODING::contains)
        .map(Term::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Change change(Random random, String bases) {
    int start0 = 1 + random.nextInt(bases.length() - 12);
    int gone = random.nextInt(3) == 0 ? 1 + random.nextInt(6) : 0;
    int put = random.nextInt(3) == 0 ? 1 + random.nextInt(6) : 0;
    if (gone == 0 && put == 0) {
      var there = bases.substring(start0, start0 + 1);
      return new Change(start0, there, "ACGT".replace(there, "").charAt(random.nextInt(3)) + "");
    }
    gone = put > 0 ? 0 : gone;
    var anchor = bases.substring(start0, start0 + 1);
    return new Change(
        start0, bases.substring(start0, start0 + 1 + gone), anchor + MadeUpGene.bases(random, put));
  }

  private static String record(Change one, String genotype) {
    return String.join(
            "\t", List.of("c", "" + (one.start0() + 1), ".", one.reference(), one.alternate(), "."))
        + "\t.\t.\tGT\t"
        + genotype
        + "\n";
  }

  @Test
  void changesAloneAreToldAsByThePeerOrForAReason() throws IOException, InterruptedException {
    assumeTrue(isThere(), "bcftools is not installed");
    var random = new Random(1301);
    for (int i = 0; i < GENES; i++) {
      var made = MadeUpGene.of(random);
      var gene = random.nextBoolean() ? made : made.turned();
      var window = gene.window();
      var consequences = new Consequences(Models.of(gene.gff()), "models", new Problems());
      var changes = new TreeMap<Integer, Change>();
      for (int k = 0; k < CHANGES; k++) {
        var one = change(random, gene.bases());
        changes.putIfAbsent(one.start0(), one);
      }
      var records = changes.values().stream().map(one -> record(one, "0/1")).toList();
      var peer = peer(gene, records, "-l");
      for (var one : changes.values()) {
        var form = NormalForm.of(window, one.start0(), one.reference(), one.alternate());
        var told = consequences.of("c", window, form);
        if (!told.isEmpty()) {
          compare(one, form, told.getFirst(), peer.getOrDefault(one.name(), List.of()));
        }
      }
    }
    assertThat(unexplained).isEmpty();
    assertThat(compared).isGreaterThan(1200);
    assertThat(residues).isGreaterThan(800);
    assertThat(reasons.values().stream().mapToInt(Integer::intValue).sum())
        .as(reasons.toString())
        .isLessThan(compared / 10);
  }

  private void compare(Change one, NormalForm form, Consequence ours, List<Answer> peers) {
    var theirs = new TreeSet<String>();
    peers.forEach(peer -> theirs.addAll(peer.terms()));
    var own = codes(ours.terms());
    if (own.isEmpty() && theirs.isEmpty()) {
      return;
    }
    compared++;
    var said = one + " " + ours + " peer " + peers;
    var reason = own.equals(theirs) ? null : reason(form, ours, own, theirs);
    if (reason != null) {
      reasons.merge(reason, 1, Integer::sum);
    } else if (!own.equals(theirs)) {
      unexplained.add(said);
    } else if (one.reference().length() <= one.alternate().length()) {
      for (var peer : peers) {
        residues(said, ours.firstResidue(), ours.residues(), peer.residues());
      }
    }
  }

  private static @Nullable Reason reason(
      NormalForm form, Consequence ours, Set<String> own, Set<String> theirs) {
    var terms = ours.terms();
    var without = new HashSet<>(own);
    without.remove(Term.STOP_GAINED.code());
    if (ours.notes().contains(Note.OVER_JUNCTION)) {
      return Reason.OVER_JUNCTION;
    }
    if (form.reference().isEmpty() && String.valueOf(ours.hgvs()).matches(".*[0-9][-+][0-9].*")) {
      return Reason.AT_JUNCTION;
    }
    if (terms.contains(Term.STOP_GAINED)
        && terms.contains(Term.FRAMESHIFT)
        && without.equals(theirs)) {
      return Reason.STOP_AT_ONCE;
    }
    if (terms.contains(Term.STOP_GAINED) && ours.residues().endsWith("*")) {
      return Reason.STOP_BEHIND_OTHERS;
    }
    var all = new HashSet<>(own);
    all.addAll(theirs);
    if (all.contains(Term.START_LOST.code()) || all.contains(Term.START_RETAINED.code())) {
      return Reason.AT_START;
    }
    if (all.contains(Term.STOP_LOST.code()) || all.contains(Term.STOP_RETAINED.code())) {
      return Reason.AT_STOP;
    }
    return form.rolls() > 0 ? Reason.PLACED_LAST : null;
  }

  /// The first residue that is another is the same one, and becomes the same.
  private void residues(String said, int first, String own, String theirs) {
    var parts = RESIDUES.matcher(theirs);
    if (first < 0 || !parts.matches()) {
      return;
    }
    int same = Protein.commonStart(parts.group(2), parts.group(4));
    if (same >= parts.group(2).length() || same >= parts.group(4).length()) {
      return;
    }
    var put = own.substring(own.indexOf('>') + 1);
    boolean isAlike =
        Integer.parseInt(parts.group(1)) + same == first + 1
            && !put.isEmpty()
            && put.charAt(0) == parts.group(4).charAt(same);
    residues++;
    if (!isAlike) {
      unexplained.add("residues: " + said);
    }
  }

  /// Substitutions of one copy act together in the same codons, and make the same residues.
  @Test
  void substitutionsOfOneCopyAreJoinedAsByThePeer() throws IOException, InterruptedException {
    assumeTrue(isThere(), "bcftools is not installed");
    var random = new Random(1302);
    int joined = 0;
    for (int i = 0; i < GENES; i++) {
      var made = MadeUpGene.of(random);
      var gene = random.nextBoolean() ? made : made.turned();
      var window = gene.window();
      var changes = new ArrayList<CopyChange>();
      var names = new ArrayList<String>();
      var records = new ArrayList<String>();
      for (int at = 1 + random.nextInt(4);
          at < gene.bases().length() - 1;
          at += 1 + random.nextInt(5)) {
        var there = gene.bases().substring(at, at + 1);
        var other = "ACGT".replace(there, "").charAt(random.nextInt(3)) + "";
        int kind = random.nextInt(3);
        var copy = kind == 2 ? new Copy.Every() : new Copy.Side("", kind);
        changes.add(new CopyChange(changes.size(), NormalForm.of(window, at, there, other), copy));
        var one = new Change(at, there, other);
        names.add(one.name());
        records.add(record(one, List.of("1|0", "0|1", "1|1").get(kind)));
      }
      var models = Models.of(gene.gff());
      var transcript = models.over("c", 0, gene.bases().length()).getFirst();
      var told =
          new Haplotypes(new Consequences(models, "models", new Problems()))
              .of(transcript, window, changes);
      var peer = peer(gene, records, "-p", "a");
      for (var one : told.known()) {
        if (one.isJoined() && !one.terms().contains(Term.START_LOST)) {
          var members = one.members().stream().sorted().map(names::get).toList();
          var answers = peer.getOrDefault(String.join("+", members), List.of());
          assertThat(answers).as(members.toString()).isNotEmpty();
          assertThat(codes(one.terms()))
              .as(members.toString())
              .isEqualTo(answers.getFirst().terms());
          residues(
              members + " " + answers,
              one.firstResidue(),
              one.residues(),
              answers.getFirst().residues());
          joined++;
        }
      }
    }
    assertThat(unexplained).isEmpty();
    assertThat(joined).isGreaterThan(300);
    assertThat(residues).isGreaterThan(200);
  }
}
