package org.idiome.record.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.idiome.core.canonical.Json;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Qualifier;
import org.idiome.core.observation.Statement;
import org.jspecify.annotations.Nullable;

/// What others concluded of variants, genes and diseases, as interpretations, with the variants as
/// the source described them.
final class ConclusionWriter {
  static final String BLOCK = "interpretations";
  private static final Set<String> SHARED =
      Set.of("progress", "interpretation", "summary", "recorded");

  private final String subject;
  private final Map<String, List<Statement>> diagnoses = new LinkedHashMap<>();

  /// @param subject id of the person
  ConclusionWriter(String subject) {
    this.subject = subject;
  }

  /// Takes a statement; false where it is none of these.
  boolean take(Statement statement) {
    switch (statement.kind()) {
      case "variant_interpretation", "gene_interpretation" ->
          diagnoses.computeIfAbsent(key(statement), _ -> new ArrayList<>()).add(statement);
      case "interpreted_disease" ->
          diagnoses.put("disease " + diagnoses.size(), List.of(statement));
      default -> {
        return false;
      }
    }
    return true;
  }

  /// Statements of one author, interpretation and disease.
  private static String key(Statement statement) {
    return "by "
        + statement.author()
        + Json.array(
                statement.qualifiers().stream()
                    .filter(one -> SHARED.contains(one.name()) || one.name().equals("disease"))
                    .toList())
            .pretty();
  }

  void into(PacketDraft draft) {
    for (var statements : diagnoses.values()) {
      draft.add(BLOCK, interpretation(statements));
    }
  }

  private Json interpretation(List<Statement> statements) {
    var first = statements.getFirst();
    boolean isDisease = first.kind().equals("interpreted_disease");
    var genomic = isDisease ? Stream.<Json>empty() : statements.stream().map(this::genomic);
    var items = genomic.toList();
    var said = first.qualifiers();
    var diagnosis =
        Json.object()
            .put(
                "disease",
                isDisease
                    ? PacketValues.coded(first.concept())
                    : PacketValues.thing(said, "disease"))
            .put("genomicInterpretations", items.isEmpty() ? null : new Json.Arr(items))
            .end();
    return Json.object()
        .put("id", PacketValues.text(said, "interpretation"))
        .put("progressStatus", PacketValues.word(said, "progress"))
        .put("summary", PacketValues.text(said, "summary"))
        .put("diagnosis", diagnosis)
        .end();
  }

  private Json genomic(Statement statement) {
    var said = statement.qualifiers();
    boolean isVariant = statement.kind().equals("variant_interpretation");
    var specimen = statement.specimen();
    return Json.object()
        .put("subjectOrBiosampleId", specimen == null ? subject : specimen)
        .put("interpretationStatus", PacketValues.word(said, "interpretation_status"))
        .put(
            isVariant ? "variantInterpretation" : "gene",
            isVariant ? variant(statement) : gene(Json.object(), statement.concept()))
        .end();
  }

  private static Json gene(Json.Builder out, org.idiome.core.concept.Coded gene) {
    return out.put("valueId", gene.id()).put("symbol", gene.display()).end();
  }

  private static Json variant(Statement statement) {
    var said = statement.qualifiers();
    return Json.object()
        .put("acmgPathogenicityClassification", PacketValues.word(said, "acmg_class"))
        .put("therapeuticActionability", PacketValues.word(said, "actionability"))
        .put("variationDescriptor", descriptor(statement))
        .end();
  }

  private static Json descriptor(Statement statement) {
    var said = statement.qualifiers();
    var gene = PacketValues.value(said, "gene");
    var molecule = PacketValues.value(said, "molecule");
    return Json.object()
        .put("id", statement.concept().id())
        .put("label", statement.concept().display())
        .put(
            "geneContext",
            gene instanceof Value.Thing(var thing) ? gene(Json.object(), thing) : null)
        .put("vcfRecord", place(said))
        .put("expressions", expressions(said))
        .put("allelicState", PacketValues.thing(said, "allelic_state"))
        .put("moleculeContext", molecule instanceof Value.Word(var code) ? code : null)
        .put("structuralType", PacketValues.thing(said, "structural_type"))
        .put("description", PacketValues.text(said, "description"))
        .putStrings("xrefs", PacketValues.texts(said, "reference_id"))
        .putStrings("alternateLabels", PacketValues.texts(said, "other_label"))
        .put("extensions", extensions(said))
        .end();
  }

  /// Positions of a record count from 1.
  private static @Nullable Json place(List<Qualifier> said) {
    if (!(PacketValues.value(said, "place") instanceof Value.Place(var locus))) {
      return null;
    }
    return Json.object()
        .put("genomeAssembly", locus.build().code())
        .put("chrom", locus.contig().name())
        .put("pos", Integer.toString(locus.start0() + 1))
        .put("ref", PacketValues.text(said, "reference"))
        .put("alt", PacketValues.text(said, "alternate"))
        .end();
  }

  private static @Nullable Json expressions(List<Qualifier> said) {
    var items = new ArrayList<Json>();
    for (var qualifier : said) {
      var name = qualifier.name();
      boolean isHgvs = name.startsWith("hgvs");
      if ((isHgvs || name.equals("expression"))
          && qualifier.value() instanceof Value.Text(var text)) {
        items.add(
            Json.object()
                .put("syntax", isHgvs ? name.replace('_', '.') : null)
                .put("value", text)
                .end());
      }
    }
    return items.isEmpty() ? null : new Json.Arr(items);
  }

  private static @Nullable Json extensions(List<Qualifier> said) {
    var items = new ArrayList<Json>();
    for (var qualifier : said) {
      if (qualifier.name().equals("extension")
          && qualifier.value() instanceof Value.Several(var parts)
          && parts.size() == 2
          && parts.get(0) instanceof Value.Text(var name)
          && parts.get(1) instanceof Value.Text(var value)) {
        items.add(Json.object().put("name", name).put("value", value).end());
      }
    }
    return items.isEmpty() ? null : new Json.Arr(items);
  }
}
