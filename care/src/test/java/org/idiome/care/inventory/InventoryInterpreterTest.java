package org.idiome.care.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.care.CodeTable;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.core.genome.Callability;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.core.observation.Image;
import org.idiome.core.observation.Individual;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.LookedAt;
import org.idiome.core.observation.QuantityColumns;
import org.idiome.core.observation.Statement;
import org.idiome.core.presence.Absence;
import org.idiome.core.presence.Presence;
import org.idiome.core.quantity.Magnitude;
import org.idiome.core.quantity.Unit;
import org.idiome.core.run.Run;
import org.idiome.core.source.CitedRow;
import org.idiome.core.source.SourceRow;
import org.idiome.core.source.Sources;
import org.idiome.core.time.When;
import org.idiome.knowledge.Knowledge;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.idiome.profile.Findings;
import org.idiome.profile.Genome;
import org.idiome.profile.Interpretation;
import org.idiome.profile.Interpreter;
import org.idiome.profile.Person;
import org.idiome.profile.Profile;
import org.idiome.profile.Reads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.api.util.DefaultTimeZone;

class InventoryInterpreterTest {
  private static final Locus DECIDES = new Locus(GenomeBuild.GRCH38, new Contig("10"), 1000, 1010);

  private final List<Statement> statements = new ArrayList<>();
  private final List<Image> images = new ArrayList<>();
  private final List<Genome> genomes = new ArrayList<>();
  private final SortedMap<Layer, QuantityColumns> quantities = new TreeMap<>();
  private final List<String> lines = new ArrayList<>();
  private final Sources sources = new Sources();
  private final int file = sources.open("record.tsv");

  /// Declares what it reads and finds nothing.
  private record Silent(String name, Reads reads) implements Interpreter {
    @Override
    public String version() {
      return "1";
    }

    @Override
    public SortedMap<String, Sha256> ruleTables() {
      return new TreeMap<>();
    }

    @Override
    public Reads reads(Knowledge knowledge) {
      return reads;
    }

    @Override
    public List<Finding> interpret(Profile profile, Knowledge knowledge, Findings earlier) {
      return List.of();
    }
  }

  private SourceRow row(String text) {
    lines.add(text);
    return sources.line(file, lines.size());
  }

  private void statement(Layer layer, String kind, Presence presence, String when) {
    var time = when.isEmpty() ? When.notStated() : When.parse(when);
    statements.add(
        new Statement(
            layer,
            kind,
            Coded.of("HP:0000001"),
            presence,
            time,
            List.of(),
            null,
            null,
            List.of(row(kind + "\t" + when))));
  }

  private void values(Layer layer, Magnitude magnitude, Unit unit, int features, When... whens) {
    var builder = QuantityColumns.of(layer);
    for (var when : whens) {
      for (int i = 0; i < features; i++) {
        builder.add(
            Coded.of("f" + i),
            magnitude,
            unit,
            null,
            when,
            "s1",
            null,
            null,
            row(when.text() + "\tf" + i));
      }
    }
    quantities.put(layer, builder.build());
  }

  private Run run(Interpreter... others) {
    sources.close(file, Sha256.of(new byte[0]), 0);
    var interpreters = new ArrayList<>(Arrays.asList(others));
    interpreters.add(new InventoryInterpreter());
    var person =
        new Person(
            new Individual("p", List.of(), When.notStated()),
            List.of(),
            When.notStated(),
            List.of(),
            statements,
            images,
            quantities,
            genomes,
            sources,
            List.of(),
            0,
            row ->
                new CitedRow(
                    sources.file(row.file()),
                    sources.locator(row),
                    null,
                    lines.get((int) row.locator() - 1),
                    null));
    var run =
        new Interpretation(interpreters, StarterKnowledge.shipped(), "test", 2)
            .interpret(_ -> person, new TreeMap<>())
            .run();
    CodeTable.hold(InventoryInterpreter.class, run.findings());
    return run;
  }

  private static Finding layer(Run run, Layer layer) {
    return run.findings().stream()
        .filter(one -> one.key().subject().equals(layer.code()))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> details(Run run, Layer layer) {
    var details =
        layer(run, layer).state() instanceof State.Found found
            ? found.possibilities().getFirst()
            : ((State.NotAssessed) layer(run, layer).state()).details();
    var texts = new TreeMap<String, String>();
    details
        .entries()
        .forEach(entry ->
            texts.put(
                entry.getKey(),
                entry.getValue().toJson().pretty().replaceAll("[\\s{}\"\\[\\]]+", " ").strip()));
    return texts;
  }

  @Test
  void hasOneFindingForEachLayerAndNoneIsExcluded() {
    var run = run();
    assertThat(run.findings()).hasSize(Layer.values().length);
    assertThat(run.findings().stream().map(one -> one.state().code())).containsOnly("not_assessed");
    assertThat(layer(run, Layer.FAMILY).key().text()).isEqualTo("inventory|layer|family|.");
  }

  @Test
  void countsStatementsByPresenceAndKind() {
    statement(Layer.PHENOTYPE, "sign", Presence.Looked.PRESENT, "2024-03");
    statement(Layer.PHENOTYPE, "sign", Presence.Looked.EXCLUDED, "2023-05-01");
    statement(Layer.PHENOTYPE, "sex", Absence.NOT_STATED, "");
    var run = run();
    assertThat(details(run, Layer.PHENOTYPE))
        .containsEntry("observations", "count : 3")
        .containsEntry("present", "count : 1")
        .containsEntry("excluded", "count : 1")
        .containsEntry("not_stated", "count : 1")
        .containsEntry("without_time", "count : 1")
        .containsEntry("from", "when : 2023-05-01")
        .containsEntry("until", "when : 2024-03");
    assertThat(layer(run, Layer.PHENOTYPE).why().toJson().pretty())
        .contains("\"mark\": \"2023-05-01\"", "\"mark\": \"2024-03\"", "statements_of_kind")
        .contains("observations_without_answer");
  }

  @Test
  void aResultInWordsThatNobodyInterpretsIsCountedAsThat() {
    statement(Layer.LABORATORY, "result_text", Absence.NOT_STATED, "2024-03");
    assertThat(details(run(), Layer.LABORATORY))
        .containsEntry("text_not_interpreted", "count : 1")
        .doesNotContainKeys("present", "not_stated");
  }

  @Test
  void thousandsOfFeaturesAreOneFindingWithCounts() {
    values(
        Layer.PROTEOME,
        new Magnitude.Exact(1),
        Unit.notStated(),
        2500,
        new When.StudyDay(186),
        new When.StudyDay(400));
    values(
        Layer.METABOLOME,
        new Magnitude.Below(1, false),
        new Unit.NotUnderstood("area"),
        3,
        new When.StudyDay(-5));
    values(
        Layer.LABORATORY, new Magnitude.Missing(Absence.FAILED), Unit.one(), 1, When.parse("P6M"));
    var run = run();
    assertThat(run.findings()).hasSize(Layer.values().length);
    assertThat(details(run, Layer.PROTEOME))
        .containsEntry("features", "count : 2500")
        .containsEntry("values", "count : 5000")
        .containsEntry("unit_not_stated", "count : 5000")
        .containsEntry("specimens", "count : 1")
        .containsEntry("from", "when : day 186")
        .containsEntry("until", "when : day 400");
    assertThat(details(run, Layer.METABOLOME))
        .containsEntry("values", "count : 3")
        .containsEntry("censored", "count : 3")
        .containsEntry("unit_not_understood", "count : 3");
    assertThat(details(run, Layer.LABORATORY))
        .containsEntry("observations", "count : 1")
        .containsEntry("failed", "count : 1")
        .doesNotContainKey("values")
        .containsEntry("from", "when : P6M");
    assertThat(layer(run, Layer.LABORATORY).state().code()).isEqualTo("found");
  }

  @Test
  void endsKnownTimeAtTheClinicalDate() {
    statement(Layer.THERAPY, "drug", Presence.Looked.PRESENT, "2024-01-05/2029-01-01");
    statement(Layer.THERAPY, "drug", Presence.Looked.PRESENT, "P40Y");
    statement(Layer.PHENOTYPE, "sign", Presence.Looked.PRESENT, "2024-06-01");
    assertThat(details(run(), Layer.THERAPY))
        .containsEntry("from", "when : 2024-01-05")
        .containsEntry("until", "when : 2024-01-05")
        .containsEntry("times_on_other_scales", "count : 1");
  }

  @Test
  void saysWhoseFindingsAnEmptyLayerLimits() {
    var readsMicrobiome = Reads.NOTHING.quantities(List.of(Layer.MICROBIOME));
    var readsGenome = Reads.NOTHING.germline(List.of(DECIDES));
    var run = run(new Silent("gut", readsMicrobiome), new Silent("genes", readsGenome));
    assertThat(layer(run, Layer.MICROBIOME).why().toJson().pretty())
        .contains("limits_findings_of", "\"gut\"", "\"settles\"");
    assertThat(details(run, Layer.GENOME)).containsEntry("read_by", "list : text : genes");
    assertThat(layer(run, Layer.IMAGING).why().toJson().pretty())
        .doesNotContain("limits_findings_of");
  }

  @Test
  void saysHowMuchOfTheDeclaredGenomeWasLookedAt() {
    var row = row("10\t1001");
    genomes.add(
        new Genome(
            file,
            "NA1",
            Layer.GENOME,
            null,
            GenomeBuild.GRCH38,
            List.of(),
            List.of(
                new LookedAt(part(1000, 1004), Callability.CALLED_REFERENCE, "reference", row),
                new LookedAt(part(1004, 1005), Callability.FILTERED, "LowQual", row),
                new LookedAt(part(1005, 1010), Callability.NOT_LOOKED_AT, "no record", null)),
            226,
            1));
    var run = run(new Silent("genes", Reads.NOTHING.germline(List.of(DECIDES))));
    assertThat(details(run, Layer.GENOME))
        .containsEntry("samples", "count : 1")
        .containsEntry("records_read", "count : 226")
        .containsEntry("records_refused", "count : 1")
        .containsEntry("builds", "list : text : GRCh38")
        .containsEntry("bases_called_reference", "count : 4")
        .containsEntry("bases_filtered", "count : 1")
        .containsEntry("bases_not_looked_at", "count : 5");
  }

  private static Locus part(int start0, int end0) {
    return new Locus(GenomeBuild.GRCH38, DECIDES.contig(), start0, end0);
  }

  @Test
  void keepsOutsideReportsApartFromAVariantFile() {
    statement(Layer.GENOME, "outside_finding", Presence.Looked.PRESENT, "2024");
    images.add(
        new Image(
            Layer.IMAGING,
            Coded.of("CT"),
            "1.2.3",
            null,
            When.parse("2024"),
            null,
            List.of(row("image"))));
    var run = run();
    assertThat(layer(run, Layer.GENOME).why().toJson().pretty()).contains("no_variant_file");
    assertThat(details(run, Layer.IMAGING)).containsEntry("images", "count : 1");
  }

  @Test
  @DefaultLocale("tr-TR")
  @DefaultTimeZone("Asia/Kathmandu")
  void findsTheSameInTurkeyAndNepal() {
    statement(Layer.IMAGING, "sign", Presence.Looked.PRESENT, "2024-03-01T00:30:00Z");
    values(Layer.IMAGING, new Magnitude.Exact(1.5), Unit.one(), 2, When.parse("2024-03-01"));
    var there = run();
    Locale.setDefault(Locale.ROOT);
    assertThat(run().findingsDigest()).isEqualTo(there.findingsDigest());
    assertThat(details(there, Layer.IMAGING)).containsEntry("until", "when : 2024-03-01T00:30:00Z");
  }
}
