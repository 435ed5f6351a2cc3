package org.idiome.core.finding;

import java.util.List;
import java.util.Locale;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.concept.Citation;
import org.idiome.core.source.CitedRow;
import org.jspecify.annotations.Nullable;

/// Why a finding says what it says: a tree whose leaves are rows, limits and open questions.
///
/// Nodes hold codes and values; the words are made in `report`.
public sealed interface Explanation extends Canonical {

  /// Something that is concluded from its children.
  record Claim(String code, Details details, List<Explanation> children) implements Explanation {
    /// Copies the children.
    public Claim {
      children = List.copyOf(children);
    }
  }

  /// A published rule that was applied.
  ///
  /// @param code name of the rule in its table
  /// @param version release of the table
  /// @param row the row of the rule table, or null where the rule is an equation in code
  record Rule(
      String code,
      String version,
      Citation citation,
      Details details,
      @Nullable CitedRow row,
      List<Explanation> children)
      implements Explanation {
    /// Copies the children.
    public Rule {
      children = List.copyOf(children);
    }
  }

  /// A value that was used, and where it came from.
  record Used(String code, Value value, List<Explanation> children) implements Explanation {
    /// Copies the children.
    public Used {
      children = List.copyOf(children);
    }
  }

  /// The row of a file, with its text.
  record Row(CitedRow row) implements Explanation {}

  /// A remark of one of a few kinds.
  record Note(Kind kind, String code, Details details) implements Explanation {

    /// What the remark is for.
    public enum Kind {
      /// How far the claim reaches.
      LIMIT,
      /// What stays open.
      OPEN,
      /// Why nothing is claimed.
      REASON,
      /// Which test would settle it.
      SETTLES,
      /// What it could change.
      MATTERS;

      /// The name in lower case.
      public String code() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  @Override
  default Json toJson() {
    return switch (this) {
      case Claim claim ->
          Json.object()
              .put("claim", claim.code())
              .put("details", claim.details().isEmpty() ? null : claim.details())
              .putAll("because", claim.children())
              .end();
      case Rule rule ->
          Json.object()
              .put("rule", rule.code())
              .put("version", rule.version())
              .put("citation", rule.citation())
              .put("details", rule.details().isEmpty() ? null : rule.details())
              .put("row", rule.row())
              .putAll("because", rule.children())
              .end();
      case Used used ->
          Json.object()
              .put("used", used.code())
              .put("value", used.value())
              .putAll("because", used.children())
              .end();
      case Row row -> Json.object().put("row", row.row()).end();
      case Note note ->
          Json.object()
              .put("note", note.kind().code())
              .put("code", note.code())
              .put("details", note.details().isEmpty() ? null : note.details())
              .end();
    };
  }
}
