package org.idiome.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.core.finding.Details;
import org.idiome.core.finding.Explanation;
import org.idiome.core.finding.Finding;
import org.idiome.core.finding.State;
import org.idiome.core.finding.Value;

/// Holds findings to the table of codes of their package, from which the report makes its words.
public final class CodeTable {
  private final Map<String, Set<String>> known = new TreeMap<>();
  private final List<String> missing = new ArrayList<>();

  private CodeTable(Class<?> interpreter) {
    try (var in = interpreter.getResourceAsStream("codes.tsv")) {
      if (in == null) {
        throw new AssertionError("no codes.tsv beside " + interpreter);
      }
      var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
      assertThat(lines).isSorted().doesNotHaveDuplicates();
      for (var line : lines) {
        var cells = line.split("\t", -1);
        assertThat(cells).hasSize(4);
        var details = cells[2].equals(".") ? Set.<String>of() : Set.of(cells[2].split(" ", -1));
        known.put(cells[0] + " " + cells[1], details);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// Fails unless every code, word and name of a detail has its row.
  public static void hold(Class<?> interpreter, List<Finding> findings) {
    var codes = new CodeTable(interpreter);
    for (var finding : findings) {
      codes.require("finding", finding.key().kind(), Details.NONE);
      codes.see(finding.state());
      if (finding.advice() != null) {
        codes.require("advice", finding.advice().code(), finding.advice().details());
      }
      codes.see(finding.why());
    }
    assertThat(new TreeSet<>(codes.missing)).isEmpty();
  }

  private void see(State state) {
    switch (state) {
      case State.Found found -> found.possibilities().forEach(this::see);
      case State.Excluded excluded -> see(excluded.limit());
      case State.NotAssessed not -> see(not.details());
    }
  }

  private void see(Details details) {
    for (var detail : details.entries()) {
      require("detail", detail.getKey(), Details.NONE);
      if (detail.getValue() instanceof Value.Word word && !detail.getKey().equals("kind")) {
        require("word", word.code(), Details.NONE);
      }
    }
  }

  private void see(Explanation node) {
    switch (node) {
      case Explanation.Claim claim -> {
        require("claim", claim.code(), claim.details());
        claim.children().forEach(this::see);
      }
      case Explanation.Rule rule -> {
        require("rule", rule.code(), rule.details());
        rule.children().forEach(this::see);
      }
      case Explanation.Used used -> {
        require("used", used.code(), Details.NONE);
        used.children().forEach(this::see);
      }
      case Explanation.Note note -> {
        if (note.kind() != Explanation.Note.Kind.REASON) {
          require(note.kind().code(), note.code(), note.details());
        }
      }
      case Explanation.Row _ -> {}
    }
  }

  private void require(String kind, String code, Details details) {
    var names = known.get(kind + " " + code);
    if (names == null) {
      missing.add(kind + " " + code);
      return;
    }
    see(details);
    for (var detail : details.entries()) {
      if (!names.contains(detail.getKey())) {
        missing.add(kind + " " + code + ": " + detail.getKey());
      }
    }
  }
}
