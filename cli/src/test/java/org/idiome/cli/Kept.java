package org.idiome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.idiome.cli.Ran.idiome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A store with two small persons, and commands on it.
///
/// @param folder of the test
record Kept(Path folder) {
  private static final String PERSON =
      """
      {"id": "PERSON", "subject": {"id": "PERSON"}, "phenotypicFeatures": [
        {"type": {"id": "HP:0001250", "label": "Seizure"}},
        {"type": {"id": "HP:0001631", "label": "Atrial septal defect"}, "excluded": true}],
       "files": [{"uri": "laboratory.tsv", "individualToFileIdentifiers": {},
         "fileAttributes": {"fileFormat": "TSV", "layer": "laboratory", "shape": "long",
           "feature": "code", "value": "value", "unit": "unit", "time": "date",
           "timeUnit": "date"}}],
       "metaData": {"created": "2026-11-01T00:00:00Z", "createdBy": "x",
         "phenopacketSchemaVersion": "2.0"}}
      """;

  static final String LABORATORY =
      """
      date\tcode\tvalue\tunit
      2026-01-05\tLOINC:2823-3\t4.1\tmmol/L
      2026-05-05\tLOINC:2823-3\t4.4\tmmol/L
      """;

  static Kept in(Path folder) throws IOException {
    var kept = new Kept(folder);
    kept.write("P1", LABORATORY);
    kept.write("P2", LABORATORY);
    assertThat(kept.run("import", folder.resolve("P1"), folder.resolve("P2")).exit()).isZero();
    return kept;
  }

  /// Writes a person's folder.
  void write(String person, String laboratory) throws IOException {
    var at = Files.createDirectories(folder.resolve(person));
    Files.writeString(at.resolve("phenopacket.json"), PERSON.replace("PERSON", person));
    Files.writeString(at.resolve("laboratory.tsv"), laboratory);
  }

  Path store() {
    return folder.resolve("store");
  }

  Ran run(String command, Object... words) {
    var all = new ArrayList<Object>(List.of(command));
    all.addAll(Arrays.asList(words));
    all.add("--store");
    all.add(store());
    return idiome(all.toArray());
  }

  /// The rows of a table below its header.
  List<List<String>> rows(String command, Object... words) {
    var all = new ArrayList<Object>(Arrays.asList(words));
    all.add("--tsv");
    var ran = run(command, all.toArray());
    return ran.out().lines().skip(1).map(line -> List.of(line.split("\t", -1))).toList();
  }

  Path wording() throws IOException {
    return Files.writeString(folder.resolve("wording.txt"), "I agree.\n");
  }
}
