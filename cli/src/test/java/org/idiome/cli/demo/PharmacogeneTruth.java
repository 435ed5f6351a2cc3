package org.idiome.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.idiome.care.pharmacogenes.PharmacogeneTable;
import org.idiome.cli.demo.PlantedTruthTest.Planted;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.time.When;
import org.idiome.knowledge.pharmacogene.DefiningPosition;
import org.idiome.knowledge.pharmacogene.Pharmacogene;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.jspecify.annotations.Nullable;

/// Rows of `pharmacogenes`: genes as the shell's table prints them, and what stands behind each.
final class PharmacogeneTruth {
  private static final String NAME = "pharmacogenes";

  private final Told told;
  private final Planted planted;
  private final String subject;
  private final String value;

  private PharmacogeneTruth(Told told, Planted planted) {
    this.told = told;
    this.planted = planted;
    this.subject = planted.fields().get(3);
    this.value = planted.fields().get(5);
  }

  /// Compares a row; answers with the findings that its rows must be cited by.
  static List<Finding> compare(Told told, Planted planted) {
    var truth = new PharmacogeneTruth(told, planted);
    return switch (planted.fields().get(2)) {
      case "gene" -> truth.gene();
      case "position" -> truth.position();
      case "allele" -> truth.alleles();
      case "recommendation" -> truth.recommendation();
      case "medicine" -> truth.medicine();
      default -> throw new AssertionError("nothing compares " + planted);
    };
  }

  private List<Finding> gene() {
    var row = row(subject);
    assertThat(cell(row, "state")).isEqualTo(planted.fields().get(4));
    new Clauses(value)
        .like(
            "(diplotype|phenotype|activity_score) (.+)",
            said -> assertThat(cell(row, said.group(1))).isEqualTo(said.group(2)))
        .like("positions (\\d+) of (\\d+)", said -> positions(row, said))
        .like(
            "cannot_exclude (.+)",
            said ->
                assertThat(cell(row, "cannot_exclude"))
                    .isEqualTo(said.group(1).equals("none") ? "." : said.group(1)))
        .end();
    return List.of(finding(subject));
  }

  private static void positions(List<String> row, MatchResult said) {
    var missing = cell(row, "missing_positions");
    int matched = Integer.parseInt(cell(row, "matched_positions"));
    assertThat(matched).isEqualTo(Integer.parseInt(said.group(1)));
    assertThat(matched + (missing.equals(".") ? 0 : missing.split(",", -1).length))
        .isEqualTo(Integer.parseInt(said.group(2)));
  }

  /// A position that decides is no finding of its own: the gene's explanation says why it was not
  /// seen.
  private List<Finding> position() {
    var finding = finding(subject.substring(0, subject.indexOf(' ')));
    var words = subject.split(" ", -1);
    var name = at(words[0], words[words.length - 1]).name();
    var why = new ArrayList<String>();
    for (var node : Told.nodes(finding)) {
      switch (node) {
        case Explanation.Claim claim
            when claim.code().equals("position_not_seen")
                && texts(claim.details(), "position").contains(name) ->
            why.addAll(texts(claim.details(), "why"));
        case Explanation.Note note
            when note.code().equals("positions_not_seen")
                && texts(note.details(), "positions").contains(name) ->
            why.addAll(texts(note.details(), "why"));
        default -> {}
      }
    }
    assertThat(why).hasSize(1);
    if (planted.fields().get(6).equals("not_callable")) {
      assertThat(why).containsAnyOf("no_call", "filtered");
    } else {
      assertThat(why).containsExactly(planted.fields().get(6));
    }
    return List.of(finding);
  }

  private static DefiningPosition at(String gene, String place) {
    return gene(gene).positions().stream()
        .filter(one -> (one.locus().contig().display() + ":" + one.position1()).equals(place))
        .findFirst()
        .orElseThrow(() -> new AssertionError(place + " is no position of " + gene));
  }

  /// Alleles that were looked for and are not there: in no diplotype, none left open, and every
  /// position read as well as the row says.
  private List<Finding> alleles() {
    var words = Pattern.compile("(\\S+) decreased or no function, each of (\\d+) named");
    var said = words.matcher(subject);
    assertThat(said.matches()).isTrue();
    var harmful = new ArrayList<String>();
    for (var scheme : gene(said.group(1)).schemes().values()) {
      if (scheme.source().equals("CPIC")) {
        scheme.functions().stream()
            .filter(one -> List.of("Decreased function", "No function").contains(one.function()))
            .forEach(one -> harmful.add(one.allele()));
      }
    }
    assertThat(harmful).hasSize(Integer.parseInt(said.group(2)));
    var row = row(said.group(1));
    assertThat(List.of(cell(row, "diplotype").split("/", -1))).doesNotContainAnyElementsOf(harmful);
    assertThat(cell(row, "cannot_exclude")).isEqualTo(".");
    new Clauses(value)
        .like(
            "(\\d+) of (\\d+) positions read at GQ >= (\\d+) and depth >= (\\d+)",
            read -> {
              positions(row, read);
              assertThat(threshold("genotype_quality_least")).isEqualTo(read.group(3));
              assertThat(threshold("depth_least")).isEqualTo(read.group(4));
            })
        .end();
    return List.of(finding(said.group(1)));
  }

  private static String threshold(String name) {
    var table = "org/idiome/care/pharmacogenes/thresholds.tsv";
    return Arrays.stream(Cited.resource(table).split("\n", -1))
        .filter(line -> line.startsWith(name + "\t"))
        .map(line -> line.split("\t", -1)[1])
        .findFirst()
        .orElseThrow();
  }

  /// Source, drug and population; several lookups give several possibilities of one finding.
  private List<Finding> recommendation() {
    var parts = subject.split(", ", 2);
    var source = parts[0].split(" ", -1)[0];
    var drug = parts[0].split(" ", -1)[1];
    var finding = ofPopulation(source, drug, parts.length == 1 ? null : parts[1]);
    assertThat(finding.state()).isInstanceOf(State.Found.class);
    var found = ((State.Found) finding.state()).possibilities();
    var medicines = medicines(drug);
    new Clauses(value)
        .like("(CYP2C19|DPYD) (.+?)( at best)?", said -> lookups(finding, found, said))
        .like("PA\\d+.*", said -> answers(found, said.group()))
        .like("taken (\\S+) (\\S+) since (\\S+)", said -> taken(medicines.getFirst(), said))
        .like(
            "not taken",
            _ -> assertThat(medicines).allMatch(one -> texts(one, "taken").equals(List.of("no"))))
        .end();
    var citing = new ArrayList<>(medicines);
    citing.add(finding);
    citing.add(finding(genes(finding).getFirst()));
    return citing;
  }

  /// What is said of a drug as a whole; nothing where it is not taken and no guideline changes it.
  private List<Finding> medicines(String drug) {
    return told.run().findings().stream()
        .filter(one -> one.key().text().startsWith(NAME + "|medicine|" + drug + "|"))
        .toList();
  }

  /// Of the findings of a drug and source the one whose rows are about a population, in the
  /// source's own words.
  private Finding ofPopulation(String source, String drug, @Nullable String population) {
    var start = String.join("|", NAME, "recommendation", drug, source + " ");
    var fitting =
        told.run().findings().stream()
            .filter(one -> one.key().text().startsWith(start))
            .filter(one -> population == null || cites(one, "\t" + population + "\t"))
            .toList();
    assertThat(fitting).as(subject).hasSize(1);
    return fitting.getFirst();
  }

  private static boolean cites(Finding finding, String text) {
    return Told.rows(finding).stream().anyMatch(row -> row.text().contains(text));
  }

  /// The key under which the guideline was looked up; DPWG writes `1.0 (Intermediate Metabolizer)`.
  private static void lookups(Finding finding, List<Details> found, MatchResult said) {
    assertThat(genes(finding)).containsExactly(said.group(1));
    var expected = List.of(said.group(2).split(" or ", -1));
    for (int i = 0; i < expected.size(); i++) {
      assertThat(texts(found.get(i), "lookups").getFirst().replaceFirst(" \\(.*", ""))
          .isEqualTo(expected.get(i));
    }
    if (said.group(3) != null) {
      assertThat(found.getFirst().get("standing")).isEqualTo(new Value.Word("best"));
      assertThat(found).hasSizeGreaterThan(1);
    }
  }

  /// The publisher's identifiers and grades, in order; `not alone`: others are not excluded.
  private static void answers(List<Details> found, String said) {
    boolean isAlone = !said.endsWith(", not alone");
    var expected = said.replace(", not alone", "").split(", or ", -1);
    assertThat(found).hasSizeGreaterThanOrEqualTo(expected.length);
    if (isAlone) {
      assertThat(found).hasSize(expected.length);
    } else {
      assertThat(found).hasSizeGreaterThan(expected.length);
    }
    for (int i = 0; i < expected.length; i++) {
      var words = expected[i].split(" ", -1);
      assertThat(texts(found.get(i), "recommendation")).containsExactly("ClinPGx:" + words[0]);
      if (words.length > 1) {
        assertThat(texts(found.get(i), "classification")).containsExactly(words[1]);
      }
    }
  }

  private static void taken(Finding medicine, MatchResult said) {
    assertThat(texts(medicine, "taken")).containsExactly("yes");
    var now =
        Told.nodes(medicine).stream()
            .filter(Explanation.Claim.class::isInstance)
            .map(node -> ((Explanation.Claim) node))
            .filter(claim -> claim.code().equals("drug_taken"))
            .toList();
    assertThat(now).hasSize(1);
    var details = now.getFirst().details();
    assertThat(details.get("dose"))
        .isInstanceOfSatisfying(
            Value.Measured.class,
            dose -> {
              assertThat(dose.amount().unit().text()).isEqualTo(said.group(2));
              assertThat(dose.amount().magnitude())
                  .isEqualTo(new Magnitude.Exact(Double.parseDouble(said.group(1))));
            });
    assertThat(details.get("when"))
        .isInstanceOfSatisfying(
            Value.Time.class,
            time -> assertThat(time.when().text()).isEqualTo(said.group(3) + "/"));
  }

  /// Nobody can say more of the medicines than that the record ends all of them before the date.
  private List<Finding> medicine() {
    var finding = told.finding(NAME, "drugs_taken", "therapy");
    assertThat(finding.state()).isInstanceOf(State.NotAssessed.class);
    assertThat(((State.NotAssessed) finding.state()).reason().code())
        .isEqualTo(planted.fields().get(6));
    new Clauses(value)
        .like(
            "([a-z, ]+): each has ended",
            said -> {
              for (var drug : said.group(1).split(", ", -1)) {
                assertThat(medicines(drug)).isEmpty();
                assertThat(Told.nodes(finding)).anyMatch(node -> hasEnded(node, drug));
              }
            })
        .end();
    return List.of(finding);
  }

  private static boolean hasEnded(Explanation node, String drug) {
    return node instanceof Explanation.Claim claim
        && claim.code().equals("drug_ended")
        && claim.details().get("given_as") instanceof Value.Thing thing
        && thing.coded().label().equals(drug)
        && claim.details().get("when") instanceof Value.Time time
        && time.when() instanceof When.Interval interval
        && interval.end() != null;
  }

  private List<String> row(String gene) {
    return new PharmacogeneTable()
        .rows(told.run()).stream()
            .filter(row -> cell(row, "gene").equals(gene))
            .findFirst()
            .orElseThrow();
  }

  private static String cell(List<String> row, String column) {
    return row.get(PharmacogeneTable.COLUMNS.indexOf(column));
  }

  private Finding finding(String gene) {
    return told.finding(NAME, "diplotype", gene);
  }

  private static Pharmacogene gene(String symbol) {
    var gene = StarterKnowledge.shipped().pharmacogenes().gene(symbol);
    if (gene == null) {
      throw new AssertionError("no knowledge of " + symbol);
    }
    return gene;
  }

  private static List<String> genes(Finding finding) {
    return texts(finding.why().details(), "genes");
  }

  private static List<String> texts(Finding finding, String name) {
    return texts(Told.answer(finding), name);
  }

  private static List<String> texts(Details details, String name) {
    return texts(details.get(name));
  }

  private static List<String> texts(@Nullable Value value) {
    return switch (value) {
      case null -> List.of();
      case Value.Text text -> List.of(text.text());
      case Value.Word word -> List.of(word.code());
      case Value.Several several ->
          several.values().stream().flatMap(one -> texts(one).stream()).toList();
      case Value.Count _, Value.Measured _, Value.Time _, Value.Thing _, Value.Place _ -> List.of();
    };
  }
}
