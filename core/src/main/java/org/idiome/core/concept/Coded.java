package org.idiome.core.concept;

import java.util.Objects;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.jspecify.annotations.Nullable;

/// A code as its source gave it, with the display text beside it.
///
/// The code may be a CURIE, a local code or a gene symbol. Equality is of the code alone, as it was
/// given: the display never decides a meaning. Whether two mean one thing [#key] tells.
///
/// @param id as given, never blank
/// @param display the source's own text for it, or null
public record Coded(String id, @Nullable String display) implements Canonical, Comparable<Coded> {

  /// Refuses a blank code.
  public Coded {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a code is blank");
    }
  }

  /// A code without a display text.
  public static Coded of(String id) {
    return new Coded(id, null);
  }

  /// The code as a CURIE, that of an address with the prefix of its vocabulary; null where it is
  /// none.
  public @Nullable Curie curie() {
    var addressed = Prefixes.ofAddress(id);
    return Curie.parse(addressed == null ? id : addressed);
  }

  /// The code as it is compared and looked up, whatever prefix its vocabulary was given.
  public String key() {
    return Prefixes.key(id);
  }

  /// The display text, or the code where there is none.
  public String label() {
    return display == null || display.isBlank() ? id : display;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Coded coded && coded.id.equals(id);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(id);
  }

  @Override
  public int compareTo(Coded other) {
    return id.compareTo(other.id);
  }

  @Override
  public Json toJson() {
    return Json.object().put("id", id).put("label", display).end();
  }
}
