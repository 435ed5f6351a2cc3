package org.idiome.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.idiome.knowledge.home.TestHome;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The queries of the specification over the names of four files of mappings of Mondo.
class GoldenSearchTest {
  private static final int SHOWN = 10;

  @TempDir Path folder;

  @Test
  void findsWhatTheSpecificationExpects() throws IOException {
    var home = new TestHome(folder);
    var mondo = Truth.data("knowledge/mondo");
    for (var source : List.of("doid", "omim", "orphanet", "ncit")) {
      home.take(mondo.resolve("mondo_exactmatch_" + source + ".sssom.tsv.gz"), source);
    }
    var missed = new ArrayList<String>();
    int asked = 0;
    try (var search = ConceptSearch.open(home.home().inForce().values())) {
      for (var line : Files.readAllLines(mondo.resolve("golden-search.tsv")).subList(1, 29)) {
        var row = line.split("\t", -1);
        var hits = search.find(row[0], SHOWN);
        asked++;
        if (!isRight(row, hits)) {
          missed.add(line + " but " + shown(hits));
        }
      }
    }
    assertThat(missed).isEmpty();
    assertThat(asked).isEqualTo(28);
  }

  private static boolean isRight(String[] row, List<Hit> hits) {
    var ids = hits.stream().map(Hit::id).toList();
    if (row[1].equals("nothing")) {
      return hits.isEmpty();
    }
    if (row[1].startsWith("none of the first 10")) {
      return hits.stream().noneMatch(hit -> hit.match() == Match.INSIDE);
    }
    if (row[2].contains("first 5")) {
      return ids.subList(0, Math.min(5, ids.size())).contains(row[1]);
    }
    boolean isObsolete = row[2].contains("obsolete");
    return !ids.isEmpty()
        && ids.getFirst().equals(row[1])
        && hits.getFirst().isObsolete() == isObsolete;
  }

  private static String shown(List<Hit> hits) {
    return hits.stream()
        .map(hit -> hit.id() + " " + hit.name() + " " + hit.match() + " " + hit.on())
        .toList()
        .toString();
  }
}
