package org.idiome.care.pharmacogenes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.idiome.care.pharmacogenes.observe.Evidence;
import org.idiome.care.pharmacogenes.observe.Site;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Explanation.Claim;
import org.idiome.core.finding.Explanation.Note.Kind;
import org.idiome.core.finding.Value;
import org.idiome.core.genome.Locus;
import org.idiome.core.source.CitedRow;
import org.idiome.knowledge.pharmacogene.AlleleFunction;
import org.idiome.knowledge.pharmacogene.Judgement;
import org.idiome.knowledge.pharmacogene.Pharmacogene;

/// Why a gene's answer is what it is, down to the records of the files and the rows of the tables.
final class GeneExplanation {
  private static final String GENOTYPING = "genotype_positions";

  private final GeneAnswer answer;
  private final Pharmacogene gene;
  private final Rows rows;

  GeneExplanation(GeneAnswer answer, Rows rows) {
    this.answer = answer;
    this.gene = answer.gene();
    this.rows = rows;
  }

  /// Genotypes other than the reference, with the records that say so.
  ///
  /// @param withTable whether the rows of the positions' table are cited, too
  List<Explanation> genotypes(boolean withTable) {
    var genotypes = new ArrayList<Explanation>();
    for (int position = 0; position < gene.positions().size(); position++) {
      if (answer.sites().sites().get(position) instanceof Site.Seen seen && !seen.isReference()) {
        genotypes.add(genotype(position, seen, withTable));
      }
    }
    return genotypes;
  }

  private Explanation genotype(int position, Site.Seen seen, boolean withTable) {
    var place = gene.positions().get(position);
    var texts = new LinkedHashSet<String>();
    var leaves = new ArrayList<Explanation>();
    for (var evidence : seen.evidence()) {
      texts.add(evidence.genotype());
      leaves.add(rows.record(evidence));
    }
    if (withTable) {
      leaves.add(Rows.known(place.row()));
    }
    var details =
        Details.of("position", new Value.Text(place.name()))
            .with("locus", new Value.Place(place.locus()))
            .text("genotype", String.join(" ", texts));
    var undocumented = seen.undocumented();
    if (!undocumented.isEmpty()) {
      details = details.with("undocumented", Value.texts(undocumented));
    }
    return new Claim("genotype", details, leaves);
  }

  /// How many positions were seen as reference, with the records that say so.
  Explanation reference(boolean withRows) {
    int count = 0;
    var distinct = new LinkedHashMap<Object, Evidence>();
    for (var site : answer.sites().sites()) {
      if (site instanceof Site.Seen seen && seen.isReference()) {
        count++;
        seen.evidence().forEach(one -> distinct.putIfAbsent(one.row(), one));
      }
    }
    var leaves = new ArrayList<Explanation>();
    if (withRows) {
      distinct.values().forEach(one -> leaves.add(rows.record(one)));
    }
    var details = Details.NONE.count("count", count).count("of", gene.positions().size());
    return new Claim("positions_as_reference", details, leaves);
  }

  /// Positions that were not seen, by reason; those for which a record gives the reason, with it.
  List<Explanation> unseen() {
    var without = new LinkedHashMap<String, List<String>>();
    var nodes = new ArrayList<Explanation>();
    for (int position = 0; position < gene.positions().size(); position++) {
      if (!(answer.sites().sites().get(position) instanceof Site.NotSeen none)) {
        continue;
      }
      var name = gene.positions().get(position).name();
      if (none.evidence().isEmpty()) {
        without.computeIfAbsent(none.why().code(), _ -> new ArrayList<>()).add(name);
        continue;
      }
      var details = Details.of("position", new Value.Text(name)).word("why", none.why().code());
      var leaves = new ArrayList<Explanation>();
      none.evidence().forEach(one -> leaves.add(rows.record(one)));
      nodes.add(
          new Claim(
              "position_not_seen",
              none.detail().isEmpty() ? details : details.text("detail", none.detail()),
              leaves));
    }
    for (Map.Entry<String, List<String>> entry : without.entrySet()) {
      nodes.add(
          new Explanation.Note(
              Kind.OPEN,
              "positions_not_seen",
              Details.NONE
                  .word("why", entry.getKey())
                  .count("count", entry.getValue().size())
                  .with("positions", Value.texts(entry.getValue()))));
    }
    return nodes;
  }

  /// How the alleles are defined: the rows of the cells that differ from the reference allele.
  List<Explanation> alleles(List<Possibility> possibilities) {
    var indexes = new TreeSet<Integer>();
    possibilities.forEach(one -> indexes.addAll(one.alleles()));
    if (indexes.isEmpty()) {
      indexes.add(gene.matrix().reference());
    }
    var definition = Observation.definition(gene);
    var nodes = new ArrayList<Explanation>();
    for (int allele : indexes) {
      var leaves = new ArrayList<Explanation>();
      leaves.add(Rows.known(gene.called().get(allele).row()));
      for (int position = 0; position < gene.positions().size(); position++) {
        CitedRow row = gene.matrix().row(allele, position);
        if (row != null && definition.isVariant(allele, position)) {
          leaves.add(Rows.known(row));
        }
      }
      nodes.add(
          new Claim(
              "named_allele",
              Details.of("allele", new Value.Text(gene.called().get(allele).name())),
              leaves));
    }
    return nodes;
  }

  /// What each source concludes from a possibility, and by which rule.
  List<Explanation> phenotypes(Possibility possibility) {
    var nodes = new ArrayList<Explanation>();
    possibility.calls().forEach((source, call) -> nodes.add(phenotype(source, call, true)));
    return nodes;
  }

  /// What one source concludes.
  ///
  /// @param withFunctions whether the functions of the two alleles are cited, too
  Explanation phenotype(String source, SourceCall call, boolean withFunctions) {
    return switch (call) {
      case SourceCall.NoAnswer none ->
          new Explanation.Note(
              Kind.REASON,
              none.why(),
              Details.of("source", new Value.Text(source)).text("about", none.about()));
      case SourceCall.Concluded concluded -> concluded(source, concluded, withFunctions);
    };
  }

  private Explanation concluded(
      String source, SourceCall.Concluded concluded, boolean withFunctions) {
    var call = concluded.call();
    var details = Details.of("source", new Value.Text(source)).text("phenotype", call.phenotype());
    if (call.activityScore() != null) {
      details = details.text("activity_score", call.activityScore());
    }
    var children = new ArrayList<Explanation>();
    if (withFunctions) {
      children.add(function(call.first(), concluded.judgements().getFirst()));
      children.add(function(call.second(), concluded.judgements().getLast()));
    }
    return rows.rule("phenotype", call.rule().row(), details, children);
  }

  private static Explanation function(AlleleFunction function, Judgement judgement) {
    var details = Details.of("function", new Value.Text(function.function()));
    if (function.activity() != null) {
      details = details.text("activity_value", function.activity().text());
    }
    return switch (judgement) {
      case Judgement.Judged _ ->
          new Claim(
              "allele_function",
              details.text("allele", function.allele()),
              List.of(Rows.known(function.row())));
      case Judgement.StandsIn standIn ->
          new Claim(
              "allele_function_by_stand_in",
              details.text("allele", standIn.because().allele()).text("read_as", function.allele()),
              List.of(
                  Rows.known(standIn.because().row()),
                  Rows.known(standIn.scheme().row()),
                  Rows.known(function.row())));
      case Judgement.NotJudged none ->
          new Claim("allele_not_judged", details.text("allele", none.allele()), List.of());
    };
  }

  /// The stretch of all positions of the gene.
  Locus region() {
    var first = gene.positions().getFirst().locus();
    int start = first.start0();
    int end = first.end0();
    for (var position : gene.positions()) {
      start = Math.min(start, position.locus().start0());
      end = Math.max(end, position.locus().end0());
    }
    return new Locus(gene.build(), gene.contig(), start, end);
  }

  /// Which test would settle what is open.
  Explanation.Note settles(List<Integer> positions) {
    var names = new ArrayList<String>();
    positions.forEach(position -> names.add(gene.positions().get(position).name()));
    return new Explanation.Note(
        Kind.SETTLES,
        GENOTYPING,
        Details.of("gene", new Value.Text(gene.symbol()))
            .with("region", new Value.Place(region()))
            .count("count", names.size())
            .with("positions", Value.texts(names)));
  }

  private List<Integer> everyPosition() {
    return IntStream.range(0, gene.positions().size()).boxed().toList();
  }

  /// What would settle a gene that was not called; nothing where no rule says.
  List<Explanation> settles(GeneAnswer.NotCalled not, EngineRules rules) {
    var remedy = rules.remedy(not.detail());
    if (remedy == null) {
      return List.of();
    }
    return List.of(
        remedy.settles().equals(GENOTYPING) ? settles(everyPosition()) : remedy.note(about(not)));
  }

  /// What the words of the reason need.
  Details about(GeneAnswer.NotCalled not) {
    return not.about().text("gene", gene.symbol());
  }
}
