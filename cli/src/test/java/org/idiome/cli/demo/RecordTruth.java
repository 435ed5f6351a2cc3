package org.idiome.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import org.idiome.cli.demo.PlantedTruthTest.Planted;
import org.idiome.core.finding.Value;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Call;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Observation;
import org.idiome.core.observation.Quantity;
import org.idiome.core.observation.Statement;
import org.idiome.core.problem.Problems;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.source.Locator;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.idiome.genomics.calls.CallReader;
import org.idiome.genomics.calls.Origin;
import org.idiome.genomics.calls.VcfRequest;
import org.idiome.genomics.io.Input;
import org.idiome.genomics.vcf.VcfLimits;
import org.jspecify.annotations.Nullable;

/// Rows of `record`: facts that the reader must keep as they are, whoever interprets them later.
final class RecordTruth {
  private static final String NUMBER = "([\\d.]+)";

  private final Told told;
  private final Planted planted;
  private final String subject;
  private final String state;
  private final String value;

  private RecordTruth(Told told, Planted planted) {
    this.told = told;
    this.planted = planted;
    this.subject = planted.fields().get(3);
    this.state = planted.fields().get(4);
    this.value = planted.fields().get(5);
  }

  static void compare(Told told, Planted planted) {
    var truth = new RecordTruth(told, planted);
    switch (planted.fields().get(2)) {
      case "quantity" -> truth.quantity();
      case "call" -> truth.call();
      case "statement" -> truth.statement();
      case "outside finding" -> truth.outsideFinding();
      case "episode" -> truth.episode();
      case "gap" -> truth.gap();
      default -> throw new AssertionError("nothing compares " + planted);
    }
  }

  /// The observation of the first place; a second place is what the row compares it with.
  private void quantity() {
    var one = at(0);
    assertThat(state(one)).isEqualTo(state);
    about(one);
    new Clauses(value)
        .like(
            "below " + NUMBER + " (\\S+)",
            said -> {
              var quantity = (Quantity) one;
              assertThat(quantity.amount().magnitude())
                  .isEqualTo(new Magnitude.Below(Double.parseDouble(said.group(1)), false));
              assertThat(quantity.amount().unit().text()).isEqualTo(said.group(2));
            })
        .like(
            NUMBER + " (%)",
            said -> {
              assertThat(exact(one)).isEqualTo(Double.parseDouble(said.group(1)));
              assertThat(((Quantity) one).amount().unit().text()).isEqualTo(said.group(2));
            })
        .like(
            NUMBER + ", in S1 " + NUMBER,
            said -> {
              assertThat(exact(one)).isEqualTo(Double.parseDouble(said.group(1)));
              assertThat(exact(at(1))).isEqualTo(Double.parseDouble(said.group(2)));
              assertThat(at(1).specimen()).isEqualTo("S1");
            })
        .like(
            NUMBER + " % of fragments over 200 bases",
            said -> assertThat(exact(at(1))).isEqualTo(Double.parseDouble(said.group(1))))
        .end();
    if (subject.equals("ALK fusion in S2")) {
      assertThat(state(at(1))).isEqualTo("excluded");
      assertThat(at(1).specimen()).isEqualTo("S1");
    }
  }

  /// `FEATURE in SPECIMEN`, `NAME on DATE` or `NAME in transcriptome`.
  private void about(Observation one) {
    var words = subject.split(" (?=in |on |of S)", -1);
    if (words[1].startsWith("on ")) {
      assertThat(one.when().text()).isEqualTo(words[1].substring(3));
    } else if (words[1].equals("in transcriptome")) {
      assertThat(one.layer()).isEqualTo(Layer.TRANSCRIPTOME);
    } else {
      assertThat(one.specimen()).isEqualTo(words[1].substring(3));
    }
    if (subject.startsWith("RNA")) {
      assertThat(one.layer()).isEqualTo(Layer.TRANSCRIPTOME);
    } else {
      assertThat(named(one)).anyMatch(name -> name.equalsIgnoreCase(words[0]));
    }
  }

  private static List<String> named(Observation one) {
    var coded =
        switch (one) {
          case Quantity quantity -> quantity.feature();
          case Statement statement -> statement.concept();
          default -> throw new AssertionError("neither quantity nor statement: " + one);
        };
    return List.of(coded.id(), coded.label());
  }

  /// A tumour's calls are read by no interpreter yet; the reader has them.
  private void call() {
    var place = planted.where().getFirst();
    var file = place.substring(0, place.indexOf(':'));
    int position = Integer.parseInt(planted.shows().getFirst().replace("␉", ""));
    var locus = Locus.at(GenomeBuild.GRCH38, new Contig("7"), position);
    Call call = calls(file, locus).getFirst();
    assertThat(call.rows().getFirst().locator())
        .isEqualTo(Long.parseLong(place.substring(place.indexOf(':') + 1)));
    new Clauses(value)
        .like(
            "(\\d+) of (\\d+) reads",
            said -> {
              int alternate = Integer.parseInt(said.group(1));
              int all = Integer.parseInt(said.group(2));
              assertThat(call.quality().alleleDepths()).containsExactly(all - alternate, alternate);
            })
        .end();
  }

  private List<Call> calls(String file, Locus locus) {
    var origin = new Origin(0, Layer.TUMOUR, When.notStated(), null);
    try {
      var limits = VcfLimits.DEFAULT;
      var input = Input.open(told.folder().resolve(file), file, limits.file());
      var request = VcfRequest.of(origin).sample(sample(file)).loci(List.of(locus));
      return CallReader.read(input, request, limits, new Problems()).samples().getFirst().calls();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What the packet calls the specimen in a file.
  private @Nullable String sample(String file) {
    return told.profile().tumour().stream()
        .filter(one -> told.profile().file(new SourceRow(one.file(), 1)).name().equals(file))
        .findFirst()
        .orElseThrow()
        .sample();
  }

  private void statement() {
    var one = covered(0);
    assertThat(one.presence().code()).isEqualTo(state);
    new Clauses(value)
        .like("looked for on (\\S+), last", said -> last(one, said.group(1)))
        .like("looked for, not there", _ -> assertThat(one.kind()).isEqualTo("sign"))
        .like(
            "(\\S+) (mg) from (\\S+)",
            said -> {
              assertThat(text(one, "dose")).isEqualTo(said.group(1) + " " + said.group(2));
              assertThat(one.when().text()).isEqualTo(said.group(3) + "/");
            })
        .like("end not stated", _ -> assertThat(((When.Interval) one.when()).end()).isNull())
        .like(
            "(\\d+) (Gy) in (\\d+) fraction",
            said -> {
              assertThat(text(one, "dose")).isEqualTo(said.group(1) + " " + said.group(2));
              assertThat(text(one, "fractions")).isEqualTo(said.group(3));
            })
        .like("time not stated", _ -> assertThat(one.when()).isEqualTo(When.notStated()))
        .like(
            "onset (\\S+) to (\\S+)",
            said -> assertThat(text(one, "onset")).isEqualTo(said.group(1) + "/" + said.group(2)))
        .like(
            "onset (\\S+) of the father",
            said -> {
              assertThat(one.kind()).isEqualTo("relative_sign");
              assertThat(text(one, "onset")).isEqualTo(said.group(1));
              assertThat(text(one, "relation")).containsIgnoringCase("father");
            })
        .end();
    var name = subject.replaceFirst(" of the (father|brain)$", "");
    assertThat(one.concept().id() + " " + one.concept().label() + " " + text(one, "body_site"))
        .containsIgnoringCase(name.equals("radiosurgery") ? "radiosurgery" : name);
    assertThat(subject.endsWith("of the brain")).isEqualTo(text(one, "body_site").equals("brain"));
  }

  private void last(Statement one, String day) {
    assertThat(one.when().text()).isEqualTo(day);
    assertThat(told.profile().statements(one.layer()))
        .filteredOn(other -> other.concept().id().equals(one.concept().id()))
        .allSatisfy(other -> assertThat(other.when().text()).isLessThanOrEqualTo(day));
  }

  /// Variants that somebody else reported: by place and alleles, with an author.
  private void outsideFinding() {
    for (int i = 0; i < planted.where().size(); i++) {
      if (planted.where().get(i).startsWith("phenopacket.json")) {
        reported(interpreted(i));
      }
    }
  }

  /// The outside findings that a line names by their interpretation, or lies in.
  private List<Statement> interpreted(int place) {
    var shows = planted.shows().get(place);
    var found = new ArrayList<Statement>();
    for (var layer : List.of(Layer.GENOME, Layer.TUMOUR)) {
      for (var one : told.profile().statements(layer)) {
        boolean isNamed = shows.equals("\"id\": \"" + text(one, "interpretation") + "\"");
        if (one.author() != null && (isNamed || covers(one, place))) {
          found.add(one);
        }
      }
    }
    return found;
  }

  private void reported(List<Statement> among) {
    new Clauses(value)
        .like(
            "chr(\\S+):(\\d+) ([ACGT]+)>([ACGT]+)( heterozygous)?",
            said -> assertThat(among).anySatisfy(one -> variant(one, said)))
        .like(
            "pathogenic \\(ACMG\\)",
            _ -> assertThat(among).anyMatch(one -> text(one, "acmg_class").equals("pathogenic")))
        .like(
            "Noonan syndrome 1",
            said -> assertThat(among).anyMatch(one -> text(one, "disease").equals(said.group())))
        .end();
  }

  private static void variant(Statement one, MatchResult said) {
    assertThat(one.presence().code()).isEqualTo("present");
    assertThat(text(one, "place")).startsWith("chr" + said.group(1) + ":" + said.group(2));
    assertThat(text(one, "reference")).isEqualTo(said.group(3));
    assertThat(text(one, "alternate")).isEqualTo(said.group(4));
    if (said.group(5) != null) {
      assertThat(text(one, "allelic_state")).contains("heterozygous");
    }
  }

  /// Several layers on one day; transcripts against the median of the other times.
  private void episode() {
    new Clauses(value.replace(", ", "; ").replace("IFI27 and ISG15", "IFI27; ISG15"))
        .like("CRP " + NUMBER + " mg/L", said -> assertThat(exact(at(0))).isEqualTo(number(said)))
        .like("leukocytes " + NUMBER, said -> assertThat(exact(at(1))).isEqualTo(number(said)))
        .like("IL6 " + NUMBER + " NPX", said -> assertThat(exact(at(2))).isEqualTo(number(said)))
        .like("IFI27", _ -> assertThat(fold(3)).isBetween(8.0, 15.0))
        .like("ISG15 up about ten-fold", _ -> assertThat(fold(4)).isBetween(8.0, 15.0))
        .like(
            "resting heart rate " + NUMBER,
            said -> assertThat(exact(at(5))).isEqualTo(number(said)))
        .end();
    for (int place : List.of(0, 1, 2, 5)) {
      assertThat(at(place).when().text()).isEqualTo("2026-02-10");
    }
  }

  private double fold(int place) {
    var all = told.at(planted.where().get(place));
    double february = 0;
    var others = new ArrayList<Double>();
    for (var one : all) {
      if (one.when().text().equals("2026-02-10")) {
        february = exact(one);
      } else {
        others.add(exact(one));
      }
    }
    others.sort(null);
    return february / others.get(others.size() / 2);
  }

  /// Two rows that follow each other, and nothing of that feature on the days between.
  private void gap() {
    var days = subject.substring(subject.indexOf(", ") + 2).split(" to ", -1);
    assertThat(value).isEqualTo("no rows");
    var feature = ((Quantity) at(0)).feature().id();
    assertThat(told.observations(at(0).layer()))
        .filteredOn(
            one -> one instanceof Quantity quantity && quantity.feature().id().equals(feature))
        .noneMatch(one ->
            one.when().text().compareTo(days[0]) >= 0 && one.when().text().compareTo(days[1]) <= 0);
    assertThat(at(0).when().text()).isLessThan(days[0]);
    assertThat(at(1).when().text()).isGreaterThan(days[1]);
  }

  private static double number(MatchResult said) {
    return Double.parseDouble(said.group(1));
  }

  /// What the record holds of a place; of a wide row the cell that the row is about.
  private Observation at(int place) {
    var all = told.at(planted.where().get(place));
    assertThat(all).as(planted.where().get(place)).isNotEmpty();
    return all.stream().filter(one -> state(one).equals(state)).findFirst().orElse(all.getFirst());
  }

  /// The statement that a line of the packet or table lies in.
  private Statement covered(int place) {
    var found = new ArrayList<Statement>();
    for (var layer : Layer.values()) {
      told.profile().statements(layer).stream()
          .filter(one -> covers(one, place))
          .forEach(found::add);
    }
    assertThat(found).as(planted.where().get(place)).isNotEmpty();
    var word =
        subject
            .replaceFirst(" of the .*", "")
            .replaceFirst("^\\S+:\\S+ ", "")
            .toLowerCase(Locale.ROOT);
    return found.stream()
        .filter(one -> one.concept().label().toLowerCase(Locale.ROOT).contains(word))
        .max(Comparator.comparingLong(this::line))
        .orElseThrow(() -> new AssertionError(subject + " is not among " + found));
  }

  private boolean covers(Statement statement, int place) {
    var where = planted.where().get(place);
    int colon = where.lastIndexOf(':');
    var shows = planted.shows().get(place).replace('␉', '\t');
    return statement.rows().stream()
        .map(row -> told.profile().cite(row, null).row())
        .anyMatch(row ->
            Told.covers(
                row, where.substring(0, colon), Long.parseLong(where.substring(colon + 1)), shows));
  }

  /// Where a statement begins; of several whose value reads the same the nearest one is meant.
  private long line(Statement statement) {
    return switch (told.profile().locator(statement.rows().getFirst())) {
      case Locator.Line at -> at.number();
      case Locator.Pointer at -> at.line();
    };
  }

  /// The states of `idiome show`.
  private static String state(Observation one) {
    return switch (one) {
      case Statement statement -> statement.presence().code();
      case Quantity quantity ->
          switch (quantity.amount().magnitude()) {
            case Magnitude.Exact _ -> "measured";
            case Magnitude.Below _ -> "below_limit";
            case Magnitude.Above _ -> "above_limit";
            case Magnitude.Missing missing -> missing.why().code();
          };
      default -> throw new AssertionError("neither quantity nor statement: " + one);
    };
  }

  private static double exact(Observation one) {
    return ((Magnitude.Exact) ((Quantity) one).amount().magnitude()).value();
  }

  private static String text(Statement statement, String name) {
    var qualifier = statement.qualifier(name);
    return qualifier == null ? "" : text(qualifier.value());
  }

  private static String text(@Nullable Value value) {
    return switch (value) {
      case null -> "";
      case Value.Text text -> text.text();
      case Value.Word word -> word.code();
      case Value.Count count -> Long.toString(count.count());
      case Value.Measured measured ->
          measured.amount().magnitude() instanceof Magnitude.Exact exact
              ? (exact.value() == Math.rint(exact.value())
                      ? Long.toString((long) exact.value())
                      : Double.toString(exact.value()))
                  + " "
                  + measured.amount().unit().text()
              : measured.amount().toString();
      case Value.Time time -> time.when().text();
      case Value.Thing thing -> thing.coded().label();
      case Value.Place place -> place.locus().display();
      case Value.Several several ->
          String.join(", ", several.values().stream().map(RecordTruth::text).toList());
    };
  }
}
