package org.idiome.cli;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.finding.Details;
import org.idiome.record.folder.Scan;
import org.idiome.record.phenopacket.Packet;
import org.idiome.report.words.Figures;
import org.idiome.report.words.Quoted;
import org.idiome.report.words.Words;

/// The scans of files for eyes: a table of all files, then one of the samples.
final class ScanText {
  private static final List<String> COLUMNS = List.of("file", "kind", "holds", "faults");

  private static final int LONGEST_NAME = 4_096;

  private final List<FileScan> scans;
  private final Words words = Words.english();

  private final boolean isWatched;

  /// @param isWatched whether a terminal shows it, where long names are cut in their middle; what
  ///   reads a pipe needs them whole
  ScanText(List<FileScan> scans, boolean isWatched) {
    this.scans = scans;
    this.isWatched = isWatched;
  }

  String text() {
    var files = new ArrayList<List<String>>();
    var samples = new ArrayList<List<String>>();
    for (var scan : scans) {
      files.add(
          List.of(name(scan.scan().name()), kind(scan), holds(scan), Figures.count(scan.faults())));
      scan.rows().forEach(row -> samples.add(row.stream().map(this::name).toList()));
    }
    var text = Tables.whole(heads(COLUMNS), files);
    return samples.isEmpty() ? text : text + "\n" + Tables.whole(heads(FileScan.COLUMNS), samples);
  }

  /// Names of files that differ do so at their ends as a rule.
  private String name(String text) {
    var quoted = Quoted.text(text, LONGEST_NAME);
    return isWatched ? Tables.cutInside(quoted) : quoted;
  }

  private List<String> heads(List<String> columns) {
    return columns.stream().map(code -> words.say("scan.column." + code)).toList();
  }

  private String kind(FileScan scan) {
    var code = "scan.kind." + scan.kind();
    return words.has(code) ? words.say(code) : scan.kind();
  }

  /// What is in it.
  private String holds(FileScan scan) {
    return switch (scan.scan().holds()) {
      case Scan.Holds.OnePerson person -> person(person.packet());
      case Scan.Holds.Persons(long count) ->
          words.say("scan.holds.persons", Details.NONE.count("count", count));
      case Scan.Holds.Variants _ ->
          words.say("scan.holds.samples", Details.NONE.count("count", scan.rows().size()));
      case Scan.Holds.Table table ->
          words.say(
              "scan.holds.table",
              Details.NONE
                  .count("rows", table.shape().rows())
                  .count("columns", table.shape().header().size()));
      case Scan.Holds.Other _ -> ".";
    };
  }

  /// As `import` will call them, and beside it what the packet calls its subject.
  private static String called(Packet packet) {
    var subject = Quoted.text(packet.individual().id());
    var id = packet.origin().id();
    return id == null || id.equals(packet.individual().id())
        ? subject
        : Quoted.text(id) + " (subject " + subject + ")";
  }

  private String person(Packet packet) {
    return words.say(
        "scan.holds.person",
        Details.NONE
            .text("id", called(packet))
            .count("statements", packet.statements().size())
            .count("values", packet.quantities().size()));
  }
}
