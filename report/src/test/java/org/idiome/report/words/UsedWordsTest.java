package org.idiome.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.idiome.testkit.Checkout;
import org.junit.jupiter.api.Test;

/// No words stand in the table that nothing asks for.
class UsedWordsTest {
  private static final List<String> MODULES =
      List.of("care", "cli", "core", "genomics", "knowledge", "profile", "record", "report");

  /// What is put behind a code to ask for a part or another form of its words.
  private static final Pattern FORM =
      Pattern.compile(
          "\\.(value|sub|question|many|why|do|line|remedy|partly|least|text|long|short|json)$");

  /// Looked up by what a file or a run holds: units, kinds of statements, names of settings.
  private static final Pattern BY_CONTENT =
      Pattern.compile("(unit|statement|gloss\\.term|detail\\.setting)\\..*|detail\\.hgvs_[cgp]");

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*");

  @Test
  void everyRowIsAskedForSomewhere() throws IOException {
    var named = named();
    var unused = new ArrayList<String>();
    for (var code : Words.english().codes()) {
      if (!BY_CONTENT.matcher(code).matches() && !isNamed(code, named)) {
        unused.add(code);
      }
    }
    assertThat(unused).isEmpty();
  }

  /// Whether the code, with or without its form, is named whole; or by its group and its last part.
  private static boolean isNamed(String code, Set<String> named) {
    var asked = code;
    while (true) {
      int dot = asked.lastIndexOf('.');
      var group = asked.substring(0, dot < 0 ? 0 : dot);
      boolean isOfGroup = named.contains("\"" + group + ".") || isOfInterpreter(group);
      if (named.contains(asked) || (isOfGroup && named.contains(asked.substring(dot + 1)))) {
        return true;
      }
      var shorter = FORM.matcher(asked).replaceFirst("");
      if (shorter.equals(asked)) {
        return false;
      }
      asked = shorter;
    }
  }

  /// Groups of an interpreter's words are put together from its name and the kind of a node.
  private static boolean isOfInterpreter(String group) {
    return group.matches("(identity|inventory|laboratory|pharmacogenes)\\.[a-z_]+");
  }

  /// Words that product sources and tables name, and groups of codes that sources add to.
  private static Set<String> named() throws IOException {
    var named = new HashSet<String>();
    var group = Pattern.compile("\"([a-z_]+(?:\\.[a-z_]+)*\\.)\"");
    for (var module : MODULES) {
      try (var files = Files.walk(Checkout.root().resolve(module).resolve("src/main"))) {
        for (var file : files.filter(UsedWordsTest::mayName).toList()) {
          var text = Files.readString(file);
          WORD.matcher(text)
              .results()
              .forEach(found -> {
                named.add(found.group());
                named.add(found.group().toLowerCase(Locale.ROOT));
                named.add(found.group().toLowerCase(Locale.ROOT).replace('_', '-'));
              });
          group.matcher(text).results().forEach(found -> named.add("\"" + found.group(1)));
        }
      }
    }
    return named;
  }

  private static boolean mayName(Path file) {
    var name = file.toString();
    return (name.endsWith(".java") || name.endsWith(".tsv")) && !name.endsWith("words.tsv");
  }
}
