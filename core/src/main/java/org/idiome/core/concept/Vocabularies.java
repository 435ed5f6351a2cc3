package org.idiome.core.concept;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What identifiers of a vocabulary look like, by `vocabularies.tsv`.
final class Vocabularies {
  private static final String TABLE = "vocabularies.tsv";

  /// @param form the first group is the identifier, the second its version where it has one
  /// @param isBare whether the form alone says that it is of this vocabulary
  record Vocabulary(String prefix, Pattern form, boolean isBare) {}

  private static final Map<String, Vocabulary> BY_PREFIX = load();
  private static final List<Vocabulary> BARE =
      BY_PREFIX.values().stream()
          .filter(Vocabulary::isBare)
          .sorted(Comparator.comparing(Vocabulary::prefix))
          .toList();

  private Vocabularies() {}

  private static Map<String, Vocabulary> load() {
    var found = new HashMap<String, Vocabulary>();
    lines()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .forEach(cells ->
            found.put(
                cells[0],
                new Vocabulary(cells[0], Pattern.compile(cells[1]), cells[2].equals("yes"))));
    return found;
  }

  private static Stream<String> lines() {
    try (var stream = Vocabularies.class.getResourceAsStream(TABLE)) {
      if (stream == null) {
        throw new IllegalStateException(TABLE + " is not beside " + Vocabularies.class.getName());
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE, e);
    }
  }

  /// The vocabulary of a prefix in its one spelling; null where the form is not known.
  static @Nullable Vocabulary of(String prefix) {
    return BY_PREFIX.get(prefix);
  }

  /// What a text is by its form alone, or null.
  static Identifier.@Nullable Understood bare(String text) {
    for (var vocabulary : BARE) {
      var form = vocabulary.form().matcher(text);
      if (form.matches()) {
        return new Identifier.Understood(
            vocabulary.prefix() + ":" + form.group(1), version(form), true);
      }
    }
    return null;
  }

  /// An identifier of a vocabulary.
  ///
  /// @param prefix in its one spelling
  static Identifier.Understood of(String prefix, String local) {
    var vocabulary = BY_PREFIX.get(prefix);
    if (vocabulary == null) {
      return new Identifier.Understood(prefix + ":" + local, null, true);
    }
    var form = vocabulary.form().matcher(local);
    return form.matches()
        ? new Identifier.Understood(prefix + ":" + form.group(1), version(form), true)
        : new Identifier.Understood(prefix + ":" + local, null, false);
  }

  private static @Nullable String version(Matcher form) {
    return form.groupCount() < 2 ? null : form.group(2);
  }
}
