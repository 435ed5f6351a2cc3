package org.idiome.knowledge.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.idiome.genomics.io.Limits;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.release.ToldRelease;
import org.idiome.knowledge.source.all.Importers;

/// Reads a file by the importer that recognises it, and keeps what was told.
public record Reading(String source, ToldRelease told, ReleaseStatement statement) {
  /// Reads a file as `knowledge import` does.
  public static Reading of(Path file) throws IOException {
    return of(file, ImportSettings.NONE);
  }

  /// Reads a file with settings.
  public static Reading of(Path file, ImportSettings settings) throws IOException {
    var name = file.getFileName().toString();
    var found = Importers.shipped().find(Head.of(file, name, Limits.DEFAULT), name, settings);
    var told = new ToldRelease();
    var text = new SourceText(file, name, Limits.DEFAULT);
    var statement = found.importer().read(text, settings, told);
    return new Reading(found.as().source(), told, statement);
  }

  /// Reads a text that is written to a folder first.
  public static Reading of(Path folder, String text) throws IOException {
    return of(Files.write(folder.resolve("file"), text.getBytes(StandardCharsets.UTF_8)));
  }

  /// Claims in the form `line subject predicate object`, `NOT` before a negated one.
  public List<String> claims() {
    return told.claims().stream()
        .map(one ->
            one.line()
                + (one.claim().isNegated() ? " NOT " : " ")
                + one.claim().subject()
                + " "
                + one.claim().predicate()
                + " "
                + one.claim().object())
        .toList();
  }
}
