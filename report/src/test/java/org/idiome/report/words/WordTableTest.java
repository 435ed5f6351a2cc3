package org.idiome.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.idiome.core.finding.Advice;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.ReasonCode;
import org.idiome.core.finding.Strength;
import org.idiome.core.observation.Layer;
import org.idiome.core.presence.Absence;
import org.idiome.core.problem.ProblemCode;
import org.idiome.core.problem.Reach;
import org.idiome.testkit.Checkout;
import org.junit.jupiter.api.Test;

/// Holds the table of words to everything that asks it for words.
class WordTableTest {
  private static final Words WORDS = Words.english();
  private static final Pattern CODE_IN_SOURCE = Pattern.compile("\"([a-z_]+(?:\\.[a-z0-9_]+)+)\"");

  private static List<String> rows() throws IOException {
    var file =
        Checkout.root().resolve("report/src/main/resources/org/idiome/report/words/words.tsv");
    var lines = Files.readAllLines(file);
    return lines.subList(1, lines.size());
  }

  private static List<String> codes() throws IOException {
    return rows().stream().map(row -> row.substring(0, row.indexOf('\t'))).toList();
  }

  @Test
  void isSortedAndSaysNothingTwice() throws IOException {
    assertThat(codes()).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void speaksBritishEnglishWithoutForbiddenWords() throws IOException {
    var forbidden =
        Pattern.compile(
            "\\b(tumor|center|color|behavior|normal range|negative|wild type|N/A|all clear)\\b");
    assertThat(rows())
        .filteredOn(row -> forbidden.matcher(row).find())
        .filteredOn(row -> !row.startsWith("problem.vcf-qual-negative"))
        .isEmpty();
  }

  @Test
  void hasWordsForEveryEnumOfCore() {
    var needed = new ArrayList<String>();
    for (var reason : ReasonCode.values()) {
      needed.add("reason." + reason.code());
      needed.add("reason." + reason.code() + ".remedy");
    }
    for (var layer : Layer.values()) {
      needed.add("layer." + layer.code());
    }
    for (var absence : Absence.values()) {
      needed.add("absence." + absence.code());
    }
    for (var level : Strength.Level.values()) {
      needed.add("strength." + level.code());
    }
    for (var verb : Advice.Verb.values()) {
      needed.add("verb." + verb.code());
    }
    for (var priority : Advice.Priority.values()) {
      needed.add("priority." + priority.code());
    }
    for (var kind : Explanation.Note.Kind.values()) {
      needed.add("node." + kind.code());
    }
    for (var reach : Reach.values()) {
      needed.add("reach." + reach.code());
    }
    assertThat(needed).allMatch(WORDS::has);
  }

  @Test
  void hasWordsAndARemedyForEveryProblemAndForNoOther() throws IOException {
    var needed = new TreeSet<String>();
    for (var problem : ProblemCode.values()) {
      needed.add("problem." + problem.code());
      needed.add("problem." + problem.code() + ".remedy");
    }
    assertThat(codes().stream().filter(code -> code.startsWith("problem.")).toList())
        .containsExactlyInAnyOrderElementsOf(needed);
  }

  /// A `codes.tsv` beside each interpreter lists what it emits: kind, code, details, meaning.
  @Test
  void hasWordsForEveryCodeOfEveryInterpreter() throws IOException {
    var missing = new ArrayList<String>();
    for (var table : codeTables()) {
      var interpreter = table.getName(table.getNameCount() - 2).toString();
      for (var row : Files.readAllLines(table).stream().skip(1).toList()) {
        var cells = row.split("\t", -1);
        if (!WORDS.has(wordCode(interpreter, cells[0], cells[1]))) {
          missing.add(interpreter + ": " + cells[0] + " " + cells[1]);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /// Words of claims, rules and notes cannot need a value that the interpreter does not give.
  @Test
  void needsNoValueThatAnInterpreterDoesNotGive() throws IOException {
    var wrong = new ArrayList<String>();
    for (var table : codeTables()) {
      var interpreter = table.getName(table.getNameCount() - 2).toString();
      var rows =
          Files.readAllLines(table).stream().skip(1).map(row -> row.split("\t", -1)).toList();
      var details = new TreeSet<>(Set.of("subject", "subjects", "subjects_count", "count"));
      for (var cells : rows) {
        if (cells[0].equals("detail")) {
          details.add(cells[1]);
        } else if (!cells[2].equals(".")) {
          details.addAll(List.of(cells[2].split(" ")));
        }
      }
      for (var code : codes()) {
        if (code.startsWith(interpreter + ".")) {
          WORDS.requiredIn(code).stream()
              .filter(name -> !details.contains(name))
              .forEach(name -> wrong.add(code + " asks for " + name));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String wordCode(String interpreter, String kind, String code) {
    return switch (kind) {
      case "detail", "word" -> kind + "." + code;
      default -> interpreter + "." + kind + "." + code;
    };
  }

  private static List<Path> codeTables() throws IOException {
    var folder = Checkout.root().resolve("care/src/main/resources/org/idiome/care");
    try (var files = Files.walk(folder)) {
      var found = files.filter(file -> file.endsWith("codes.tsv")).sorted().toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  @Test
  void hasWordsForEveryCodeThatTheSourceNames() throws IOException {
    var missing = new TreeSet<String>();
    try (var files = Files.walk(Checkout.root().resolve("report/src/main/java"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        var matcher = CODE_IN_SOURCE.matcher(Files.readString(file));
        while (matcher.find()) {
          var code = matcher.group(1);
          boolean isFile = code.endsWith(".tsv") || code.endsWith(".css") || code.endsWith(".js");
          if (!isFile && !WORDS.has(code)) {
            missing.add(code);
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void theListOfProblemsNamesNoCodeThatIsNone() throws IOException {
    var known = new TreeSet<String>();
    for (var problem : ProblemCode.values()) {
      known.add(problem.code());
    }
    var listed = new ArrayList<String>();
    for (var line : Files.readAllLines(Checkout.root().resolve("docs/problems.md"))) {
      var matcher = Pattern.compile("^\\| `([a-z0-9-]+)` \\|").matcher(line);
      if (matcher.find()) {
        listed.add(matcher.group(1));
      }
    }
    assertThat(listed).doesNotHaveDuplicates().allMatch(known::contains);
  }
}
