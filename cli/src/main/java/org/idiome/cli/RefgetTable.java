package org.idiome.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.idiome.core.canonical.Json;
import org.idiome.core.problem.Problem;
import org.idiome.genomics.reference.KnownSequence;
import org.idiome.genomics.reference.ReferenceFasta;

/// The contigs of FASTA files with their digests, and which contigs of the builds they are.
final class RefgetTable {
  private static final List<String> COLUMNS =
      List.of("file", "contig", "length", "refget", "state", "known_as");

  private final List<List<String>> rows = new ArrayList<>();

  /// Reads all of a file.
  ///
  /// @param name how it is called
  /// @param problems takes what was met
  void add(Path file, String name, Consumer<Problem> problems) throws IOException {
    try (var fasta = ReferenceFasta.open(file, name)) {
      fasta.problems().forEach(problems);
      for (var contig : fasta.names()) {
        var found = KnownSequence.of(fasta, contig);
        rows.add(
            List.of(
                name,
                contig,
                Integer.toString(found.lengthBases()),
                found.refget(),
                found.state().code(),
                found.known()));
      }
    }
  }

  String tsv() {
    return Tables.tsv(COLUMNS, rows);
  }

  String forEyes() {
    return Tables.whole(COLUMNS, rows);
  }

  Json json() {
    return Tables.json(COLUMNS, rows);
  }
}
