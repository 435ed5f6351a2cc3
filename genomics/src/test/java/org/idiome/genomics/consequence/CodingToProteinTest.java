package org.idiome.genomics.consequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.idiome.core.problem.Problems;
import org.idiome.genomics.normal.NormalForm;
import org.idiome.genomics.reference.Window;
import org.idiome.testkit.Truth;
import org.junit.jupiter.api.Test;

/// Descriptions of transcripts and what they make of the protein, of biocommons/hgvs.
class CodingToProteinTest {
  private static final Pattern CHANGE =
      Pattern.compile(
          "c\\.(\\*?-?[0-9]+)(?:_(\\*?-?[0-9]+))?(?:([ACGT])>([ACGT])|(delins|del|dup|ins)([ACGT]*))");

  /// Where the table says that Idiome answers otherwise, and what.
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "c.-2A>G", "p.(=)",
          "c.*3G>A", "p.(=)",
          "c.27_*3del", "p.?",
          "c.1A>G", "p.(Met1?)",
          "c.-3_1del", "p.(Met1?)",
          "c.-3_3del", "p.(Met1?)",
          "c.-3_3delinsAAA", "p.(Met1?)");

  /// The transcripts are given without their introns; a coding sequence of 30 bases has no c.39.
  private static final Set<String> NOT_APPLICABLE = Set.of("c.12+1G>A", "c.39_*1insA");

  private record Row(int codingStart, int codingEnd, String bases) {
    int at0(String place) {
      if (place.startsWith("*")) {
        return codingEnd + Integer.parseInt(place.substring(1)) - 1;
      }
      int number = Integer.parseInt(place);
      return codingStart + (number < 0 ? number : number - 1);
    }
  }

  @Test
  void proteinsAreDescribedAsPublished() throws IOException {
    var transcripts = new HashMap<String, Row>();
    for (var line :
        Files.readAllLines(Truth.data("variants/hgvs/transcripts.tsv")).stream().skip(1).toList()) {
      var cells = line.split("\t", -1);
      transcripts.put(
          cells[0], new Row(Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), cells[4]));
    }
    int compared = 0;
    var soft = new SoftAssertions();
    for (var line :
        Files.readAllLines(Truth.data("variants/hgvs/coding-to-protein.tsv")).stream()
            .skip(1)
            .toList()) {
      var cells = line.split("\t", -1);
      var change = CHANGE.matcher(cells[1]);
      if (NOT_APPLICABLE.contains(cells[1])) {
        continue;
      }
      assertThat(change.matches()).as(line).isTrue();
      var told = told(Objects.requireNonNull(transcripts.get(cells[0])), change);
      var wanted = cells[3].startsWith("Idiome") ? OTHERWISE.get(cells[1]) : cells[2];
      soft.assertThat(told.proteinHgvs()).as(line + told).isEqualTo(wanted);
      compared++;
    }
    soft.assertAll();
    assertThat(compared).isGreaterThanOrEqualTo(38);
  }

  private static Consequence told(Row row, Matcher change) throws IOException {
    int from = row.at0(change.group(1));
    int to = change.group(2) == null ? from + 1 : row.at0(change.group(2)) + 1;
    var there = row.bases().substring(from, to);
    int at = from;
    String reference = there;
    String alternate;
    if (change.group(3) != null) {
      alternate = change.group(4);
    } else {
      alternate =
          switch (change.group(5)) {
            case "dup" -> there + there;
            case "ins" -> there.charAt(0) + change.group(6) + there.charAt(1);
            default -> change.group(6);
          };
    }
    var sequence = new Window(row.bases());
    var gff =
        Models.gff(
            '+',
            new int[][] {{1, row.bases().length()}},
            new int[][] {{row.codingStart() + 1, row.codingEnd(), 0}});
    var consequences = new Consequences(Models.of(gff), "models", new Problems());
    return consequences
        .of("c", sequence, NormalForm.of(sequence, at, reference, alternate))
        .getFirst();
  }
}
