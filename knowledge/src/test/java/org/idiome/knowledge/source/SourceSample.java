package org.idiome.knowledge.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.idiome.genomics.io.Limits;
import org.idiome.knowledge.release.Claim;
import org.idiome.knowledge.release.ReleaseStatement;
import org.idiome.knowledge.release.ToldRelease;

/// A file as an importer reads it.
public record SourceSample(Recognition recognition, ReleaseStatement statement, ToldRelease told) {
  /// Recognises and reads a text.
  public static SourceSample of(Importer importer, Path folder, String text) {
    return of(importer, folder, text, ImportSettings.NONE);
  }

  /// Recognises and reads a text as the user says.
  public static SourceSample of(
      Importer importer, Path folder, String text, ImportSettings settings) {
    try {
      return of(importer, Files.writeString(folder.resolve("sample"), text), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Recognises and reads a file.
  public static SourceSample of(Importer importer, Path file) {
    return of(importer, file, ImportSettings.NONE);
  }

  /// Recognises and reads a file as the user says.
  public static SourceSample of(Importer importer, Path file, ImportSettings settings) {
    try {
      var name = String.valueOf(file.getFileName());
      var told = new ToldRelease();
      var recognition = importer.recognise(Head.of(file, name, Limits.DEFAULT), settings);
      var text = new SourceText(file, name, Limits.DEFAULT);
      return new SourceSample(recognition, importer.read(text, settings, told), told);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `subject predicate object`, with `NOT` before what is denied, in the order told.
  public List<String> claims() {
    return told.claims().stream().map(told -> words(told.claim())).toList();
  }

  private static String words(Claim claim) {
    var denied = claim.isNegated() ? "NOT " : "";
    var limits = claim.qualifiers().isEmpty() ? "" : " [" + claim.qualifiers() + "]";
    return denied + claim.subject() + " " + claim.predicate() + " " + claim.object() + limits;
  }

  /// The values of the first claim about two concepts.
  public String values(String subject, String object) {
    return told.claims().stream()
        .map(ToldRelease.ToldClaim::claim)
        .filter(claim -> claim.subject().equals(subject) && claim.object().equals(object))
        .findFirst()
        .orElseThrow()
        .values()
        .toString();
  }
}
