package org.idiome.record.phenopacket;

import java.util.List;
import java.util.Locale;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Value;
import org.idiome.core.genome.Allele;
import org.idiome.core.genome.Contig;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.genome.Locus;
import org.idiome.core.problem.ProblemCode;
import org.idiome.genomics.contig.Contigs;
import org.idiome.record.code.Assemblies;
import org.jspecify.annotations.Nullable;

/// Reads `VariantInterpretation` and `GeneDescriptor`.
///
/// A variant is named by its place where the assembly is known (build, contig, position and trimmed
/// alleles, joined by `-`), else by its first HGVS expression, else by the packet's own id.
final class VariantReader {
  private static final List<String> ACMG =
      List.of(
          "NOT_PROVIDED",
          "BENIGN",
          "LIKELY_BENIGN",
          "UNCERTAIN_SIGNIFICANCE",
          "LIKELY_PATHOGENIC",
          "PATHOGENIC");
  private static final List<String> ACTIONABILITY =
      List.of("UNKNOWN_ACTIONABILITY", "NOT_ACTIONABLE", "ACTIONABLE");
  private static final List<String> MOLECULE =
      List.of("unspecified_molecule_context", "genomic", "transcript", "protein");

  /// Longer than any chromosome.
  private static final int MOST_BASES = 1_000_000_000;

  private final Reading reading;

  VariantReader(Reading reading) {
    this.reading = reading;
  }

  /// The variant's name; its details are added to the qualifiers.
  Coded read(Message variant, Qualifiers into) {
    into.word("acmg_class", variant.lowerWord("acmgPathogenicityClassification", ACMG))
        .word("actionability", variant.lowerWord("therapeuticActionability", ACTIONABILITY));
    var descriptor = variant.message("variationDescriptor");
    if (descriptor == null) {
      throw variant.missing("variationDescriptor");
    }
    var gene = descriptor.message("geneContext");
    if (gene != null) {
      into.thing("gene", gene(gene));
    }
    var place = place(descriptor.message("vcfRecord"), into);
    @Nullable String hgvs = null;
    for (var expression : descriptor.messages("expressions")) {
      var text = expression.text("value");
      into.text(name(expression), text);
      hgvs = hgvs == null ? text : hgvs;
    }
    details(descriptor, into);
    return name(descriptor, place, hgvs);
  }

  /// The name of a `Variant` of version 1; its details are added to the qualifiers.
  Coded readVersion1(Message variant, Qualifiers into) {
    variant.atMostOne("vcfRecord", "hgvsAllele", "spdiAllele", "iscnAllele");
    into.thing("allelic_state", variant.term("allelicState"));
    var record = variant.message("vcfRecord");
    if (record != null) {
      record.setAside("vcfVersion");
      var place = place(record, into);
      return place == null ? Coded.of(record.requiredText("id")) : Coded.of(place);
    }
    var spdi = variant.message("spdiAllele");
    if (spdi != null) {
      spdi.passOver("id");
      var name = spdi(spdi);
      into.text("spdi", name);
      return Coded.of(name);
    }
    for (var form : List.of("hgvs", "iscn")) {
      var allele = variant.message(form + "Allele");
      if (allele != null) {
        allele.passOver("id");
        var text = allele.requiredText(form);
        into.text(form, text);
        return Coded.of(text);
      }
    }
    throw variant.missing("hgvsAllele");
  }

  /// Sequence, position, deleted and inserted, as SPDI writes them; the position counts from 0.
  private static String spdi(Message spdi) {
    var position0 = spdi.whole("position", MOST_BASES);
    return String.join(
        ":",
        spdi.requiredText("seqId"),
        Long.toString(position0 == null ? 0 : position0),
        orEmpty(spdi.text("deletedSequence")),
        orEmpty(spdi.text("insertedSequence")));
  }

  private static String name(Message expression) {
    var syntax = expression.text("syntax");
    expression.setAside("version");
    return syntax == null || !syntax.startsWith("hgvs") ? "expression" : syntax.replace('.', '_');
  }

  private static void details(Message descriptor, Qualifiers into) {
    into.thing("allelic_state", descriptor.term("allelicState"))
        .word("molecule", descriptor.lowerWord("moleculeContext", MOLECULE))
        .thing("structural_type", descriptor.term("structuralType"))
        .text("description", descriptor.text("description"));
    for (var reference : descriptor.texts("xrefs")) {
      into.text("reference_id", reference);
    }
    for (var label : descriptor.texts("alternateLabels")) {
      into.text("other_label", label);
    }
    for (var extension : descriptor.messages("extensions")) {
      into.add(
          "extension",
          Value.texts(List.of(extension.requiredText("name"), orEmpty(extension.text("value")))));
    }
    descriptor.setAside("variation", "vrsRefAlleleSeq");
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Coded name(Message descriptor, @Nullable String place, @Nullable String hgvs) {
    var id = descriptor.text("id");
    var label = descriptor.text("label");
    var name = place != null ? place : hgvs != null ? hgvs : id;
    if (name == null || name.isBlank()) {
      throw descriptor.missing("id");
    }
    return new Coded(name, label == null && place != null ? hgvs : label);
  }

  static Coded gene(Message gene) {
    var symbol = gene.text("symbol");
    var id = gene.text("valueId");
    gene.setAside("description", "alternateIds", "alternateSymbols", "xrefs");
    if (id == null || id.isBlank()) {
      if (symbol == null || symbol.isBlank()) {
        throw gene.missing("valueId");
      }
      return new Coded(symbol, symbol);
    }
    return gene.coded(id, symbol);
  }

  /// The key of the allele, or null where the record does not place it on a known assembly.
  private @Nullable String place(@Nullable Message record, Qualifiers into) {
    if (record == null) {
      return null;
    }
    try {
      record.setAside("id", "qual", "filter", "info");
      var assembly = record.requiredText("genomeAssembly");
      var build = Assemblies.of(assembly);
      if (build == GenomeBuild.UNKNOWN) {
        throw reading.refuse(
            ProblemCode.PHENOPACKET_ASSEMBLY_NOT_KNOWN,
            record.value(),
            "assembly",
            Reading.quoted(assembly));
      }
      return place(record, build, into);
    } catch (ItemRefused refused) {
      reading.noteField(refused);
      // What stands behind the member that was refused is in the schema, though nobody asked.
      record.passOver("genomeAssembly", "chrom", "pos", "ref", "alt");
      return null;
    }
  }

  private @Nullable String place(Message record, GenomeBuild build, Qualifiers into) {
    var contig = contig(record, build);
    var position1 = record.whole("pos", MOST_BASES);
    var reference = record.requiredText("ref").toUpperCase(Locale.ROOT);
    var alternate = record.requiredText("alt");
    if (position1 == null || position1 < 1) {
      throw record.missing("pos");
    }
    for (var known : Contigs.named(contig.name())) {
      if (known.build() == build && position1 > known.lengthBases()) {
        throw reading.refuse(
            ProblemCode.PHENOPACKET_ASSEMBLY_NOT_KNOWN,
            record.value(),
            "assembly",
            build.code(),
            "contig",
            contig.name() + ":" + position1);
      }
    }
    int start0 = position1.intValue() - 1;
    into.add(
            "place", new Value.Place(new Locus(build, contig, start0, start0 + reference.length())))
        .text("reference", reference)
        .text("alternate", alternate);
    try {
      return Allele.of(
              build, contig, position1.intValue(), reference, alternate.toUpperCase(Locale.ROOT))
          .key();
    } catch (IllegalArgumentException _) {
      // Symbolic alleles and breakends have no trimmed form; the place and the texts stand.
      return String.join(
          "-", build.code(), contig.name(), Long.toString(position1), reference, alternate);
    }
  }

  /// The contig by any of its names; refuses one that belongs to other assemblies only.
  private Contig contig(Message record, GenomeBuild build) {
    var name = record.requiredText("chrom").strip();
    var known = Contigs.named(name);
    boolean isElsewhere =
        !known.isEmpty() && known.stream().noneMatch(contig -> contig.build() == build);
    if (isElsewhere || name.chars().anyMatch(c -> c <= ' ')) {
      throw reading.refuse(
          ProblemCode.PHENOPACKET_ASSEMBLY_NOT_KNOWN,
          record.value(),
          "assembly",
          build.code(),
          "contig",
          Reading.quoted(name));
    }
    return Contigs.resolve(name);
  }
}
