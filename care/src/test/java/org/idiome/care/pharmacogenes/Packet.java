package org.idiome.care.pharmacogenes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.idiome.core.run.Run;
import org.idiome.profile.FolderSource;

/// A person's folder: a phenopacket with drugs and variant files.
final class Packet {
  private final Path folder;
  private final List<String> drugs = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private final List<String> samples = new ArrayList<>();
  private String seen = "";
  private String born = "\"dateOfBirth\": \"1970-05-01T00:00:00Z\"";

  Packet(Path folder) {
    this.folder = folder;
  }

  Packet born(String date) {
    born = "\"dateOfBirth\": \"" + date + "T00:00:00Z\"";
    return this;
  }

  /// Nobody says when the person was born.
  Packet notBorn() {
    born = "\"sex\": \"FEMALE\"";
    return this;
  }

  /// The day on which the person was last seen.
  Packet seen(String date) {
    seen = "\"timeAtLastEncounter\": {\"timestamp\": \"" + date + "T00:00:00Z\"}, ";
    return this;
  }

  /// A drug from a day, perhaps to a day.
  Packet drug(String id, String label, String interval) {
    return drug(id, label, interval, 20, "");
  }

  /// A drug with its dose in milligrams and the code of how often.
  Packet drug(String id, String label, String interval, double dose, String frequency) {
    var days = interval.split("/", -1);
    var end = days[1].isEmpty() ? "" : ", \"end\": \"" + days[1] + "T00:00:00Z\"";
    var often =
        frequency.isEmpty()
            ? ""
            : "\"scheduleFrequency\": {\"id\": \"" + frequency + "\", \"label\": \"often\"}, ";
    drugs.add(
        """
        {"treatment": {"agent": {"id": "%s", "label": "%s"}, "doseIntervals": [{"quantity":
          {"unit": {"id": "UCUM:mg", "label": "mg"}, "value": %s}, %s
          "interval": {"start": "%sT00:00:00Z"%s}}]}}\
        """
            .formatted(id, label, dose, often, days[0], end));
    return this;
  }

  /// A germline file of the folder with the sample `S1`.
  Packet germline(String name) {
    return file(name, "person", "genome", "GRCh38");
  }

  /// A germline file of which the packet says no build.
  Packet germlineOfNoBuild(String name) {
    return file(name, "person", "genome", "");
  }

  /// A file of a tumour, which has a germline-looking build and sample.
  Packet tumour(String name) {
    samples.add(
        """
        {"id": "T1", "individualId": "person", "sampledTissue": {"id": "UBERON:0002048",
          "label": "lung"}, "sampleType": {"id": "NCIT:C18009", "label": "Tumor Tissue"}}\
        """);
    return file(name, "T1", "tumour", "GRCh38");
  }

  private Packet file(String name, String whose, String layer, String build) {
    var assembly = build.isEmpty() ? "" : ", \"genomeAssembly\": \"" + build + "\"";
    files.add(
        """
        {"uri": "%s", "individualToFileIdentifiers": {"%s": "S1"}, "fileAttributes":
          {"fileFormat": "VCF", "layer": "%s"%s}}\
        """
            .formatted(name, whose, layer, assembly));
    return this;
  }

  Run run() {
    write();
    return Runs.of(new FolderSource(folder));
  }

  void write() {
    var text =
        """
        {"id": "packet", "subject": {"id": "person", %s%s},
         "biosamples": [%s], "medicalActions": [%s], "files": [%s],
         "metaData": {"created": "2024-01-01T00:00:00Z", "createdBy": "test",
           "phenopacketSchemaVersion": "2.0", "resources": []}}
        """
            .formatted(
                seen,
                born,
                String.join(", ", samples),
                String.join(", ", drugs),
                String.join(", ", files));
    try {
      Files.writeString(folder.resolve("phenopacket.json"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
