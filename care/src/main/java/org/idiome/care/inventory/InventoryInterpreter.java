package org.idiome.care.inventory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.canonical.Sha256;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Explanation.Note;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.FindingKey;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.run.RefusedFile;
import org.idiome.knowledge.Knowledge;
import org.idiome.profile.Findings;
import org.idiome.profile.Genome;
import org.idiome.profile.Interpreter;
import org.idiome.profile.Profile;
import org.idiome.profile.Reads;

/// Says of each layer what is known, since when and until when, how good it is, and whose findings
/// a gap limits.
///
/// *Found*: something was recorded, with counts. *Not assessed*: nothing was. Never *excluded*:
/// that nothing was recorded says nothing about the person.
public final class InventoryInterpreter implements Interpreter {
  static final String NAME = "inventory";
  static final String KIND = "layer";
  private static final String VERSION = "1";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public SortedMap<String, Sha256> ruleTables() {
    return Collections.emptySortedMap();
  }

  @Override
  public Reads reads(Knowledge knowledge) {
    return Reads.NOTHING.statements(List.of(Layer.values())).quantities(List.of(Layer.values()));
  }

  @Override
  public List<Finding> interpret(Profile profile, Knowledge knowledge, Findings earlier) {
    var findings = new ArrayList<Finding>();
    for (var layer : Layer.values()) {
      findings.add(finding(profile, layer));
    }
    return findings;
  }

  private static Finding finding(Profile profile, Layer layer) {
    var count = new LayerCount(profile.at());
    profile.statements(layer).forEach(count::add);
    profile.images(layer).forEach(count::add);
    count.add(profile.quantities(layer));
    var genomes = genomes(profile, layer);
    var readers = readers(profile, layer);
    if (count.observations() == 0 && genomes.isEmpty()) {
      var details = Details.of("read_by", Value.texts(readers));
      var refused = refused(profile, layer);
      return finding(
          layer,
          new State.NotAssessed(
              ReasonCode.NO_DATA,
              refused.isEmpty() ? details : details.with("files_refused", Value.texts(refused))),
          refused.isEmpty() ? "layer_empty" : "layer_unread",
          Details.NONE,
          limits(readers));
    }
    var details = count.details();
    var because = new ArrayList<Explanation>(times(profile, count.times()));
    var first = count.times().first();
    var last = count.times().last();
    if (first != null && last != null) {
      details =
          details
              .with("from", new Value.Time(first.when()))
              .with("until", new Value.Time(last.when()));
    }
    details = withGenomes(profile, layer, genomes, details);
    because.addAll(kinds(count));
    because.addAll(gaps(layer, count, genomes));
    details = details.with("read_by", Value.texts(readers));
    return finding(layer, State.found(details), "layer_known", count.files(), because);
  }

  /// Variant files that could not be read, where nothing else is known of the genome.
  private static List<String> refused(Profile profile, Layer layer) {
    return layer != Layer.GENOME
        ? List.of()
        : RefusedFile.of(profile.problems()).stream()
            .filter(RefusedFile::isVariants)
            .map(RefusedFile::name)
            .toList();
  }

  private static List<Genome> genomes(Profile profile, Layer layer) {
    return switch (layer) {
      case GENOME -> profile.germline();
      case TUMOUR -> profile.tumour();
      default -> List.of();
    };
  }

  private static List<String> readers(Profile profile, Layer layer) {
    return profile.readersOf(layer).stream().filter(name -> !name.equals(NAME)).toList();
  }

  private static List<Explanation> times(Profile profile, TimeRange times) {
    var because = new ArrayList<Explanation>();
    var first = times.first();
    var last = times.last();
    if (first != null && last != null) {
      because.add(used(profile, "first_time", first));
      because.add(used(profile, "last_time", last));
    }
    return because;
  }

  private static Explanation used(Profile profile, String code, TimeRange.Stated stated) {
    var row = profile.cite(stated.row(), null);
    var text = stated.when().text();
    boolean isOnce =
        row.row().text().contains(text)
            && row.row().text().indexOf(text) == row.row().text().lastIndexOf(text);
    var leaf = new Explanation.Row(row.row().marked(isOnce ? text : null));
    return new Explanation.Used(code, new Value.Time(stated.when()), List.of(leaf));
  }

  private static List<Explanation> kinds(LayerCount count) {
    var because = new ArrayList<Explanation>();
    count
        .kinds()
        .forEach((kind, number) ->
            because.add(
                new Explanation.Claim(
                    "statements_of_kind",
                    Details.NONE.word("kind", kind).count("count", number),
                    List.of())));
    return because;
  }

  /// Samples, records and bases of the declared loci, by what their files say of them.
  private static Details withGenomes(
      Profile profile, Layer layer, List<Genome> genomes, Details known) {
    if (genomes.isEmpty()) {
      return known;
    }
    long read = 0;
    long refused = 0;
    for (var genome : genomes) {
      read += genome.recordsRead();
      refused += genome.recordsRefused();
    }
    var builds = genomes.stream().map(genome -> genome.build().code()).distinct().sorted().toList();
    var details =
        known
            .count("samples", genomes.size())
            .count("records_read", read)
            .count("records_refused", refused)
            .with("builds", Value.texts(builds));
    if (layer == Layer.GENOME) {
      var bases = new TreeMap<String, Long>();
      for (var sample : profile.germlineBases()) {
        sample.forEach((state, number) ->
            bases.merge("bases_" + state.name().toLowerCase(Locale.ROOT), number, Long::sum));
      }
      for (var base : bases.entrySet()) {
        details = details.count(base.getKey(), base.getValue());
      }
    }
    return details;
  }

  private static List<Explanation> gaps(Layer layer, LayerCount count, List<Genome> genomes) {
    var gaps = new ArrayList<Explanation>();
    if (count.unanswered() > 0) {
      gaps.add(
          new Note(
              Note.Kind.LIMIT,
              "observations_without_answer",
              Details.NONE.count("count", count.unanswered())));
    }
    if ((layer == Layer.GENOME || layer == Layer.TUMOUR) && genomes.isEmpty()) {
      gaps.add(new Note(Note.Kind.OPEN, "no_variant_file", Details.NONE));
    }
    return gaps;
  }

  private static List<Explanation> limits(List<String> readers) {
    var notes = new ArrayList<Explanation>();
    notes.add(new Note(Note.Kind.REASON, ReasonCode.NO_DATA.code(), Details.NONE));
    notes.add(new Note(Note.Kind.SETTLES, "record_layer", Details.NONE));
    for (var reader : readers) {
      notes.add(
          new Note(
              Note.Kind.MATTERS, "limits_findings_of", Details.NONE.text("interpreter", reader)));
    }
    return notes;
  }

  private static Finding finding(
      Layer layer, State state, String claim, Details beside, List<Explanation> because) {
    return new Finding(
        new FindingKey(NAME, KIND, layer.code(), FindingKey.WHOLE_PERSON),
        List.of(),
        Coded.of(layer.code()),
        state,
        null,
        null,
        new Explanation.Claim(claim, beside, because),
        VERSION);
  }
}
