package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import org.idiome.record.folder.Scan;
import org.idiome.record.phenopacket.Packet;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Quoted;

/// The scans of files for eyes: a table of all files, then one of the samples.
final class ScanText {
  private static final List<String> COLUMNS = List.of("file", "kind", "holds", "faults");

  private final List<FileScan> scans;

  ScanText(List<FileScan> scans) {
    this.scans = scans;
  }

  String text() {
    var files = new ArrayList<List<String>>();
    var samples = new ArrayList<List<String>>();
    for (var scan : scans) {
      files.add(
          List.of(
              Quoted.text(scan.scan().name()),
              scan.kind(),
              holds(scan),
              Figures.count(scan.faults())));
      scan.rows().forEach(row -> samples.add(row.stream().map(Quoted::text).toList()));
    }
    var text = Tables.forEyes(COLUMNS, files);
    return samples.isEmpty() ? text : text + "\n" + Tables.forEyes(FileScan.COLUMNS, samples);
  }

  /// What is in it, in the words of its columns.
  private static String holds(FileScan scan) {
    return switch (scan.scan().holds()) {
      case Scan.Holds.OnePerson person -> person(person.packet());
      case Scan.Holds.Variants _ -> counted(scan.rows().size(), "sample");
      case Scan.Holds.Table table ->
          Figures.count(table.shape().rows()) + " × " + table.shape().header().size();
      case Scan.Holds.Other _ -> ".";
    };
  }

  private static String person(Packet packet) {
    return Quoted.text(packet.individual().id())
        + ": "
        + counted(packet.statements().size(), "statement")
        + ", "
        + counted(packet.quantities().size(), "value");
  }

  private static String counted(long count, String what) {
    return Figures.count(count) + " " + what + (count == 1 ? "" : "s");
  }
}
