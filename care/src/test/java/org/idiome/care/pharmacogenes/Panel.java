package org.idiome.care.pharmacogenes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.core.run.Run;
import org.idiome.knowledge.Knowledge;
import org.idiome.knowledge.starter.StarterKnowledge;

/// A file that has every position of some genes as reference, until a test says otherwise.
///
/// Records are `CHROM POS REF ALT FORMAT SAMPLE` and, where given, FILTER and INFO.
final class Panel {
  private final Path folder;
  private final SortedMap<Integer, List<String>> records = new TreeMap<>();
  private String assembly = "GRCh38";
  private boolean isShuffled;

  private Panel(Path folder) {
    this.folder = folder;
  }

  static Panel of(Path folder, String... genes) {
    return of(StarterKnowledge.shipped(), folder, genes);
  }

  static Panel of(Knowledge knowledge, Path folder, String... genes) {
    var panel = new Panel(folder);
    for (var symbol : genes) {
      var gene = knowledge.pharmacogenes().gene(symbol);
      if (gene == null) {
        throw new AssertionError(symbol);
      }
      for (var position : gene.positions()) {
        panel.put(
            position.position1(),
            String.join(
                " ",
                gene.contig().display(),
                Integer.toString(position.position1()),
                position.reference(),
                String.join(",", position.alternates()),
                "GT",
                "0/0"));
      }
    }
    return panel;
  }

  private void put(int position, String... lines) {
    records.put(position, List.of(lines));
  }

  /// Other records in place of those at a position; none leaves it out.
  Panel at(int position, String... lines) {
    put(position, lines);
    return this;
  }

  /// Another genotype in the record of a position.
  Panel gt(int position, String genotype) {
    var before = records.getOrDefault(position, List.of()).getFirst();
    var format = genotype.contains(":") ? " GT:PS " : " GT ";
    put(position, before.substring(0, before.indexOf(" GT")) + format + genotype);
    return this;
  }

  Panel without(int... positions) {
    for (int position : positions) {
      records.remove(position);
    }
    return this;
  }

  Panel assembly(String name) {
    assembly = name;
    return this;
  }

  Panel shuffled() {
    isShuffled = true;
    return this;
  }

  Path file(String name) {
    var lines = new ArrayList<String>();
    records.values().forEach(lines::addAll);
    if (isShuffled) {
      Collections.shuffle(lines, new Random(7));
    }
    return Runs.vcf(folder, name, assembly, lines.toArray(String[]::new));
  }

  Run run() {
    return Runs.of(file("case.vcf"), null);
  }

  /// The cell of a gene's row.
  String cell(String gene, String column) {
    return Runs.cell(run(), gene, column);
  }
}
