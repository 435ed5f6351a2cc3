package org.idiome.genomics.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.idiome.core.genome.GenomeBuild;

/// What a table says of itself.
///
/// @param name by which its columns are told from those of others
/// @param source name of the file that it was made of
/// @param sha256 of that file
/// @param build of its places
/// @param alleles how many it holds
public record TableHead(
    String name,
    String source,
    String sha256,
    GenomeBuild build,
    long alleles,
    List<TableColumn> columns) {

  /// Copies the list.
  public TableHead {
    columns = List.copyOf(columns);
  }

  /// Lines of texts with tabs between; none of them has a tab or a line end.
  String text() {
    var lines = new ArrayList<String>();
    lines.add(String.join("\t", name, source, sha256, build.code(), Long.toString(alleles)));
    columns.forEach(one -> lines.add(String.join("\t", one.key(), one.type(), one.meaning())));
    return String.join("\n", lines);
  }

  private static GenomeBuild build(String code) {
    return Arrays.stream(GenomeBuild.values())
        .filter(build -> build.code().equals(code))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }

  /// @throws IllegalArgumentException where it is none
  static TableHead of(String text) {
    var lines = text.split("\n", -1);
    var first = lines[0].split("\t", -1);
    var columns = new ArrayList<TableColumn>();
    for (int i = 1; i < lines.length; i++) {
      var parts = lines[i].split("\t", -1);
      columns.add(new TableColumn(parts[0], parts[1], parts[2]));
    }
    return new TableHead(
        first[0], first[1], first[2], build(first[3]), Long.parseLong(first[4]), columns);
  }
}
