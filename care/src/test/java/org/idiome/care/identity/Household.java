package org.idiome.care.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.care.CodeTable;
import org.idiome.care.pharmacogenes.PharmacogeneInterpreter;
import org.idiome.core.finding.Finding;
import org.idiome.core.genome.GenomeBuild;
import org.idiome.core.run.Run;
import org.idiome.knowledge.Knowledge;
import org.idiome.knowledge.starter.StarterKnowledge;
import org.idiome.profile.FolderSource;
import org.idiome.profile.Interpretation;
import org.idiome.profile.PersonSource;

/// A person's folder with made-up genomes, read and interpreted as the shell does.
final class Household {
  private static final Knowledge KNOWLEDGE = StarterKnowledge.shipped();

  private final Path folder;
  private final List<String> subject = new ArrayList<>(List.of("\"id\": \"P\""));
  private final List<String> files = new ArrayList<>();
  private final List<String> specimens = new ArrayList<>();
  private final List<String> actions = new ArrayList<>();
  private final List<String> measurements = new ArrayList<>();
  private String pedigree = "";

  Household(Path folder) {
    this.folder = folder;
  }

  /// How a file lists what it saw.
  enum Listing {
    /// Every place, with reference genotypes.
    ALL,
    /// Only places that the sample carries something at.
    VARIANTS,
    /// Every place, with the frequency among many people.
    ALL_WITH_FREQUENCIES
  }

  Household subject(String member) {
    subject.add(member);
    return this;
  }

  Household sex(String sex) {
    return subject("\"sex\": \"" + sex + "\"");
  }

  Household specimen(String json) {
    specimens.add(json);
    return this;
  }

  Household procedure(String code, String day) {
    actions.add(
        """
        {"procedure": {"code": {"id": "%s", "label": "x"}, "performed": {"timestamp": "%sT00:00:00Z"}}}\
        """
            .formatted(code, day));
    return this;
  }

  Household measurement(String json) {
    measurements.add(json);
    return this;
  }

  Household trio() {
    pedigree =
        """
        , "pedigree": {"persons": [
          {"individualId": "P", "paternalId": "F", "maternalId": "M", "sex": "MALE"},
          {"individualId": "F", "sex": "MALE"}, {"individualId": "M", "sex": "FEMALE"}]}
        """;
    return this;
  }

  /// A file of one sample `S` of the person as a whole.
  Household file(String name, MadeGenome genome, Listing listing) {
    return file(name, Map.of("P", genome), listing, GenomeBuild.GRCH38);
  }

  /// A file of several people or specimens, each by its id; samples are called `S-ID`.
  Household file(String name, Map<String, MadeGenome> genomes, Listing listing, GenomeBuild build) {
    write(name, genomes, listing, build);
    var ids = new ArrayList<String>();
    new TreeSet<>(genomes.keySet()).forEach(id -> ids.add("\"" + id + "\": \"S-" + id + "\""));
    files.add(
        """
        {"uri": "%s", "individualToFileIdentifiers": {%s},
          "fileAttributes": {"fileFormat": "VCF", "genomeAssembly": "%s"}}\
        """
            .formatted(name, String.join(", ", ids), build.code()));
    return this;
  }

  private void write(
      String name, Map<String, MadeGenome> genomes, Listing listing, GenomeBuild build) {
    var ids = List.copyOf(new TreeSet<>(genomes.keySet()));
    var rows = new TreeMap<String, Map<String, String>>();
    for (var id : ids) {
      Objects.requireNonNull(genomes.get(id))
          .genotypes(build)
          .forEach((place, text) ->
              rows.computeIfAbsent(place, _ -> new LinkedHashMap<>()).put(id, text));
    }
    genes()
        .forEach((place, text) -> {
          var row = new LinkedHashMap<String, String>();
          ids.forEach(id -> row.put(id, text));
          rows.putIfAbsent(place, row);
        });
    var out = new StringBuilder("##fileformat=VCFv4.2\n");
    for (int contig = 1; contig <= 24; contig++) {
      var called = contig == 23 ? "X" : contig == 24 ? "Y" : Integer.toString(contig);
      out.append("##contig=<ID=chr").append(called);
      out.append(",assembly=").append(build.code()).append(">\n");
    }
    out.append("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT");
    ids.forEach(id -> out.append("\tS-").append(id));
    out.append('\n');
    int number = 0;
    for (var row : rows.values()) {
      line(out, row, ids, listing, MadeGenome.frequency(number++));
    }
    try {
      Files.writeString(folder.resolve(name), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(
      StringBuilder out,
      Map<String, String> row,
      List<String> ids,
      Listing listing,
      double frequency) {
    var first = row.values().iterator().next().split(" ", -1);
    boolean isCarried = row.values().stream().anyMatch(text -> !text.matches(".* (0|none)"));
    boolean isGene = first[4].equals("gene");
    if (listing == Listing.VARIANTS && !isCarried && !isGene) {
      return;
    }
    var info = listing == Listing.ALL_WITH_FREQUENCIES ? "AF=" + frequency + ";AN=2000" : ".";
    out.append(String.join("\t", first[0], first[1], ".", first[2], first[3], ".", "PASS", info));
    out.append("\tGT");
    for (var id : ids) {
      var dosage = Objects.requireNonNull(row.get(id)).split(" ", -1)[4];
      out.append('\t')
          .append(
              switch (dosage) {
                case "0", "gene" -> "0/0";
                case "1" -> "0/1";
                case "2" -> "1/1";
                case "one0" -> "0";
                case "one1" -> "1";
                default -> "./.";
              });
    }
    out.append('\n');
  }

  /// Every position of the genes as reference, so that they can be called.
  private static Map<String, String> genes() {
    var places = new TreeMap<String, String>();
    for (var gene : KNOWLEDGE.pharmacogenes().genes()) {
      int contig = Integer.parseInt(gene.contig().name());
      for (var position : gene.positions()) {
        places.put(
            "%02d:%010d".formatted(contig, position.position1()),
            "chr%d %d %s %s gene"
                .formatted(
                    contig,
                    position.position1(),
                    position.reference(),
                    String.join(",", position.alternates())));
      }
    }
    return places;
  }

  private void packet() {
    var parts = new ArrayList<String>();
    parts.add("\"subject\": {" + String.join(", ", subject) + "}");
    list(parts, "biosamples", specimens);
    list(parts, "medicalActions", actions);
    list(parts, "measurements", measurements);
    var meta =
        """
        "metaData": {"created": "2026-01-02T00:00:00Z", "createdBy": "x", "phenopacketSchemaVersion": "2.0"}\
        """;
    var proband = new ArrayList<>(parts);
    if (pedigree.isEmpty()) {
      list(proband, "files", files);
      proband.add("\"id\": \"packet\"");
      proband.add(meta);
    }
    var text =
        pedigree.isEmpty()
            ? "{" + String.join(",\n", proband) + "}"
            : "{\"id\": \"family\", \"proband\": {\"id\": \"packet\", "
                + String.join(",\n", proband)
                + ", "
                + meta
                + "}"
                + pedigree
                + ", \"files\": ["
                + String.join(", ", files)
                + "], "
                + meta
                + "}";
    try {
      Files.writeString(folder.resolve("phenopacket.json"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void list(List<String> parts, String name, List<String> items) {
    if (!items.isEmpty()) {
      parts.add("\"" + name + "\": [" + String.join(", ", items) + "]");
    }
  }

  PersonSource source() {
    packet();
    return new FolderSource(folder);
  }

  Run run() {
    return run(source());
  }

  static Run run(PersonSource source) {
    var interpreters = List.of(new PharmacogeneInterpreter(), new IdentityInterpreter());
    var run =
        new Interpretation(interpreters, KNOWLEDGE, "test", 1)
            .interpret(source, new TreeMap<>())
            .run();
    CodeTable.hold(
        IdentityInterpreter.class,
        run.findings().stream()
            .filter(one -> one.key().interpreter().equals(IdentityInterpreter.NAME))
            .toList());
    return run;
  }

  /// The one finding of a kind.
  static Finding only(Run run, String kind) {
    var found = all(run, kind);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " findings of " + kind + ": " + run.problems());
    }
    return found.getFirst();
  }

  static List<Finding> all(Run run, String kind) {
    return run.findings().stream()
        .filter(one -> one.key().interpreter().equals(IdentityInterpreter.NAME))
        .filter(one -> one.key().kind().equals(kind))
        .toList();
  }

  /// What is said of a gene.
  static Finding gene(Run run) {
    for (var finding : run.findings()) {
      if (finding.key().text().equals("pharmacogenes|diplotype|CYP2C19|.")) {
        return finding;
      }
    }
    throw new AssertionError("no finding of the gene");
  }
}
