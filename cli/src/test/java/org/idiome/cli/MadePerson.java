package org.idiome.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.idiome.cli.demo.DemoPeople;

/// A small person whose folder is in order, for a test to spoil: signs, a drug, a laboratory, vital
/// signs and a germline file, each with a finding of its own.
final class MadePerson {
  static final String LABORATORY = "laboratory.tsv";
  static final String VITAL_SIGNS = "vital-signs.tsv";
  static final String GERMLINE = "germline.vcf";

  /// What rests on which file.
  static final String CREATININE = "laboratory|interval|LOINC:14682-9|.";

  static final String HEART_RATE = "laboratory|interval|LOINC:8867-4|physiology/.";
  static final String CYP2C19 = "pharmacogenes|diplotype|CYP2C19|.";

  static final String VCF_HEADER =
      """
      ##fileformat=VCFv4.3
      ##contig=<ID=chr10,length=133797422,assembly=GRCh38>
      ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
      #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tG1
      """;

  private static final String TABLE =
      "\"fileFormat\":\"TSV\",\"shape\":\"long\",\"feature\":\"code\",\"featureName\":\"name\","
          + "\"value\":\"value\",\"unit\":\"unit\",\"time\":\"date\",\"timeUnit\":\"date\","
          + "\"referenceLow\":\"low\",\"referenceHigh\":\"high\"";

  private final Path folder;
  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, String> described = new TreeMap<>();
  private String id = "made-01";
  private String more = "";

  private MadePerson(Path folder) {
    this.folder = folder;
    with(
        LABORATORY,
        """
        date\tcode\tname\tvalue\tunit\tlow\thigh
        2025-03-01\tLOINC:14682-9\tCreatinine\t80\tumol/L\t44\t90
        2025-09-01\tLOINC:14682-9\tCreatinine\t82\tumol/L\t44\t90
        2026-03-01\tLOINC:14682-9\tCreatinine\t95\tumol/L\t44\t90
        2026-03-01\tLOINC:2823-3\tPotassium\t4.1\tmmol/L\t3.5\t5.1
        """);
    with(
        VITAL_SIGNS,
        """
        date\tcode\tname\tvalue\tunit\tlow\thigh
        2026-03-01\tLOINC:8867-4\tHeart rate\t104\t/min\t60\t100
        """);
    with(GERMLINE, germline());
    described.put(LABORATORY, TABLE + ",\"layer\":\"laboratory\"");
    described.put(VITAL_SIGNS, TABLE + ",\"layer\":\"physiology\"");
    described.put(GERMLINE, "\"fileFormat\":\"VCF\",\"genomeAssembly\":\"GRCh38\"");
  }

  static MadePerson in(Path folder) {
    return new MadePerson(folder.resolve("person"));
  }

  /// The germline of the first person of the demo, as plain text.
  static String germline() {
    var bundled = "lung-01/germline-G1.g.vcf.gz";
    try (var packed = DemoPeople.class.getResourceAsStream(bundled)) {
      if (packed == null) {
        throw new AssertionError("not bundled: " + bundled);
      }
      return new String(new GZIPInputStream(packed).readAllBytes(), StandardCharsets.UTF_8)
          .replace("L01_G1", "G1");
    } catch (IOException e) {
      throw new UncheckedIOException(bundled, e);
    }
  }

  MadePerson with(String file, String text) {
    return with(file, text.getBytes(StandardCharsets.UTF_8));
  }

  MadePerson with(String file, byte[] bytes) {
    files.put(file, bytes);
    return this;
  }

  /// Leaves a file out that the packet goes on to name.
  MadePerson without(String file) {
    files.remove(file);
    return this;
  }

  /// What the packet says of a file beyond what it says already.
  MadePerson describing(String file, String attributes) {
    described.merge(file, attributes, (old, extra) -> old + "," + extra);
    return this;
  }

  /// Names a table that is described like the others.
  MadePerson table(String file, String layer, String text) {
    described.put(file, TABLE + ",\"layer\":\"" + layer + "\"");
    return with(file, text);
  }

  MadePerson id(String text) {
    id = text;
    return this;
  }

  /// Further members of the packet, each beginning with a comma.
  MadePerson more(String members) {
    more += members;
    return this;
  }

  /// The packet as text.
  String packet() {
    var list = new ArrayList<String>();
    described.forEach((file, attributes) ->
        list.add(
            "{\"uri\":\"%s\",\"individualToFileIdentifiers\":{\"%s\":\"G1\"},".formatted(file, id)
                + "\"fileAttributes\":{"
                + attributes
                + "}}"));
    return "{\"id\":\"%s\",\"subject\":{\"id\":\"%s\",\"sex\":\"FEMALE\",".formatted(id, id)
        + "\"dateOfBirth\":\"1970-05-01T00:00:00Z\"},\n\"phenotypicFeatures\":["
        + "{\"type\":{\"id\":\"HP:0001250\",\"label\":\"Seizure\"},\"excluded\":true},\n"
        + "{\"type\":{\"id\":\"HP:0002829\",\"label\":\"Arthralgia\"}}],\n"
        + "\"medicalActions\":[{\"treatment\":{\"agent\":{\"id\":\"ATC:B01AC04\","
        + "\"label\":\"clopidogrel\"},\"doseIntervals\":[{\"interval\":"
        + "{\"start\":\"2026-01-01T00:00:00Z\"}}]}}],\n\"metaData\":{\"created\":"
        + "\"2026-03-02T00:00:00Z\",\"createdBy\":\"test\",\"resources\":[],"
        + "\"phenopacketSchemaVersion\":\"2.0\"}"
        + more
        + ",\n\"files\":[\n"
        + String.join(",\n", list)
        + "]}\n";
  }

  /// Writes the folder, with its packet unless one was given as a file.
  Path written() throws IOException {
    Files.createDirectories(folder);
    files.putIfAbsent("phenopacket.json", packet().getBytes(StandardCharsets.UTF_8));
    for (var file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    return folder;
  }

  List<String> names() {
    return List.copyOf(files.keySet());
  }
}
